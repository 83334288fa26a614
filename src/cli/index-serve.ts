import { constants } from "node:os";
import { join, resolve } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import type { Upstream } from "../packages/index.js";
import type { Define } from "./define.js";
import type { Cli, EndSignal } from "./io.js";

/** The same port in every run, where it is free: clients' own caches go by the index's URL. */
const USUAL_PORT = 18_413;

interface ServeFlags {
  readonly port?: number;
  readonly host: string;
  readonly upstream: readonly string[];
  readonly store?: string;
  readonly ttl?: number;
  readonly offline?: boolean;
  readonly verbose?: boolean;
}

const EXAMPLES = `
The first line of standard output, when it is ready, is {"url":"http://127.0.0.1:PORT/simple/"}.
An upstream with a name is served at /NAME/simple/; indexes are never merged.

Examples:
  $ forgexec index serve                                  what pip is configured with, kept and served
  $ forgexec index serve --port 0 --store ./index         any free port, a store of its own
  $ forgexec index serve --upstream https://index.example/simple --upstream own=https://own.example/simple
  $ forgexec index serve --offline                        only what is kept
  $ pip install --index-url http://127.0.0.1:${USUAL_PORT}/simple/ NAME

Exit code: 0 ended by SIGTERM, 130 by SIGINT (Ctrl-C), 2 bad usage or a port that is taken.`;

const OVERVIEW = `
Examples:
  $ forgexec index serve           what pip is configured with, kept and served
  $ forgexec index serve --help    its options`;

export const define: Define = (command, { cli, end }) => {
  command.helpCommand(false).addHelpText("after", OVERVIEW);
  const serve = command
    .command("serve")
    .description("serve a caching package index on this machine")
    .copyInheritedSettings(command);
  serve
    .helpOption("-h, --help", "show this help")
    .option("--port <n>", `port to listen on; 0: any (without it ${USUAL_PORT}, else any)`, readPort)
    .option("--host <address>", "address to listen on", "127.0.0.1")
    .option("--upstream <url>", "root of an index, or NAME=URL (repeatable; without it what pip uses)", collect, [])
    .option("--store <dir>", "where pages and files are kept (without it in the cache directory)")
    .option("--ttl <duration>", "how long a page counts as fresh: 90, 90s, 10m, 1h30m (without it 10m)")
    .option("--offline", "ask no upstream")
    .option("--verbose", "a line for each request, on standard error")
    .addHelpText("after", EXAMPLES)
    .action(async (flags: Omit<ServeFlags, "ttl"> & { readonly ttl?: string }) => {
      const { ttl, ...rest } = flags;
      end(await serveIndex(cli, { ...rest, ...(ttl === undefined ? {} : { ttl: await readTtl(serve, ttl) }) }));
    });
};

/** Serves until a signal ends it; returns the exit code. */
async function serveIndex(cli: Cli, flags: ServeFlags): Promise<number> {
  const { openIndex, readUpstream } = await import("../packages/index.js");
  const upstreams: Upstream[] = await Promise.all(flags.upstream.map(readUpstream));
  const ended = signal(cli);
  try {
    const index = await openIndex({
      store: await storeOf(cli, flags.store),
      upstreams,
      environment: cli.environment,
      platform: cli.platform,
      host: flags.host,
      ports: flags.port === undefined ? [USUAL_PORT, 0] : [flags.port],
      mode: flags.offline ? "offline" : "online",
      note: (line) => cli.stderr.write(`forgexec: ${line}\n`),
      ...(flags.ttl === undefined ? {} : { ttlMs: flags.ttl }),
      ...(flags.verbose ? { log: (line: string) => cli.stderr.write(`${line}\n`) } : {}),
    });
    cli.stdout.write(`${JSON.stringify({ url: index.url })}\n`);
    const name = await ended.received;
    await index.close();
    return name === "SIGTERM" ? 0 : 128 + constants.signals[name];
  } finally {
    ended.release();
  }
}

function signal(cli: Cli): { readonly received: Promise<EndSignal>; readonly release: () => void } {
  let release: () => void = () => {};
  const received = new Promise<EndSignal>((found) => {
    release = cli.onSignal(found);
  });
  return { received, release };
}

async function storeOf(cli: Cli, store: string | undefined): Promise<string> {
  if (store !== undefined) return resolve(cli.cwd, store);
  const { cacheDirectory } = await import("../build/index.js");
  return join(cacheDirectory(cli), "index");
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return port;
}

async function readTtl(command: Command, text: string): Promise<number> {
  const { parseDuration } = await import("../spec/index.js");
  const ttl = parseDuration(text);
  if (ttl === undefined) {
    command.error(
      `error: option '--ttl <duration>' argument '${text}' is invalid. It is written 90, 90s, 10m or 1h30m.`,
    );
  }
  return ttl as number;
}
