import { ImageError } from "./model.js";
import { isMissing, runTool, type ToolCall } from "./tool.js";

/**
 * Runs a program as root: at once, or through sudo where it asks for no password. It never prompts. A process of root's
 * can't be ended by a common user, so under sudo its end comes from `timeout`.
 *
 * @throws ImageError where it fails, or this user may not.
 */
export async function runAsRoot(program: string, args: readonly string[], call: ToolCall): Promise<void> {
  if (process.getuid?.() === 0) {
    await runTool(program, args, call);
    return;
  }
  const seconds = String(Math.ceil(call.timeoutMs / 1000));
  const under = ["-n", "--", "timeout", "-k", "1", seconds, program, ...args];
  await runTool("sudo", under, { ...call, timeoutMs: call.timeoutMs + 3000 });
}

/** Whether an error is sudo's own: it is not installed, or this user may not without a password. */
export function mayNot(error: unknown): boolean {
  return isMissing(error) || (error instanceof ImageError && /^sudo failed.* sudo: /.test(error.message));
}
