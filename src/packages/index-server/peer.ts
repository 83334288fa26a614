import { readFile } from "node:fs/promises";
import type { Socket } from "node:net";

/** Who owns the process at the other end of a connection over IPv4 loopback (/proc/net/tcp, proc(5)); null: it can't be told. */
export async function peerUser({
  remoteAddress,
  remotePort,
}: Pick<Socket, "remoteAddress" | "remotePort">): Promise<number | null> {
  if (remoteAddress === undefined || remotePort === undefined) return null;
  const table = await readFile("/proc/net/tcp", "latin1").catch(() => "");
  const wanted = `${address(remoteAddress)}:${remotePort.toString(16).toUpperCase().padStart(4, "0")}`;
  for (const line of table.split("\n")) {
    const [, local, , , , , , user] = line.trim().split(/\s+/);
    if (local === wanted && user !== undefined) return Number(user);
  }
  return null;
}

/** The kernel writes an address as a number of the machine's byte order, which on all that Node runs on but s390x is the little one. */
function address(text: string): string {
  const bytes = text.split(".").map((part) => Number(part).toString(16).toUpperCase().padStart(2, "0"));
  return bytes.reverse().join("");
}

/** Lets only one user, and root, in; on whichever system that can be told. Each connection is looked at once. */
export class Doorkeeper {
  readonly #user: number | undefined;
  readonly #known = new WeakMap<Socket, Promise<boolean>>();

  /** @param user undefined: the system has no such thing. Root lets everybody in: it may run its commands as anyone. */
  constructor(user: number | undefined) {
    this.#user = user;
  }

  admits(socket: Socket): Promise<boolean> {
    let admitted = this.#known.get(socket);
    if (admitted === undefined) {
      admitted = this.#look(socket);
      this.#known.set(socket, admitted);
    }
    return admitted;
  }

  async #look(socket: Socket): Promise<boolean> {
    if (this.#user === undefined || this.#user === 0) return true;
    const user = await peerUser(socket);
    return user === null || user === 0 || user === this.#user;
  }
}
