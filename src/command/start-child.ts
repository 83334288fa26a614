import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

/**
 * Node's spawn, with each way in which it says that nothing was started as one. Where the system has no descriptors left, or no processes,
 * Node gives a child that has not even its streams, and tells why only later.
 *
 * @throws the system's error, with its `code`.
 */
export async function startChild(
  program: string,
  args: readonly string[],
  options: SpawnOptions,
): Promise<ChildProcess & { readonly pid: number }> {
  const child = spawn(program, args, options);
  if (child.pid !== undefined) return child as ChildProcess & { readonly pid: number };
  throw await new Promise((resolve) => child.once("error", resolve));
}
