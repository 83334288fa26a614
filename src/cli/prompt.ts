import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import type { Cli } from "./io.js";

/** Asks on the terminal for one line that is not shown. End of input is an empty answer. */
export function askHidden(cli: Cli, question: string): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: cli.stdin(), output: nowhere, terminal: true });
  // Only now: the terminal shows nothing of what is typed from here on.
  cli.stderr.write(question);
  return new Promise((resolve) => {
    let answer = "";
    reader.once("line", (line) => {
      answer = line;
      reader.close();
    });
    // Raw mode takes Ctrl-C from the terminal: it ends the question, as Ctrl-D does.
    reader.once("SIGINT", () => reader.close());
    reader.once("close", () => {
      cli.stderr.write("\n");
      resolve(answer);
    });
  });
}

/** Asks on the terminal; anything but yes, and the end of input, is no. */
export function askYesOrNo(cli: Cli, question: string): Promise<boolean> {
  const reader = createInterface({ input: cli.stdin(), output: cli.stderr, terminal: true });
  return new Promise((resolve) => {
    let answer = false;
    reader.once("SIGINT", () => reader.close());
    reader.once("close", () => resolve(answer));
    reader.question(`${question} [y/N] `, (text) => {
      answer = /^y(?:es)?$/i.test(text.trim());
      reader.close();
    });
  });
}
