import { AsyncLocalStorage } from "node:async_hooks";
import { Readable } from "node:stream";
import type { Child } from "./child.js";
import { type AnyResult, conclude } from "./conclude.js";
import { CommandError } from "./error.js";
import { Outputs } from "./outputs.js";
import { Pump } from "./pump.js";
import type { Settings } from "./settings.js";

/** What a command is made to have done in a dry run; what is left out is success without output. */
export interface DryRunResponse {
  readonly exitCode?: number;
  readonly signal?: NodeJS.Signals;
  readonly stdout?: string | Buffer;
  readonly stderr?: string | Buffer;
}

/** Answers for a command that is not run. `input`: what it was given on stdin as text or a Buffer. */
export type DryRunResponder<C> = (
  command: C,
  details: { readonly input: Buffer | null },
) => DryRunResponse | undefined | Promise<DryRunResponse | undefined>;

/** A dry run that is going on: every command started in it, or in anything it awaits, is noted here. */
export interface DryRun<C> {
  readonly commands: C[];
  readonly respond: DryRunResponder<C> | null;
}

const current = new AsyncLocalStorage<DryRun<unknown>>();

/** Calls `inside` with dry run on, for it and all that it starts; other work of the process is not touched. */
export function withinDryRun<T>(run: DryRun<unknown>, inside: () => Promise<T>): Promise<T> {
  return current.run(run, inside);
}

export function currentDryRun(): DryRun<unknown> | null {
  return current.getStore() ?? null;
}

/** The child of a command that is not run: it writes what the responder says, and is over. */
export async function pretend(
  settings: Settings,
  run: DryRun<unknown>,
  command: unknown,
): Promise<Child<string | Buffer, string | Buffer>> {
  run.commands.push(command);
  const input = settings.stdin.type === "bytes" ? settings.stdin.bytes : null;
  const response = (await run.respond?.(command, { input })) ?? {};
  const outputs = new Outputs(settings);
  const over = carry(outputs, response).then(() => outcome(settings, outputs, response));
  return {
    pid: null,
    stdout: outputs.readable("stdout"),
    stderr: outputs.readable("stderr"),
    async wait() {
      const result = await over;
      if (result instanceof CommandError) throw result;
      return result;
    },
    signal: async () => {},
    abort: async () => {},
    kill: async () => {},
    write: async () => true,
    closeStdin() {},
    handshakeWait: async () => {},
    handshakeNotify() {},
  };
}

async function carry(outputs: Outputs, response: DryRunResponse): Promise<void> {
  const texts = { stdout: Buffer.from(response.stdout ?? ""), stderr: Buffer.from(response.stderr ?? "") };
  const { stdout, stderr } = outputs.plans;
  const first = stderr.type === "same-as-stdout" ? Buffer.concat([texts.stdout, texts.stderr]) : texts.stdout;
  const pumps: Promise<void>[] = [];
  for (const [plan, bytes] of [
    [stdout, first],
    [stderr, texts.stderr],
  ] as const) {
    if (plan.type !== "piped") continue;
    const { done } = new Pump(Readable.from(bytes.length > 0 ? [bytes] : []), plan.sink);
    if (plan.awaited) pumps.push(done);
  }
  await Promise.all(pumps);
}

function outcome(settings: Settings, outputs: Outputs, response: DryRunResponse): AnyResult | CommandError {
  const signal = response.signal ?? null;
  const exit = { exitCode: signal === null ? (response.exitCode ?? 0) : null, signal };
  return conclude({
    settings,
    outputs,
    pid: null,
    exit,
    ending: null,
    setup: null,
    verdict: null,
    helpers: [],
    durationMs: 0,
  });
}
