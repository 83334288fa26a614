import { Command } from "./command.js";
import type { CommandResult } from "./result.js";
import type { Stderr, Stdin, Stdout } from "./targets.js";

/** Options of the simple call; each is the Command method of its name. */
export interface RunOptions {
  /** The whole environment; absent: the parent's. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  readonly stdin?: Stdin;
  /** Default "capture". */
  readonly stdout?: Stdout;
  /** Default "capture". */
  readonly stderr?: Stderr;
  readonly maxBuffer?: number;
  readonly timeout?: number;
  readonly idleTimeout?: number;
  readonly killGrace?: number;
  readonly signal?: AbortSignal;
  readonly allowFailure?: boolean;
}

/** Runs a program to its end and gives what it wrote. Rejects with a CommandError unless it succeeds or failure is allowed. */
export function run(program: string, args: readonly string[] = [], options: RunOptions = {}): Promise<CommandResult> {
  const command = new Command(program, args).stdout(options.stdout ?? "capture").stderr(options.stderr ?? "capture");
  if (options.env) command.envAll(options.env);
  if (options.cwd !== undefined) command.cwd(options.cwd);
  if (options.stdin !== undefined) command.stdin(options.stdin);
  if (options.maxBuffer !== undefined) command.maxBuffer(options.maxBuffer);
  if (options.timeout !== undefined) command.timeout(options.timeout);
  if (options.idleTimeout !== undefined) command.idleTimeout(options.idleTimeout);
  if (options.killGrace !== undefined) command.killGrace(options.killGrace);
  if (options.signal !== undefined) command.signal(options.signal);
  if (options.allowFailure) command.allowFailure();
  return command.run();
}
