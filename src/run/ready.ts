import { bounded } from "../bounded.js";
import { CommandError } from "../command/index.js";
import type { RunContext, StepPlace } from "./context.js";
import { stepEnvironment } from "./environment.js";
import { probe, untilReady } from "./readiness.js";
import { succeeds } from "./spawn.js";

/** `unasked`: there is no asking any more, as where the sandbox has ended. */
export type ReadyOutcome = "ready" | "late" | "gone" | "stopped" | "unasked";

/** Waits until a background step is ready, its process is gone, its time is up, or `signal` says that it is over. */
export async function awaitReady(options: {
  readonly run: RunContext;
  readonly place: StepPlace;
  /** Where to listen for the step's output. */
  readonly listeners: Set<(text: string) => void>;
  /** Adds a line of forgexec's own to the step's output. */
  readonly note: (line: string) => void;
  readonly gone: AbortSignal;
  readonly signal: AbortSignal;
}): Promise<ReadyOutcome> {
  const { run, place, gone, signal } = options;
  const { ready } = place.planned;
  if (ready === null) return "ready";
  const late = AbortSignal.timeout(ready.timeoutMs);
  const end = AbortSignal.any([late, gone, signal]);
  try {
    if (ready.kind === "log") await untilLogged(new RegExp(ready.pattern, "m"), options, end);
    else if (ready.kind === "command") {
      const planned = { ...place.planned, argv: ready.words };
      const environment = stepEnvironment(run, place);
      const { sandbox } = run;
      const { killSignal } = run.services;
      await untilReady(() => succeeds({ planned, environment, sandbox, signal: end, killSignal }), end);
    } else if (run.sandbox?.untilAnswered) await run.sandbox.untilAnswered(ready, end);
    else await untilReady(() => probe(ready), end);
    return gone.aborted ? "gone" : "ready";
  } catch (error) {
    if (!end.aborted) {
      if (!(error instanceof CommandError)) throw error;
      options.note(`ready.${ready.kind} cannot be asked: ${error.shortMessage}`);
      return "unasked";
    }
    if (signal.aborted) return "stopped";
    return gone.aborted ? "gone" : "late";
  }
}

/** How long the pattern may be looked for in one text, in milliseconds. */
const LOOK_BOUND = 500;

function untilLogged(
  pattern: RegExp,
  { listeners, note }: { readonly listeners: Set<(text: string) => void>; readonly note: (line: string) => void },
  end: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (settle: () => void) => () => {
      listeners.delete(look);
      end.removeEventListener("abort", fail);
      settle();
    };
    const fail = stop(() => reject(end.reason));
    const found = stop(resolve);
    const look = (text: string): void => {
      const looked = bounded(() => pattern.test(text), LOOK_BOUND);
      if (looked?.value) found();
      if (looked !== null) return;
      listeners.delete(look);
      note("the pattern of ready.log takes too long to look for in this output, so it is not looked for any more");
    };
    if (end.aborted) return fail();
    end.addEventListener("abort", fail);
    listeners.add(look);
  });
}
