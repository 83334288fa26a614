import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test as plain } from "@jest/globals";
import type { Command } from "../../../src/command/index.js";
import { detectEngine } from "../../../src/sandbox/container/detect.js";
import { removeAbandoned } from "../../../src/sandbox/container/recover.js";
import { getExecutor, type SandboxSession } from "../../../src/sandbox/index.js";
import { failureOf } from "../../command/helper.js";
import { docker, obstacle, useDocker } from "./docker.js";
import { BARE_IMAGE, IMAGE } from "./images.js";

const test = obstacle === null ? plain : plain.skip;
// The service sees none of this machine's temporary files, as one on another machine.
useDocker({ hidden: tmpdir() });
const sandbox = getExecutor("container");
/** Without TLS docker itself wants no TCP. A process of its own: some calls of the client wait for it at once. */
const RELAY = `
const { connect, createServer } = require("node:net");
const server = createServer({ allowHalfOpen: true }, (client) => {
  const service = connect({ path: process.argv[1], allowHalfOpen: true });
  client.on("error", () => service.destroy());
  service.on("error", () => client.destroy());
  client.pipe(service).pipe(client);
}).listen(0, "127.0.0.1", () => console.log(server.address().port));
process.stdin.resume().once("close", () => process.exit());
`;
let relay: ChildProcess | null = null;
const chosen = process.env.FORGEXEC_CONTAINER_ENGINE;
beforeAll(async () => {
  if (obstacle !== null) return;
  const socket = (process.env.DOCKER_HOST ?? "").slice("unix://".length);
  const child = spawn(process.execPath, ["-e", RELAY, socket], { stdio: ["pipe", "pipe", "inherit"] });
  relay = child;
  const [port] = await once(createInterface({ input: child.stdout }), "line");
  process.env.DOCKER_HOST = `tcp://127.0.0.1:${port}`;
  process.env.FORGEXEC_CONTAINER_ENGINE = "docker";
});
afterAll(() => {
  if (chosen === undefined) delete process.env.FORGEXEC_CONTAINER_ENGINE;
  else process.env.FORGEXEC_CONTAINER_ENGINE = chosen;
  relay?.stdin?.end();
});

async function within(image: string, use: (session: SandboxSession) => Promise<void>): Promise<void> {
  const session = await sandbox.open({ image, network: "isolated" });
  try {
    await use(session);
  } finally {
    await session.close();
  }
}

async function started(command: Command) {
  const child = await command.stdout("pipe").killGrace(300).start();
  await new Promise((resolve) => child.stdout?.once("data", resolve));
  return child;
}

test("a service that sees nothing of this machine runs commands, the image's own program keeping the container open", async () => {
  await within(IMAGE, async (session) => {
    const command = session.command(["sh", "-c", "cat; echo err >&2; exit 3"]).stdin("in\n").stdout("capture");
    const result = await command.stderr("capture").allowFailure().run();
    expect(result).toMatchObject({ exitCode: 3, stdout: "in\n", stderr: "err\n" });
    expect(await failureOf(session.command(["no-such-program"]).run())).toMatchObject({ reason: "not-found" });
    expect(await failureOf(session.command(["false"]).run())).toMatchObject({ reason: "exit", exitCode: 1 });
    expect(session.untilAnswered).toBeUndefined();
  });
  expect(sandbox.capabilities.forwards).toEqual([]);
});

test("its commands are ended from inside", async () => {
  await within(IMAGE, async (session) => {
    const child = await started(session.command(["sh", "-c", "trap '' TERM; sleep 2002 & echo up; wait; sleep 2003"]));
    await child.abort();
    const { stdout } = await session.command(["ps", "-o", "args"]).stdout("capture").run();
    expect(stdout).not.toMatch(/sleep 200/);
  });
});

test("a container that is taken away is told as gone", async () => {
  await within(IMAGE, async (session) => {
    const command = session.command(["sh", "-c", "echo up; exec sleep 1000"]);
    const child = await started(command);
    docker("rm", "--force", docker("ps", "--quiet"));
    await expect(child.wait()).rejects.toMatchObject({ reason: "spawn" });
  });
});

test("an image that cannot keep a container open says so", async () => {
  const error = await failureOf(sandbox.open({ image: BARE_IMAGE }));
  expect(error).toMatchObject({ reason: "spawn" });
  expect(error.message).toContain(`nothing can keep a container of ${BARE_IMAGE} open`);
});

test("the containers of another machine's processes are left alone for a day", async () => {
  const detection = detectEngine(process.env as Record<string, string>);
  if (detection.type === "none") throw new Error(detection.reasons.join("\n"));
  const owned = (since: number) => JSON.stringify({ pid: 1, start: "1", world: "another-boot pid:[1]", since });
  const made = (name: string, since: number) =>
    docker("create", "--name", name, "--label", `forgexec.owner=${owned(since)}`, IMAGE, "true");
  const young = made("forgexec-container-1-1-abcdef", Date.now());
  try {
    made("forgexec-container-1-1-ghijkl", Date.now() - 25 * 60 * 60 * 1000);
    expect(await removeAbandoned(detection.engine)).toEqual({ removed: 1, running: new Set() });
    expect(docker("ps", "--all", "--quiet", "--no-trunc")).toBe(young);
  } finally {
    docker("rm", young);
  }
});
