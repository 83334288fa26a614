import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import type { Home } from "./home.js";
import { CLI } from "./paths.js";

export interface CliOptions {
  readonly home: Home;
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Another copy of `dist/cli.js`. */
  readonly cli?: string;
  /** Another interpreter than the test's own. */
  readonly node?: string;
  readonly input?: string;
}

export interface CliResult {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Both streams, for messages and for looking for what must be in neither. */
  readonly all: string;
}

export interface CliProcess {
  readonly child: ChildProcess;
  readonly result: Promise<CliResult>;
  /** Resolves when what was printed so far, on both streams, has the text; fails if the process ends without. */
  printed(text: string): Promise<void>;
  /** The promise's value; fails if the process ends before there is one. */
  until<T>(happened: Promise<T>): Promise<T>;
}

/** Starts the bundled command line as a process. */
export function startCli(args: readonly string[], options: CliOptions): CliProcess {
  const child = spawn(options.node ?? process.execPath, [options.cli ?? CLI, ...args], {
    cwd: options.cwd,
    env: { ...options.home.environment, ...options.environment },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.end(options.input ?? "");
  const result = resultOf(child);
  const early = result.then(({ exitCode, all }) => {
    throw new Error(`the process ended too early, exit code ${exitCode}:\n${all}`);
  });
  early.catch(() => {});
  return { child, result, printed: watcher(child), until: (happened) => Promise.race([happened, early]) };
}

/** Runs the bundled command line to its end. */
export function runCli(args: readonly string[], options: CliOptions): Promise<CliResult> {
  return startCli(args, options).result;
}

async function resultOf(child: ReturnType<typeof spawn>): Promise<CliResult> {
  const closed = once(child, "close") as Promise<[number | null, string | null]>;
  const [stdout, stderr, [exitCode, signal]] = await Promise.all([
    child.stdout ? text(child.stdout) : "",
    child.stderr ? text(child.stderr) : "",
    closed,
  ]);
  return { exitCode, signal, stdout, stderr, all: `${stdout}\n${stderr}` };
}

function watcher(child: ChildProcess): (wanted: string) => Promise<void> {
  let seen = "";
  let ended = false;
  const waiting = new Set<() => void>();
  const look = () => {
    for (const check of [...waiting]) check();
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      seen += chunk.toString();
      look();
    });
  }
  child.once("close", () => {
    ended = true;
    look();
  });
  return (wanted) =>
    new Promise((resolve, reject) => {
      const check = () => {
        if (seen.includes(wanted)) resolve();
        else if (ended) reject(new Error(`the process ended without printing ${JSON.stringify(wanted)}:\n${seen}`));
        else return;
        waiting.delete(check);
      };
      waiting.add(check);
      check();
    });
}
