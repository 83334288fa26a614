import { UsageError } from "../errors.js";
import { SANDBOX_BACKENDS } from "../spec/index.js";
import { age, duration, flag, names, oneOf, only, optional, type Parser, prefix, text } from "./parsers.js";

/** Gives an input's text, trimmed; the empty string where it is not given (`core.getInput`). */
export type ReadInput = (name: string) => string;

/** Every input of action.yml with its default and its parser. */
export const INPUTS = {
  spec: input("", text),
  stage: input("execute", text as Parser<string>),
  phases: input("", names),
  workingDirectory: input("", text),
  python: input("", text),
  packageCache: input("auto", oneOf("auto", "true", "false", "read-only")),
  cachePrefix: input("", prefix),
  freshness: input("3d", age),
  sandbox: input("", optional(oneOf(...SANDBOX_BACKENDS))),
  githubToken: input("", text),
  statuses: input("auto", only(["auto", "false"], oneOf("auto", "true", "false"))),
  comment: input("false", only(["false"], oneOf("true", "false"))),
  summary: input("true", flag),
  annotations: input("true", flag),
  decryptionKey: input("", text),
  workflowCommands: input("false", flag),
  timeout: input("", duration),
  report: input("", only([], text)),
  mount: input("auto", oneOf("auto", "true", "false")),
  matrixEntry: input("", only([], text)),
} as const;

/** The action's inputs, read once. What is absent and has no default is null. */
export type Inputs = { readonly [K in keyof typeof INPUTS]: ReturnType<(typeof INPUTS)[K]["parse"]> };

/** Reads every input. Bad ones are a UsageError that names them all. */
export function readInputs(read: ReadInput): Inputs {
  return readTable(INPUTS, read);
}

interface InputKind {
  /** What an empty input is. */
  readonly fallback: string;
  readonly parse: Parser<unknown>;
}

/** Reads an action's inputs by a table of them. Bad ones are a UsageError that names them all. */
export function readTable<T extends Readonly<Record<string, InputKind>>>(
  table: T,
  read: ReadInput,
): { readonly [K in keyof T]: ReturnType<T[K]["parse"]> } {
  const problems: string[] = [];
  const values = Object.entries(table).map(([key, { fallback, parse }]) => {
    const name = inputName(key);
    try {
      return [key, parse(read(name).trim() || fallback)];
    } catch (error) {
      problems.push(`input "${name}": ${(error as Error).message}.`);
      return [key, null];
    }
  });
  if (problems.length > 0) throw new UsageError("invalid-input", problems.join("\n"));
  return Object.freeze(Object.fromEntries(values)) as { readonly [K in keyof T]: ReturnType<T[K]["parse"]> };
}

/** An input's name in a workflow: `workingDirectory` is `working-directory`. */
export function inputName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** One line of such a table. */
export function input<T>(fallback: string, parse: Parser<T>): { readonly fallback: string; readonly parse: Parser<T> } {
  return { fallback, parse };
}
