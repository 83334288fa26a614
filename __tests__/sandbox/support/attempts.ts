import { readFileSync, readlinkSync } from "node:fs";
import type { Executor, SandboxConfig } from "../../../src/sandbox/index.js";

const program = readFileSync(new URL("../../fixtures/programs/attempts.py", import.meta.url), "utf8");

/** What became of each attempt: an errno's name, or "done". */
export type Outcomes = Readonly<Record<string, string>>;

/** The command that makes attempts, all or those that are named, by a Python that the sandbox has. */
export function attemptsCommand(names: readonly string[] = []): readonly string[] {
  return ["/usr/bin/python3", "-I", "-S", "-c", program, readlinkSync("/proc/self/ns/mnt"), ...names];
}

/** Attempts by a command that is alone in its sandbox, and by a later one of an open sandbox. */
export async function attemptsIn(executor: Executor, config: SandboxConfig): Promise<readonly [Outcomes, Outcomes]> {
  const alone = await executor.runSandbox(attemptsCommand(), config);
  const session = await executor.open(config);
  try {
    await session.command(["sh", "-c", ":"]).run();
    const later = await session.command(attemptsCommand()).stdout("capture").stderr("capture").allowFailure().run();
    return [read(alone.stdout, alone.stderr), read(later.stdout, later.stderr)];
  } finally {
    await session.close();
  }
}

function read(stdout: string | null, stderr: string | null): Outcomes {
  if (!stdout?.startsWith("{")) throw new Error(`The attempts were not made: ${stdout}${stderr}`);
  return JSON.parse(stdout);
}
