import { CommandError } from "./error.js";
import { launchFault } from "./launch-fault.js";
import { failureMessage } from "./message.js";
import { type Ending, type Exit, reasonOf, statusOf } from "./outcome.js";
import type { Outputs } from "./outputs.js";
import { commandWords, quote } from "./quote.js";
import type { CommandResult } from "./result.js";
import type { Settings } from "./settings.js";
import { type SetupState, setupFault } from "./setup-report.js";
import type { Verdict } from "./verdict.js";

export type AnyResult = CommandResult<string | Buffer, string | Buffer>;

/** All that is known once a command is over. */
export interface Facts {
  readonly settings: Settings;
  readonly outputs: Outputs;
  readonly pid: number | null;
  readonly exit: Exit;
  readonly ending: Ending | null;
  /** How far the launch came; null where it had nothing to report. */
  readonly setup: SetupState | null;
  /** What the place that it ran in says of its failure. */
  readonly verdict: Verdict | null;
  readonly helpers: readonly string[];
  readonly durationMs: number;
}

/** The result, or the error that takes its place: first what this process did to the command, then the launch, then its own exit. */
export function conclude(facts: Facts): AnyResult | CommandError {
  const { settings, outputs, ending, durationMs, pid } = facts;
  const launch: Verdict | null = ending || facts.exit.exitCode === 0 ? null : (facts.verdict ?? failedLaunch(facts));
  const exit = exitOf(facts.exit, launch);
  const reason = launch?.reason ?? reasonOf(exit, ending);
  const truncatedBytes = (outputs.capture("stdout")?.dropped ?? 0) + (outputs.capture("stderr")?.dropped ?? 0);
  const result: AnyResult = {
    ...exit,
    status: statusOf(exit),
    stdout: captured(facts, "stdout"),
    stderr: captured(facts, "stderr"),
    durationMs,
    pid,
    timedOut: reason === "timeout" || reason === "idle-timeout",
    truncated: truncatedBytes > 0,
    truncatedBytes,
    reason,
  };
  if (reason === null || settings.allowFailure) return result;
  const command = commandWords(settings);
  const { timeoutMs, idleTimeoutMs } = settings;
  const why = launch?.why ?? null;
  const shortMessage = failureMessage({ command, reason, why, exit, ending, timeoutMs, idleTimeoutMs });
  const message = [shortMessage, ...outputs.lastLines()].join("\n");
  const cause = ending?.type === "aborted" ? ending.cause : launch?.cause;
  const limit = launch?.limit === undefined ? {} : { limit: launch.limit };
  return new CommandError(message, { reason, command, shortMessage, result, cause, ...limit });
}

/** What was not found or not executable has a shell's exit code, and what was not started none, whatever a client ended with. */
function exitOf(exit: Exit, launch: Verdict | null): Exit {
  if (launch?.reason === "not-found") return { exitCode: 127, signal: null };
  if (launch?.reason === "not-executable") return { exitCode: 126, signal: null };
  return launch?.notStarted ? { exitCode: null, signal: null } : exit;
}

function failedLaunch(facts: Facts): Verdict | null {
  const { settings, setup } = facts;
  if (setup && setup.type !== "started") {
    const why = setupFault(setup, {
      pidFile: settings.pidFile,
      preExec: (settings.preExec ?? []).map(quote).join(" "),
    });
    return { reason: settings.handshake ? "handshake" : "spawn", why };
  }
  return launchFault(facts.exit, facts.helpers.length > 0 ? facts.outputs.lastLines() : [], facts.helpers);
}

function captured({ settings, outputs }: Facts, name: "stdout" | "stderr"): string | Buffer {
  const capture = outputs.capture(name);
  if (settings[name].type === "buffer") return capture?.bytes() ?? Buffer.alloc(0);
  return capture?.text() ?? "";
}
