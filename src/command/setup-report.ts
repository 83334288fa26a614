import { closeSync, writeSync } from "node:fs";
import { Socket } from "node:net";
import { giveBack, openEnd, type Pipe, takePipes } from "./pipe-pool.js";

/** What the shell's part of a launch said last. */
export type SetupState =
  | { readonly type: "silent" }
  | { readonly type: "ready" }
  | { readonly type: "started" }
  | { readonly type: "locked" }
  | { readonly type: "pre-exec"; readonly status: number };

/**
 * The way back from a child that is not yet the program: it opens these pipes by their path below this process in /proc,
 * so that no descriptor of theirs is left in the program.
 */
export class SetupReport {
  readonly statusPath: string;
  readonly goPath: string;
  /** The daemon's process, once it has said so. */
  pid: number | null = null;
  state: SetupState = { type: "silent" };
  readonly #pipes: readonly [Pipe, Pipe];
  readonly #status: number;
  readonly #go: number;
  /** Held open here too, since the child may not have opened it yet when it is let go. */
  readonly #goRead: number;
  readonly #socket: Socket;
  readonly #watchers = new Set<() => void>();
  #text = "";

  private constructor(pipes: readonly [Pipe, Pipe]) {
    this.#pipes = pipes;
    const [status, go] = pipes;
    const reading = openEnd(status, "read", "nonBlocking");
    this.#status = openEnd(status, "write", "nonBlocking");
    this.#goRead = openEnd(go, "read", "nonBlocking");
    this.#go = openEnd(go, "write", "nonBlocking");
    this.statusPath = `/proc/${process.pid}/fd/${this.#status}`;
    this.goPath = `/proc/${process.pid}/fd/${this.#go}`;
    this.#socket = new Socket({ fd: reading, readable: true, writable: false });
    this.#socket.on("data", (chunk: Buffer) => this.#read(chunk.toString("latin1"))).on("error", () => {});
  }

  /** null where the host has no pipes to offer. */
  static async open(): Promise<SetupReport | null> {
    const [status, go] = (await takePipes(2)) ?? [];
    return status && go ? new SetupReport([status, go]) : null;
  }

  /** Settles with the state that first fits; never, where none comes. */
  until(fits: (state: SetupState) => boolean): Promise<SetupState> {
    return new Promise((resolve) => {
      const look = () => {
        if (!fits(this.state)) return;
        this.#watchers.delete(look);
        resolve(this.state);
      };
      this.#watchers.add(look);
      look();
    });
  }

  /** Lets the child go on. */
  go(): void {
    writeSync(this.#go, "go\n");
  }

  close(): void {
    closeSync(this.#status);
    closeSync(this.#go);
    closeSync(this.#goRead);
    const [status, go] = this.#pipes;
    giveBack(go);
    this.#socket.once("close", () => giveBack(status));
    this.#socket.destroy();
  }

  #read(text: string): void {
    const lines = (this.#text + text).split("\n");
    this.#text = lines.pop() ?? "";
    for (const line of lines) this.#take(line);
    for (const watcher of [...this.#watchers]) watcher();
  }

  #take(line: string): void {
    const [word, value] = line.split(" ");
    if (word === "pid") this.pid = Number(value);
    else if (word === "pre-exec") this.state = { type: word, status: Number(value) };
    else if (word === "ready" || word === "started" || word === "locked") this.state = { type: word };
  }
}

/** Why a set-up failed, in words. */
export function setupFault(
  state: SetupState,
  names: { readonly pidFile: string | null; readonly preExec: string },
): string {
  if (state.type === "locked") return `another process holds the pid file ${names.pidFile}`;
  if (state.type === "pre-exec") return `the pre-exec command ${names.preExec} ended with status ${state.status}`;
  return "its set-up did not come to an end";
}
