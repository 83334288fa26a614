import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import path from "node:path";
import { afterAll } from "@jest/globals";

const PROGRAM = path.resolve(import.meta.dirname, "../programs/beacon.mjs").replaceAll("\\", "/");

const open: Beacon[] = [];

/**
 * Tells when commands of a run live and when they are gone: each keeps a connection, which closes when its process ends.
 * It works on every system and waits for no time.
 */
export class Beacon {
  readonly #server: Server;
  readonly #sockets = new Map<Socket, string>();
  readonly #names: string[] = [];
  readonly #waiting = new Set<() => void>();

  private constructor(server: Server) {
    this.#server = server;
    server.on("connection", (socket) => {
      this.#sockets.set(socket, "");
      socket.on("data", (data) => this.#change(() => this.#name(socket, data.toString().trim())));
      socket.on("error", () => {});
      socket.once("close", () => this.#change(() => this.#sockets.delete(socket)));
    });
  }

  static async listen(): Promise<Beacon> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const beacon = new Beacon(server);
    open.push(beacon);
    return beacon;
  }

  /**
   * A command for a spec: it connects, gives its name, and lives until it is released or killed. A stubborn one takes no
   * signal but SIGKILL; a family is three of those, the last in a session of its own.
   */
  command(name: string, manner: "polite" | "stubborn" | "family" = "polite"): string {
    const { port } = this.#server.address() as AddressInfo;
    return `node "${PROGRAM}" ${port} ${name} ${manner}`;
  }

  /** Resolves when so many commands have given their names. */
  async names(count: number): Promise<readonly string[]> {
    await this.#until(() => this.#names.length >= count);
    return this.#names;
  }

  /** Resolves when no command is connected any more. */
  async dark(): Promise<void> {
    await this.#until(() => this.#sockets.size === 0);
  }

  /** Lets the commands of this name end with success. */
  release(name: string): void {
    for (const [socket, given] of this.#sockets) if (given === name) socket.end();
  }

  close(): void {
    for (const socket of this.#sockets.keys()) socket.destroy();
    this.#server.close();
  }

  #name(socket: Socket, name: string): void {
    this.#sockets.set(socket, name);
    this.#names.push(name);
  }

  #change(change: () => void): void {
    change();
    for (const check of [...this.#waiting]) check();
  }

  #until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (!condition()) return;
        this.#waiting.delete(check);
        resolve();
      };
      this.#waiting.add(check);
      check();
    });
  }
}

afterAll(() => {
  for (const beacon of open.splice(0)) beacon.close();
});
