import { CommandBuilder } from "./builder.js";
import { type Child, RunningChild } from "./child.js";
import { Daemon } from "./daemon.js";
import { currentDryRun, type DryRunResponder, pretend, withinDryRun } from "./dry-run.js";
import { CommandError } from "./error.js";
import { failedChild } from "./failed-child.js";
import { readFields, readLines } from "./lines.js";
import { matchLine, toRows } from "./matching.js";
import { refusal, refusalOf, refuseInvalid } from "./refusal.js";
import type { CommandResult } from "./result.js";
import type { Client, Settings } from "./settings.js";
import { type Started, startProcess } from "./start.js";
import type { Stderr, Stdout } from "./targets.js";

type AnyChild = Child<string | Buffer, string | Buffer>;

/**
 * A command: spawned without a shell, with nothing leaked in and nothing left behind. Put it together with the methods, then `run` or
 * `start` it; it may be run again once it is over.
 */
export class Command<Out = string, Err = string> extends CommandBuilder {
  #running = false;

  /**
   * Within `inside`, and all that it starts, no command is spawned: each is noted in `commands`, in order, and has done what `respond`
   * says (nothing, with success, unless it says otherwise). Gives what `inside` gives.
   */
  static dryRun<T>(
    inside: (commands: readonly Command<unknown, unknown>[]) => Promise<T>,
    options: { readonly respond?: DryRunResponder<Command<unknown, unknown>> } = {},
  ): Promise<T> {
    const commands: Command<unknown, unknown>[] = [];
    const respond = options.respond as DryRunResponder<unknown> | undefined;
    return withinDryRun({ commands, respond: respond ?? null }, () => inside(commands));
  }

  /** Where stdout goes. Default "null". */
  stdout(to: "buffer"): Command<Buffer, Err>;
  stdout(to: Stdout): Command<string, Err>;
  stdout(to: Stdout): unknown {
    return this.setOutput("stdout", to);
  }

  /** Where stderr goes. Default "null"; "stdout": both are one interleaved stream. */
  stderr(to: "buffer"): Command<Out, Buffer>;
  stderr(to: Stderr): Command<Out, string>;
  stderr(to: Stderr): unknown {
    return this.setOutput("stderr", to);
  }

  /** Runs the command to its end; a daemon, to its start. Rejects with a CommandError unless it succeeds or failure is allowed. */
  async run(): Promise<CommandResult<Out, Err>> {
    if (this.settings.handshake) {
      throw refusal(this.settings, "invalid", "with handshake() it can only be started: nobody would let it go on");
    }
    return (await this.start()).wait();
  }

  /** Starts the command. Rejects where nothing could be started; with `allowFailure` the child's `wait` tells instead. */
  async start(): Promise<Child<Out, Err>> {
    return (await this.#start(this.settings)) as unknown as Child<Out, Err>;
  }

  /**
   * The lines of stdout as they come, without their ends ("\n" or "\r\n"), the command held back to the reader's pace. After the last one
   * a failure is thrown; leaving the loop early ends the command. A line over 16 Mi characters comes in pieces.
   */
  async *lines(): AsyncGenerator<string, void, undefined> {
    yield* readLines(await this.#start(this.#reading()));
  }

  /** For each line of stdout that every expression matches, its matches in the order of the expressions. */
  async matchLines(expressions: readonly RegExp[]): Promise<RegExpMatchArray[]> {
    const matches: RegExpMatchArray[] = [];
    for await (const line of this.lines()) matches.push(...matchLine(line, expressions));
    return matches;
  }

  /** The fields of stdout, each ended by the separator, as rows of `columns` (default 1); the last row may be shorter. */
  async records(separator: string, options: { readonly columns?: number } = {}): Promise<string[][]> {
    const columns = options.columns ?? 1;
    if (separator === "" || !(Number.isInteger(columns) && columns > 0)) {
      throw refusal(this.settings, "invalid", "records needs a separator and a number of columns above 0");
    }
    const fields: string[] = [];
    for await (const field of readFields(await this.#start(this.#reading()), separator)) fields.push(field);
    return toRows(fields, columns);
  }

  /** The settings for reading stdout here; stderr is kept for the error's message unless it goes somewhere. */
  #reading(): Settings {
    const { stderr } = this.settings;
    return {
      ...this.settings,
      stdout: { type: "pipe" },
      stderr: stderr.type === "null" ? { type: "capture" } : stderr,
    };
  }

  async #start(settings: Settings): Promise<AnyChild> {
    refuseInvalid(settings, this.fault);
    if (this.#running)
      throw refusal(settings, "invalid", "it is running already; make another Command for another run");
    const dry = currentDryRun();
    if (dry) return pretend(settings, dry, this);
    this.#running = true;
    const finish = expectErrors(settings);
    let client: Client | null = null;
    try {
      client = (await settings.enclosure?.enter(settings)) ?? null;
      const started = await (client ? startClient(settings, client) : startProcess(settings));
      const child = settings.daemonize
        ? await Daemon.start(settings, started)
        : new RunningChild(settings, started, client);
      void child.over.then(() => {
        this.#running = false;
        finish();
        // A daemon that is started is in nobody's care any more.
        if (child instanceof Daemon) void client?.leave();
      });
      return child;
    } catch (error) {
      this.#running = false;
      finish();
      await client?.leave();
      if (!(error instanceof CommandError) || !settings.allowFailure) throw error;
      return failedChild(error);
    }
  }
}

/** A client that cannot be started is told of in the words of the command that it stands for. */
async function startClient(settings: Settings, client: Client): Promise<Started> {
  try {
    return await startProcess(client.settings);
  } catch (error) {
    throw error instanceof CommandError ? refusalOf(settings, client.settings, error) : error;
  }
}

/** A source of input may fail before the command has come to read it: that is told then, and is no uncaught error. */
function expectErrors({ stdin }: Settings): () => void {
  if (stdin.type !== "stream") return () => {};
  const ignore = () => {};
  stdin.stream.on("error", ignore);
  return () => stdin.stream.off("error", ignore);
}
