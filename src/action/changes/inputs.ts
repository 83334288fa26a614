import { type ChangeStatus, FORMATS, REPORTS, SOURCE_KINDS } from "../../changes/index.js";
import { input, type ReadInput, readTable } from "../inputs.js";
import { flag, names, oneOf, type Parser, text } from "../parsers.js";

const STATUSES: readonly ChangeStatus[] = ["open", "merged", "closed"];

/** A whole number; empty: null. */
const number: Parser<number | null> = (given) => {
  if (given === "") return null;
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new Error(`"${given}" is no whole number from 1 up`);
  return Number(given);
};

/** Each of the given words once, or none of them. */
function wordsOf<const T extends string>(known: readonly T[]): Parser<readonly T[]> {
  const one = oneOf(...known);
  return (given) => names(given).map(one);
}

/** Every input of changes/action.yml with its default and its parser. */
export const CHANGES_INPUTS = {
  report: input("list", oneOf(...REPORTS.map(({ name }) => name))),
  repositories: input("", names),
  user: input("", text),
  format: input("markdown", oneOf(...FORMATS)),
  postTo: input("summary", oneOf("summary", "issue", "comment")),
  githubToken: input("", text),
  issue: input("", number),
  title: input("", text),
  id: input("", text),
  change: input("", text),
  status: input("open", wordsOf(STATUSES)),
  bots: input("", names),
  days: input("", number),
  strict: input("false", flag),
  sort: input("", text),
  fields: input("", names),
  limit: input("", number),
  config: input("", text),
  source: input("", (given) => (given === "" ? null : oneOf(...SOURCE_KINDS)(given))),
  server: input("", text),
  from: input("", text),
} as const;

/** The inputs, read once. What is absent and has no default is null. */
export type ChangesInputs = {
  readonly [K in keyof typeof CHANGES_INPUTS]: ReturnType<(typeof CHANGES_INPUTS)[K]["parse"]>;
};

/** Reads every input. Bad ones are a UsageError that names them all. */
export function readChangesInputs(read: ReadInput): ChangesInputs {
  return readTable(CHANGES_INPUTS, read);
}
