import type { OpenBuild } from "../build/index.js";
import { listenForCancel } from "./cancel.js";
import { printDiagnostics } from "./diagnostics.js";
import type { Cli } from "./io.js";
import { type BuildFlags, buildOptions, type ColorFlag } from "./options.js";

export interface Opening {
  readonly cli: Cli;
  readonly flags: BuildFlags & ColorFlag;
  /** Whose environment; absent: the build's in general. */
  readonly phase?: string;
  /** The command that will run in it; absent: not known. */
  readonly argv?: readonly string[];
}

/** Makes the build's environment, hands it to `use`, and puts everything back, whatever happens. Returns what `use` does, or the code of the signal that ended the making. */
export async function withOpenBuild(opening: Opening, use: (build: OpenBuild) => Promise<number>): Promise<number> {
  const { cli, flags, phase, argv } = opening;
  const { prepareBuild } = await import("../build/index.js");
  const cancel = listenForCancel(cli);
  let opened: OpenBuild;
  try {
    const build = await prepareBuild(buildOptions(cli, stageOf(phase), flags));
    printDiagnostics(build, { cli, color: flags.color });
    const note = (line: string): void => void cli.stderr.write(`${build.mask(line)}\n`);
    opened = await build.open({
      note,
      signal: cancel.signal,
      ...(phase === undefined ? {} : { phase }),
      ...(argv === undefined ? {} : { argv }),
    });
  } catch (error) {
    const code = cancel.exitCode();
    if (code !== null) return code;
    throw error;
  } finally {
    cancel.release();
  }
  // A signal from here on must not end forgexec before the user's files are put back.
  const release = cli.onSignal(() => {});
  try {
    return cancel.exitCode() ?? (await use(opened));
  } finally {
    await opened.close();
    release();
  }
}

/** The stage that a phase belongs to. */
function stageOf(phase: string | undefined): string {
  if (phase?.startsWith("staging/")) return "staging";
  if (phase?.startsWith("production/")) return "production";
  return "execute";
}
