import { findOperators } from "../operators.js";
import { findVariables } from "../variables.js";
import { scanWords, type Word, type WordsProblem } from "../words.js";
import type { Node, ScalarNode } from "../yaml/node.js";
import { offsetWithin } from "../yaml/offsets.js";
import { checkVariables, MOST_FINDINGS, type Reading } from "./context.js";

export interface Command {
  readonly offset: number;
  readonly command: string;
  /** Empty under a shell. */
  readonly words: readonly string[];
}

/** Reads a command; undefined (and reported) where nothing can be run. */
export function readCommand(node: Node | undefined, shell: string | undefined, reading: Reading): Command | undefined {
  if (node?.kind !== "scalar" || node.value === null) return undefined;
  const { offset, text: command } = node;
  const place = (index: number) => offsetWithin(reading.text, node, index);
  const error = (at: number, code: string, message: string) =>
    reading.report({ offset: at, severity: "error", code, message });

  if (command.trim() === "") {
    error(offset, "empty-command", "The command is empty.");
    return undefined;
  }
  if (command.includes("\0")) {
    error(place(command.indexOf("\0")), "nul-character", "A command cannot hold a NUL character.");
    return undefined;
  }
  if (shell !== undefined) {
    checkVariables(findVariables(command), place, reading);
    return { offset, command, words: [] };
  }
  const scanned = scanWords(command);
  if ("problem" in scanned) {
    error(place(scanned.offset), ...unsplittable(scanned));
    return undefined;
  }
  if (scanned.words[0]?.text === "") {
    error(offset, "empty-command", "The command's first word, its program, is empty.");
    return undefined;
  }
  checkWords(scanned.words, node, reading);
  return { offset, command, words: scanned.words.map((word) => word.text) };
}

function unsplittable({ problem }: WordsProblem): [code: string, message: string] {
  return problem === "No closing quotation"
    ? ["unterminated-quote", "This quote has no closing one (No closing quotation)."]
    : ["unterminated-escape", "There is nothing after this backslash (No escaped character)."];
}

function checkWords(words: readonly Word[], node: ScalarNode, reading: Reading): void {
  const place = (index: number) => offsetWithin(reading.text, node, index);
  const uses = words.flatMap((word) =>
    findVariables(word.text).map(({ name, offset }) => ({ name, offset: word.offsets[offset] ?? word.start })),
  );
  checkVariables(uses, place, reading);
  for (const { operator, offset } of findOperators(words).slice(0, MOST_FINDINGS)) {
    const message = `No shell runs this command, so \`${operator}\` has no meaning in it. For a shell, write the command under \`run\` with \`shell: true\`.`;
    reading.report({ offset: place(offset), severity: "warning", code: "shell-operator", message });
  }
}
