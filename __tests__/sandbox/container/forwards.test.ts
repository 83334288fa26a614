import { mkdtempSync, rmSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect } from "@jest/globals";
import { getExecutor } from "../../../src/sandbox/index.js";
import { failureOf } from "../../command/helper.js";
import { engines } from "./engines.js";
import { IMAGE } from "./images.js";

describe.each(engines)("$title", ({ test, use }) => {
  use();
  const sandbox = getExecutor("container");

  /** A server of this machine that answers with its name; its port, or the path it listens at. */
  async function listening(server: Server, at: number | string): Promise<number> {
    server.listen(typeof at === "number" ? { port: at, host: "127.0.0.1" } : { path: at });
    await new Promise((resolve) => server.once("listening", resolve));
    return typeof at === "number" ? (server.address() as { port: number }).port : 0;
  }

  test("what is forwarded is reached from an isolated network, and nothing else is", async () => {
    const folder = mkdtempSync(join(tmpdir(), "forgexec-forward-"));
    const index = createHttpServer((request, response) => response.end(`index ${request.url}\n`));
    const other = createServer((socket) => socket.end("other\n"));
    const bySocket = createHttpServer((_request, response) => response.end("x".repeat(3_000_000)));
    const port = await listening(index, 0);
    const otherPort = await listening(other, 0);
    await listening(bySocket, join(folder, "socket"));
    const forwards = [
      { port: 3141, to: { port } },
      { port: 3142, to: { socketPath: join(folder, "socket") } },
      { port: 3143, to: { port: 1 } },
    ];
    const session = await sandbox.open({ image: IMAGE, network: "isolated", forwards });
    try {
      const sh = (script: string) =>
        session.command(["sh", "-c", script]).stdout("capture").stderr("stdout").allowFailure().run();
      expect((await sh("ls /sys/class/net; wget -q -O - http://127.0.0.1:3141/simple/")).stdout).toBe(
        "lo\nindex /simple/\n",
      );
      const many = "for i in 1 2 3 4 5; do wget -q -O - http://127.0.0.1:3142/ | wc -c & done; wait";
      expect((await sh(many)).stdout.trim().split("\n")).toEqual(Array(5).fill("3000000"));
      // A connection whose far side refuses is over at once.
      expect((await sh("nc -w 60 127.0.0.1 3143 < /dev/zero 2> /dev/null | wc -c")).stdout.trim()).toBe("0");
      for (const closed of [port, otherPort])
        expect((await sh(`nc -w 1 127.0.0.1 ${closed} < /dev/null`)).stdout).toContain("refused");
      expect((await sh("ps -o args")).stdout).not.toMatch(/node|nsenter/);
    } finally {
      await session.close();
      for (const server of [index, other, bySocket]) server.close();
      rmSync(folder, { recursive: true });
    }
  });

  test("the network that the engine gives a container has the forwards too", async () => {
    const index = createHttpServer((request, response) => response.end(`index ${request.url}\n`));
    const port = await listening(index, 0);
    const session = await sandbox.open({ image: IMAGE, forwards: [{ port: 3141, to: { port } }] });
    try {
      const asked = session.command(["wget", "-q", "-O", "-", "http://127.0.0.1:3141/simple/"]);
      expect((await asked.stdout("capture").run()).stdout).toBe("index /simple/\n");
    } finally {
      await session.close();
      index.close();
    }
  });

  test("in a network that is this machine's there is nothing to forward", async () => {
    const forwards = [{ port: 3141, to: { port: 1 } }];
    expect(await failureOf(getExecutor("bubblewrap").open({ forwards }))).toMatchObject({ reason: "invalid" });
  });
});
