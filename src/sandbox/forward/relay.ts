import { connect, type Server, type Socket } from "node:net";
import type { SandboxForward } from "../model.js";
import { refuse } from "../refuse.js";
import { type EnterNetwork, listenInside } from "./listen-inside.js";

/** Ways out of an isolated network that are open. */
export interface Forwards {
  /** Closes them and whatever runs through them. Safe to call twice. */
  close(): void;
}

/**
 * Opens the ways out of a sandbox's network: each connection to 127.0.0.1:`port` inside is carried, by this process, to the one place that
 * the forward names. They keep no process alive. `enter`: null where that network cannot be entered. @throws CommandError "spawn", "unsupported".
 */
export async function openForwards(forwards: readonly SandboxForward[], enter: EnterNetwork | null): Promise<Forwards> {
  if (forwards.length === 0) return { close() {} };
  if (enter === null) throw refuse("unsupported", "forwards: the sandbox's network cannot be entered from here");
  const targets = new Map(forwards.map(({ port, to }) => [port, to]));
  const servers = await listenInside(enter, [...targets.keys()]);
  const open = new Set<Socket>();
  for (const [port, server] of servers) {
    const to = targets.get(port);
    if (to) relay(server, { to, open });
  }
  return {
    close() {
      for (const server of servers.values()) server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

function relay(server: Server, { to, open }: { readonly to: SandboxForward["to"]; readonly open: Set<Socket> }): void {
  // One side may be done with writing long before the other, as a client that has sent its request.
  Object.assign(server, { allowHalfOpen: true });
  server.unref();
  server.on("connection", (inside) => {
    const target = "port" in to ? { host: "127.0.0.1", port: to.port } : { path: to.socketPath };
    const outside = connect({ ...target, allowHalfOpen: true });
    for (const [from, into] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      open.add(from);
      from.pipe(into);
      // A fault of one side ends both: the other would wait for ever.
      from.on("error", () => into.destroy());
      from.on("close", () => {
        open.delete(from);
        if (!from.readableEnded) into.destroy();
      });
    }
  });
}
