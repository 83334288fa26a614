import type { ChildProcess } from "node:child_process";
import { Server } from "node:net";
import { type CommandError, parentEnvironment, startChild } from "../../command/index.js";
import { refuse } from "../refuse.js";

/** How a program is started in the sandbox's network: the words in front of its own, as `nsenter --net=…`. */
export type EnterNetwork = readonly [string, ...string[]];

const LISTEN_MS = 20_000;

/**
 * A socket belongs to the network that it was made in, whoever holds it: this program makes those that are asked for, hands them over and
 * is gone, before anything else runs there.
 */
const LISTENER = `
const { createServer } = require("node:net");
const ports = JSON.parse(process.argv[1]);
let left = ports.length;
for (const port of ports) {
  const server = createServer();
  server.once("error", ({ code }) => process.send({ port, code }, () => process.exit(1)));
  server.listen({ port, host: "127.0.0.1" }, () =>
    process.send({ port }, server, () => { if (--left === 0) process.exit(0); }));
}`;

/**
 * Sockets that listen at ports of 127.0.0.1 in the sandbox's network, held by this process, by their ports.
 * @throws CommandError "spawn" where that network cannot be entered or a port is taken.
 */
export async function listenInside(
  enter: EnterNetwork,
  ports: readonly number[],
): Promise<ReadonlyMap<number, Server>> {
  const servers = new Map<number, Server>();
  const [program, ...words] = [...enter, process.execPath, "-e", LISTENER, JSON.stringify(ports)];
  const child = await startChild(program, words, {
    env: { PATH: parentEnvironment().PATH },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    timeout: LISTEN_MS,
    killSignal: "SIGKILL",
  }).catch((error: Error) => {
    throw notEntered(error.message, error);
  });
  return new Promise((resolve, reject) => {
    const fail = (error: CommandError) => {
      for (const server of servers.values()) server.close();
      reject(error);
    };
    const said = collect(child);
    child.once("error", (error) => fail(notEntered(error.message, error)));
    child.on("message", (message, handle) => {
      const { port, code } = message as { readonly port: number; readonly code?: string };
      if (code !== undefined) fail(refuse("spawn", `forwards: no socket can listen at port ${port} inside (${code})`));
      else if (handle instanceof Server) servers.set(port, handle);
    });
    child.once("close", () => {
      if (servers.size === ports.length) resolve(servers);
      else fail(notEntered(said() || "no reason was given"));
    });
  });
}

function notEntered(why: string, cause?: unknown): CommandError {
  return refuse("spawn", `forwards: the sandbox's network could not be entered: ${why}`, { cause });
}

function collect(child: ChildProcess): () => string {
  let text = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    text = (text + chunk).slice(-2000);
  });
  return () => text.trim();
}
