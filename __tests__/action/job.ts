import { EventEmitter } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Writable } from "node:stream";
import { jest } from "@jest/globals";
import { type Edge, processEdge, runAction } from "../../src/action/index.js";
import { type Home, newHome } from "../e2e/support/home.js";
import { temporaryFolder } from "../e2e/support/temporary.js";

export interface JobOptions {
  readonly workspace: string;
  readonly home?: Home;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** State that an earlier step of the action saved. */
  readonly state?: Readonly<Record<string, string>>;
  /** The action's entry; absent: the build's. */
  readonly action?: (edge: Edge) => Promise<void>;
  /** The time that the action finds. */
  readonly now?: () => Date;
}

export interface JobResult {
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Undefined: the process would have ended with success. */
  readonly exitCode: typeof process.exitCode;
}

export interface Job {
  readonly result: Promise<JobResult>;
  /** Sends the signal to the action, as the runner does, and to nobody else. */
  signal(name: NodeJS.Signals): void;
}

/** Runs the action in this process, as a runner would start it: with files for its outputs, and inputs as variables. */
export function runJob(options: JobOptions): Promise<JobResult> {
  return startJob(options).result;
}

export function startJob(options: JobOptions): Job {
  const { workspace, home = newHome(), inputs = {}, state = {} } = options;
  const runner = temporaryFolder();
  const file = (name: string): string => path.join(runner, name);
  for (const name of ["output", "state", "summary", "env", "path"]) writeFileSync(file(name), "");
  const environment = {
    ...home.environment,
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: file("output"),
    GITHUB_STATE: file("state"),
    GITHUB_STEP_SUMMARY: file("summary"),
    GITHUB_ENV: file("env"),
    GITHUB_PATH: file("path"),
    RUNNER_TEMP: runner,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])),
    ...options.environment,
  };
  const signals = new EventEmitter();
  const run = async (): Promise<JobResult> => {
    const { action = runAction, now } = options;
    const { log, exitCode } = await inProcess(environment, { home, signals, action, now });
    const read = (name: string): string => readFileSync(file(name), "utf8");
    return {
      log,
      exitCode,
      outputs: valuesOf(read("output")),
      state: valuesOf(read("state")),
      summary: read("summary"),
    };
  };
  return { result: run(), signal: (name) => void signals.emit(name, name) };
}

/** The toolkit reads this process's environment and writes to its stdout: both are the job's as long as it runs. */
async function inProcess(
  environment: Readonly<Record<string, string | undefined>>,
  {
    home,
    signals,
    action,
    now = () => new Date(),
  }: {
    readonly home: Home;
    readonly signals: EventEmitter;
    readonly action: (edge: Edge) => Promise<void>;
    readonly now: (() => Date) | undefined;
  },
): Promise<Pick<JobResult, "log" | "exitCode">> {
  const before = { ...process.env };
  const chunks: string[] = [];
  const log = new Writable({
    decodeStrings: false,
    write: (chunk, _encoding, done) => {
      chunks.push(String(chunk));
      done();
    },
  });
  const stdout = jest.spyOn(process.stdout, "write").mockImplementation((chunk) => chunks.push(String(chunk)) > 0);
  replaceEnvironment(environment);
  try {
    const closeInherited = async (): Promise<void> => undefined;
    await action({ ...processEdge(), home: home.folder, now, log, signals, closeInherited });
    return { log: chunks.join(""), exitCode: process.exitCode };
  } finally {
    process.exitCode = undefined;
    stdout.mockRestore();
    replaceEnvironment(before);
  }
}

function replaceEnvironment(environment: Readonly<Record<string, string | undefined>>): void {
  for (const name of Object.keys(process.env)) delete process.env[name];
  for (const [name, value] of Object.entries(environment)) if (value !== undefined) process.env[name] = value;
}

/** `name<<delimiter`, lines, `delimiter`: the form of the runner's files. */
function valuesOf(text: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const [, name, , value] of text.matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n\2$/gm)) values[name ?? ""] = value ?? "";
  return values;
}

/** The lines of a log that the runner reads commands in: those outside of `stop-commands`. */
export function liveLines(log: string): readonly string[] {
  const live: string[] = [];
  let token: string | null = null;
  for (const line of log.split(/\r?\n/)) {
    if (token !== null) {
      if (line.trim() === `::${token}::`) token = null;
    } else {
      token = /^\s*::stop-commands::(.+)$/.exec(line)?.[1] ?? null;
      if (token === null) live.push(line);
    }
  }
  return live;
}
