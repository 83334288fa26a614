import { EventEmitter } from "node:events";

/** A stream that keeps what is written; `full` makes it ask for a pause until `drain()`. */
export class MemoryStream extends EventEmitter {
  text = "";
  writes = 0;
  full = false;
  isTTY = false;
  columns = 80;
  rows = 24;
  destroyed = false;

  write(chunk: string): boolean {
    this.text += chunk;
    this.writes++;
    return !this.full;
  }

  drain(): void {
    this.full = false;
    this.emit("drain");
  }

  /** What was written since the last call. */
  take(): string {
    const { text } = this;
    this.text = "";
    return text;
  }
}
