import { type Command, InvalidArgumentError, Option } from "commander";
import { type ChangeStatus, FORMATS, type Format, SOURCE_KINDS, type SourceKind } from "../changes/index.js";
import type { ColorMode } from "../color.js";

/** The options of `forgexec changes`; a report has those that make sense for it. */
export interface ChangesFlags {
  readonly source?: SourceKind;
  readonly from?: string;
  readonly server?: string;
  readonly port?: number;
  readonly login?: string;
  readonly key?: string;
  readonly config?: string;
  readonly cache: boolean;
  readonly refresh?: boolean;
  readonly project?: readonly string[];
  readonly repository?: readonly string[];
  readonly group?: readonly string[];
  readonly allGroups?: boolean;
  readonly user?: string;
  readonly bot?: readonly string[];
  readonly bots?: boolean;
  readonly status?: readonly ChangeStatus[];
  readonly branch?: readonly string[];
  readonly topic?: readonly string[];
  readonly owner?: readonly string[];
  readonly reviewer?: readonly string[];
  readonly message?: readonly string[];
  readonly file?: readonly string[];
  readonly approval?: readonly string[];
  readonly strict?: boolean;
  readonly days?: number;
  readonly plot?: string;
  readonly current?: boolean;
  readonly format: Format;
  readonly sort?: string;
  readonly field?: readonly string[];
  readonly limit?: number;
  readonly color: ColorMode;
  readonly now?: number;
  readonly pager: boolean;
  readonly interval?: string;
  readonly json?: boolean;
}

const STATUSES: readonly ChangeStatus[] = ["open", "merged", "closed"];
const LATEST = 8.64e15;

export function addSourceOptions(command: Command): void {
  command
    .addOption(new Option("--source <system>", "where changes come from (without it github)").choices(SOURCE_KINDS))
    .option("--from <file>", "recorded changes, one JSON object a line, in place of a server")
    .option("--server <address>", "the API's address; for ssh the host")
    .option("--port <n>", "ssh port (29418)", whole(1, 65_535, "a port from 1 to 65535"))
    .option("--login <name>", "who you are on the server")
    .option("--key <file>", "ssh key")
    .option("--project <name>", "a project (repeatable)", collect)
    .option("--repository <owner/name>", "the same for GitHub; without it GITHUB_REPOSITORY (repeatable)", collect)
    .option("--group <name>", "the configuration's group of projects (repeatable)", collect)
    .option("--all-groups", "the projects of every group")
    .option("--config <file>", "the configuration; without it .forge-changes.yml, upwards")
    .option("--no-cache", "neither use nor keep answers of the last 5 minutes")
    .option("--refresh", "ask anew, and keep the answers");
}

/** `names`: `--bot` alone; `switch`: bots are left out, and `--bots` lets them in. */
export function addPeopleOptions(command: Command, { bots }: { readonly bots: "names" | "switch" }): void {
  command
    .option("--user <login>", "whose list it is")
    .option("--bot <login>", "an account that is no person (repeatable)", collect);
  if (bots === "switch") command.option("--bots", "show what bots say as well");
}

export function addFilterOptions(command: Command, { statuses }: { readonly statuses: "any" | "open" }): void {
  if (statuses === "any") command.option("--status <status>", `${STATUSES.join(", ")} (repeatable)`, collectStatus);
  command
    .option("--branch <name>", "its branch; ^ begins a regular expression (repeatable)", collect)
    .option("--topic <name>", "its topic, likewise (repeatable)", collect)
    .option("--owner <login>", "who made it (repeatable)", collect)
    .option("--reviewer <login>", "who reviews it (repeatable)", collect)
    .option("--message <text>", "what its message says (repeatable)", collect)
    .option("--file <pattern>", "a path in it: a regular expression, or a glob such as **/*.py (repeatable)", collect)
    .option("--approval <vote>", "a vote on it, such as reviews=+2 or tests=-1 (repeatable)", collect);
}

export function addOutputOptions(command: Command): void {
  command
    .addOption(new Option("--format <format>", "how to show it").choices(FORMATS).default("text"))
    .option("--sort <field>", "order by a column; FIELD:rev the other way round")
    .option("--field <name>", "show this column; NAME:20 cuts it (repeatable)", collectWords)
    .option("--limit <n>", "show at most so many", whole(1, 1_000_000, "a number of rows, 1 or more"))
    .option("--now <time>", "reckon from this time (ISO 8601) in place of now", instant)
    .option("--no-pager", "never show it in a pager");
  addColors(command);
}

/** Alone, as the reports' forerunner had it, it means always. */
export function addColors(command: Command): void {
  command.addOption(
    new Option("--color [when]", "colours").choices(["auto", "always", "never"]).preset("always").default("auto"),
  );
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function collectWords(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...value.split(",")];
}

function collectStatus(value: string, before: readonly ChangeStatus[] = []): readonly ChangeStatus[] {
  const found = STATUSES.find((status) => status === value.toLowerCase());
  if (found === undefined) throw new InvalidArgumentError(`It is one of ${STATUSES.join(", ")}.`);
  return [...before, found];
}

function whole(least: number, most: number, meaning: string): (text: string) => number {
  return (text) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(number >= least && number <= most)) throw new InvalidArgumentError(`It is ${meaning}.`);
    return number;
  };
}

/** Reads a number of days. */
export const days = whole(0, 100_000, "a number of days");

/** A time as ISO 8601 has it, a date alone being its first moment in UTC; ms since the epoch. */
function instant(text: string): number {
  const form = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/i;
  const time = form.test(text) ? Date.parse(text) : Number.NaN;
  if (!(Math.abs(time) <= LATEST)) throw new InvalidArgumentError("It is a time such as 2030-01-31T12:00:00Z.");
  return time;
}
