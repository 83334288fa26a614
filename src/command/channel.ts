import type { ChildProcess } from "node:child_process";
import { closeSync, writeSync } from "node:fs";
import { Socket } from "node:net";
import type { Readable, Writable } from "node:stream";
import { giveBack, openEnd, type Pipe } from "./pipe-pool.js";

/** A pipe between this process and one descriptor of a child. */
export interface Channel {
  /** What child_process.spawn is given for the descriptor. */
  readonly stdio: number | "pipe";
  /** After the start: the child's end is closed here. `child` is null where nothing was started. */
  closeChildEnd(): void;
  /** Drops both ends: nothing was started. */
  abandon(): void;
}

export interface OutputChannel extends Channel {
  open(child: ChildProcess): Readable;
}

export interface InputChannel extends Channel {
  /** Puts as much into the pipe as it holds before there is a reader; how many bytes that were. */
  prefill(bytes: Buffer): number;
  open(child: ChildProcess): Writable;
  /** Nothing more is to be written, and `open` was not called. */
  close(): void;
  /** The command is over. */
  release(): void;
}

/** A pipe that the child writes. Without a pipe of the pool it is Node's own, which the child cannot open again by name. */
export function outputChannel(pipe: Pipe | null, slot: number, writer: "own-rights" | "other-rights"): OutputChannel {
  if (pipe === null) return { ...nodePipe, open: (child) => nodeStream(child, slot) as Readable };
  const [ours, theirs] = openBoth(pipe, "read");
  return {
    stdio: theirs,
    closeChildEnd: () => closeSync(theirs),
    abandon() {
      closeSync(ours);
      closeSync(theirs);
      giveBack(pipe);
    },
    open() {
      const socket = new Socket({ fd: ours, readable: true, writable: false });
      return socket.once("close", () => giveBack(pipe, writer === "own-rights" ? "ended" : undefined));
    },
  };
}

/** A pipe that the child reads. */
export function inputChannel(pipe: Pipe | null, slot: number): InputChannel {
  if (pipe === null) {
    const open = (child: ChildProcess) => nodeStream(child, slot) as Writable;
    return { ...nodePipe, prefill: () => 0, open, close() {}, release() {} };
  }
  const [ours, theirs] = openBoth(pipe, "write");
  return {
    stdio: theirs,
    closeChildEnd: () => closeSync(theirs),
    abandon() {
      closeSync(ours);
      closeSync(theirs);
      giveBack(pipe);
    },
    prefill: (bytes) => fillPipe(ours, bytes),
    open: () => new Socket({ fd: ours, readable: false, writable: true }),
    close: () => closeSync(ours),
    release: () => giveBack(pipe),
  };
}

/** This process's end and the child's; neither, where there are no descriptors for both. */
function openBoth(pipe: Pipe, end: "read" | "write"): [ours: number, theirs: number] {
  const opened: number[] = [];
  try {
    const ours = openEnd(pipe, end, "nonBlocking");
    opened.push(ours);
    return [ours, openEnd(pipe, end === "read" ? "write" : "read", "blocking")];
  } catch (error) {
    for (const fd of opened) closeSync(fd);
    giveBack(pipe);
    throw error;
  }
}

const nodePipe = { stdio: "pipe", closeChildEnd() {}, abandon() {} } as const;

function nodeStream(child: ChildProcess, slot: number): Readable | Writable {
  const stream = child.stdio[slot];
  if (!stream) throw new Error(`the child has no pipe at descriptor ${slot}`);
  return stream;
}

function fillPipe(fd: number, bytes: Buffer): number {
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(fd, bytes, written);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
  }
  return written;
}
