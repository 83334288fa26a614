import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Engine } from "./engine.js";
import { addressOf, KEEP_ALIVE_MS, listen } from "./listen.js";
import type { EngineOptions, IndexUsage } from "./options.js";

/** An index whose port is bound; what answers on it is loaded by the first request. */
export interface LazyIndex {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string;
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
}

const HOST = "127.0.0.1";
const NOTHING: IndexUsage = { kept: new Set(), fetched: new Set(), fetchedBytes: 0 };

/** Binds a port on loopback, and nothing else: a run that asks the index for nothing pays next to nothing for it. @throws UsageError `not-listening` */
export async function openLazily({ ports, options, note }: LazyOptions): Promise<LazyIndex> {
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
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS });
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (engine !== null) engine.handle(request, response);
    else void open().then((opened) => (opened === null ? refuse(response) : opened.handle(request, response)));
  });
  const port = await listen(server, { host: HOST, ports });
  let closing: Promise<void> | undefined;
  return {
    address: addressOf(HOST, port),
    ready: async () => void (await open()),
    usage: () => engine?.usage() ?? NOTHING,
    close() {
      closing ??= (async () => {
        server.close();
        server.closeAllConnections();
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

function refuse(response: ServerResponse): void {
  if (!response.destroyed)
    response.writeHead(503, { "content-type": "text/plain" }).end("The package index is out of order.\n");
}
