import type { Server } from "node:http";
import { type AddressInfo, isIP } from "node:net";
import { UsageError } from "../../errors.js";
import { isCode } from "../../files.js";

/** How long a client's connection stays open between two requests, in ms. */
export const KEEP_ALIVE_MS = 75_000;

/** Binds the first of the ports that is free; the port. @throws UsageError `not-listening` where none is, or the address is not this machine's */
export async function listen(
  server: Server,
  { host, ports }: { readonly host: string; readonly ports: readonly number[] },
): Promise<number> {
  for (const [index, port] of ports.entries()) {
    try {
      await bind(server, host, port);
      return (server.address() as AddressInfo).port;
    } catch (cause) {
      if (isCode(cause, "EADDRINUSE") && index < ports.length - 1) continue;
      const why = isCode(cause, "EADDRINUSE") ? "something else listens there" : (cause as Error).message;
      throw new UsageError("not-listening", `The index can't listen on port ${port} of ${host}: ${why}.`, { cause });
    }
  }
  throw new UsageError("not-listening", "The index was given no port to listen on.");
}

/** `http://HOST:PORT`, without a slash at the end. */
export function addressOf(host: string, port: number): string {
  return `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}

function bind(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}
