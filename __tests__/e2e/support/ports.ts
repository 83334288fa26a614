import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";

/** Ports of 127.0.0.1 that nothing listens on. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), "close")));
  return ports;
}

/** Gives the spec free ports in place of those that it names, so that runs of it do not meet. */
export async function replacePorts(spec: string, named: readonly number[]): Promise<void> {
  const ports = await freePorts(named.length);
  const text = readFileSync(spec, "utf8");
  writeFileSync(
    spec,
    named.reduce((result, port, index) => result.replaceAll(String(port), String(ports[index])), text),
  );
}
