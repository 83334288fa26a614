import { CommandBuilder } from "./builder.js";
import { type Child, RunningChild } from "./child.js";
import { CommandError } from "./error.js";
import { failedChild } from "./failed-child.js";
import type { CommandResult } from "./result.js";
import { refusal, startProcess } from "./start.js";
import type { Stderr, Stdout } from "./targets.js";

/**
 * A command: spawned without a shell, with nothing leaked in and nothing left behind. Put it together with the methods, then `run` or
 * `start` it; it may be run again once it is over.
 */
export class Command<Out = string, Err = string> extends CommandBuilder {
  #running = false;

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

  /** Runs the command to its end. Rejects with a CommandError unless it succeeds or failure is allowed. */
  async run(): Promise<CommandResult<Out, Err>> {
    return (await this.start()).wait();
  }

  /** Starts the command. Rejects where nothing could be started; with `allowFailure` the child's `wait` tells instead. */
  async start(): Promise<Child<Out, Err>> {
    if (this.fault !== null) throw refusal(this.settings, "invalid", this.fault);
    if (this.#running)
      throw refusal(this.settings, "invalid", "it is running already; make another Command for another run");
    this.#running = true;
    try {
      const child = new RunningChild(this.settings, await startProcess(this.settings));
      void child.over.then(() => {
        this.#running = false;
      });
      return child as unknown as Child<Out, Err>;
    } catch (error) {
      this.#running = false;
      if (!(error instanceof CommandError) || !this.settings.allowFailure) throw error;
      return failedChild(error) as unknown as Child<Out, Err>;
    }
  }
}
