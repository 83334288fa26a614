import { constants } from "node:os";
import { Cancelled } from "../run/index.js";
import type { Cli, EndSignal } from "./io.js";

/** A broken pipe's signal, as the shell counts it. */
const SIGPIPE = 13;

export interface Cancellation {
  /** The first signal: what runs is ended, with grace. */
  readonly signal: AbortSignal;
  /** The second one: at once. */
  readonly killSignal: AbortSignal;
  /** 128 + the first signal's number; null: none came. */
  readonly exitCode: () => number | null;
  /** Gives the process's signals back. */
  readonly release: () => void;
}

/** Turns the process's signals, and the end of whoever reads its output, into a cancelled run. */
export function listenForCancel(cli: Cli): Cancellation {
  const soft = new AbortController();
  const hard = new AbortController();
  let code: number | null = null;

  const onSignal = (signal: EndSignal): void => {
    const reason = new Cancelled(signal);
    if (!soft.signal.aborted) {
      code = 128 + constants.signals[signal];
      cli.stderr.write(`\nforgexec: ${signal}: ending what runs; once more kills it\n`);
      soft.abort(reason);
      if (signal !== "SIGQUIT") return;
    }
    hard.abort(reason);
  };
  const onOutputGone = (): void => {
    if (soft.signal.aborted) return;
    code = 128 + SIGPIPE;
    soft.abort(new Cancelled("SIGTERM"));
  };
  const ignore = cli.onSignal(onSignal);
  cli.outputGone.addEventListener("abort", onOutputGone);
  if (cli.outputGone.aborted) onOutputGone();
  return {
    signal: soft.signal,
    killSignal: hard.signal,
    exitCode: () => code,
    release: () => {
      ignore();
      cli.outputGone.removeEventListener("abort", onOutputGone);
    },
  };
}
