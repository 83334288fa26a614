import { createServer } from "node:net";
import type { SandboxPort } from "../model.js";
import type { NormalConfig } from "../normal.js";
import { refuse, type SandboxFault } from "../refuse.js";

/** Those ports at which something listens on this machine already. */
export async function takenPorts(ports: NormalConfig["ports"]): Promise<readonly SandboxFault[]> {
  const looked = await Promise.all(
    ports.map(async ({ host, address }): Promise<readonly SandboxFault[]> => {
      if (!(await isTaken(host, address))) return [];
      return [{ at: ["ports", String(host)], error: refuse("invalid", whyTaken({ host, address })) }];
    }),
  );
  return looked.flat();
}

/** What is wrong with a port that is taken, and what to do about it. */
export function whyTaken({ host, address }: Pick<SandboxPort, "host"> & { readonly address: string }): string {
  return `the port ${host} cannot be published: something listens at ${address} on it already. End that, or publish another`;
}

/** Other faults, such as a low port that only the engine may have, are the engine's to tell. */
function isTaken(port: number, host: string): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code === "EADDRINUSE"));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(false)));
  });
}
