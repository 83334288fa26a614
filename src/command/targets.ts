import type { Readable, Writable } from "node:stream";
import type { InputSource, OutputTarget } from "./settings.js";

/** What `stdin` takes: a mode, text, bytes, a stream or a descriptor. */
export type Stdin = "null" | "inherit" | "pipe" | (string & {}) | Buffer | Readable | number;
/** What `stdout` takes. */
export type Stdout = "capture" | "buffer" | "pipe" | "inherit" | "null" | Writable | number | ((line: string) => void);
/** What `stderr` takes: the same, or "stdout" for one interleaved stream. */
export type Stderr = Stdout | "stdout";

/** null: it is nothing that stdin can be. */
export function readInput(from: Stdin): InputSource | null {
  if (isMode(from)) return { type: from };
  if (typeof from === "string") return { type: "bytes", bytes: Buffer.from(from) };
  if (from instanceof Uint8Array) return { type: "bytes", bytes: Buffer.from(from) };
  if (typeof from === "number") return isFd(from) ? { type: "fd", fd: from } : null;
  return typeof from?.pipe === "function" ? { type: "stream", stream: from } : null;
}

function isMode(from: Stdin): from is "null" | "inherit" | "pipe" {
  return from === "null" || from === "inherit" || from === "pipe";
}

/** null: it is nothing that an output can be. */
export function readOutput(to: Stderr): OutputTarget | null {
  switch (to) {
    case "capture":
    case "buffer":
    case "pipe":
    case "inherit":
    case "null":
    case "stdout":
      return { type: to };
  }
  if (typeof to === "number") return isFd(to) ? { type: "fd", fd: to } : null;
  if (typeof to === "function") return { type: "line", line: to };
  return typeof to === "object" && typeof to?.write === "function" ? { type: "stream", stream: to } : null;
}

/** Whether it can be the number of a descriptor. */
export function isFd(fd: number): boolean {
  return Number.isInteger(fd) && fd >= 0;
}
