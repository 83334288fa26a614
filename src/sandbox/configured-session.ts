import type { SandboxSession } from "./model.js";
import type { NormalConfig } from "./normal.js";

/** Has a session's commands begin with the configuration's outputs; their own `stdout` and `stderr` go over these. */
export function configuredSession(
  session: SandboxSession,
  { stdout, stderr }: Pick<NormalConfig, "stdout" | "stderr">,
): SandboxSession {
  const bare: SandboxSession["command"] = session.command.bind(session);
  const command: SandboxSession["command"] = (argv) => bare(argv).stdout(stdout).stderr(stderr);
  return Object.assign(session, { command });
}
