import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Engine } from "./engine.js";
import { addressOf, KEEP_ALIVE_MS, listen } from "./listen.js";
import type { EngineOptions, IndexUsage } from "./options.js";
import { Doorkeeper } from "./peer.js";

/** An index whose port is bound; what answers on it is loaded by the first request. */
export interface LazyIndex {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string;
  readonly port: number;
  /** The port of a second address, at which no upstream is ever asked; bound by the first call. @throws UsageError `not-listening` */
  offlinePort(): Promise<number>;
  /** Does now what else the first request does. Never rejects: each request then says what is wrong. */
  ready(): Promise<void>;
  usage(): IndexUsage;
  /** Ends at once. Safe to call twice. */
  close(): Promise<void>;
}

export interface LazyOptions {
  /** Ports to try in turn; 0: any that is free. */
  readonly ports: readonly number[];
  /** What the answers are made from; called once, by the first request. */
  readonly options: () => Promise<EngineOptions>;
  readonly note: (line: string) => void;
  /** The user whose processes are served where an upstream gives to this user only. Default: this process's. */
  readonly user?: number | undefined;
}

const HOST = "127.0.0.1";
const NOTHING: IndexUsage = { kept: new Set(), fetched: new Set(), fetchedBytes: 0 };

/** Binds a port on loopback, and nothing else: a run that asks the index for nothing pays next to nothing for it. @throws UsageError `not-listening` */
export async function openLazily(lazy: LazyOptions): Promise<LazyIndex> {
  const { ports, options, note } = lazy;
  let opening: Promise<Engine | null> | undefined;
  let engine: Engine | null = null;
  const open = (): Promise<Engine | null> => {
    opening ??= load(options).then(
      (opened) => {
        engine = opened;
        return opened;
      },
      (error: Error) => {
        note(`The package index can't answer: ${error.message}`);
        return null;
      },
    );
    return opening;
  };
  const doorkeeper = new Doorkeeper(lazy.user ?? process.getuid?.());
  type Way = "handle" | "handleOffline";
  const answer = async (way: Way, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const opened = await open();
    if (opened === null) refuse(response, { status: 503, why: "The package index is out of order." });
    else if (opened.reveals === "credentialed" && !(await doorkeeper.admits(request.socket)))
      refuse(response, { status: 403, why: "This index serves the user who runs the build." });
    else opened[way](request, response);
  };
  const serve = async (way: Way, at: readonly number[]): Promise<{ server: Server; port: number }> => {
    const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS });
    server.on("request", (request: IncomingMessage, response: ServerResponse) => {
      if (engine?.reveals === "public") engine[way](request, response);
      else void answer(way, request, response);
    });
    return { server, port: await listen(server, { host: HOST, ports: at }) };
  };
  const { server, port } = await serve("handle", ports);
  let offline: ReturnType<typeof serve> | undefined;
  let closing: Promise<void> | undefined;
  return {
    address: addressOf(HOST, port),
    port,
    async offlinePort() {
      offline ??= serve("handleOffline", [0]);
      return (await offline).port;
    },
    ready: async () => void (await open()),
    usage: () => engine?.usage() ?? NOTHING,
    close() {
      closing ??= (async () => {
        const second = await offline?.catch(() => null);
        for (const each of [server, second?.server]) {
          each?.close();
          each?.closeAllConnections();
        }
        await (await opening)?.close();
      })();
      return closing;
    },
  };
}

async function load(options: LazyOptions["options"]): Promise<Engine> {
  const [{ openEngine }, settings] = await Promise.all([import("./engine.js"), options()]);
  return openEngine(settings);
}

function refuse(response: ServerResponse, { status, why }: { readonly status: number; readonly why: string }): void {
  if (!response.destroyed) response.writeHead(status, { "content-type": "text/plain" }).end(`${why}\n`);
}
