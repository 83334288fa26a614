import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect } from "@jest/globals";
import { type ImageServer, serveImage } from "../sandbox/container/image-server.js";
import { podman, testWithPodman as test, usePodman } from "../sandbox/container/podman.js";
import { createFolder, forgexec, type Given, removeFolders } from "./support.js";

const { folder: podmans, rootFolder } = usePodman();
const folder = mkdtempSync(join(tmpdir(), "forgexec-cli-pull-"));
const TIME = 60_000;
const servers: ImageServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) server.close();
  await removeFolders();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function registry(): Promise<ImageServer> {
  const server = await serveImage(mkdtempSync(join(folder, "registry-")), rootFolder());
  servers.push(server);
  return server;
}

async function run(image: string, flags: readonly string[] = [], given: Given = {}) {
  const cwd = await createFolder({ ".forge.yml": `image: ${image}\nexecute: [echo ran]` });
  return forgexec(["run", ...flags], { cwd, ...given });
}

test(
  "fetching an image is told of before the run begins, a line each, and once",
  async () => {
    const server = await registry();
    const image = server.reference("good");
    const { code, stdout, stderr } = await run(image);
    expect([code, stdout.trim()]).toEqual([0, "ran"]);
    expect(stderr).toContain(`image ${image}: `);
    expect(stderr).toContain(server.layer);
    expect(stderr.indexOf(server.layer)).toBeLessThan(stderr.indexOf("▶ execute"));
    expect((await run(image)).stderr).not.toContain(server.layer);
    podman("image", "rm", "--force", image);
    expect((await run(image, ["--quiet"])).stderr).not.toContain(server.layer);
    podman("image", "rm", "--force", image);
  },
  TIME,
);

test(
  "the run's time-out is over for an image that does not come, too: nothing runs, and nothing is left",
  async () => {
    const server = await registry();
    const { code, stdout, stderr } = await run(server.reference("hangs"), ["--timeout", "2s"]);
    expect([code, stdout]).toEqual([124, ""]);
    expect(stderr).toContain("The run's time was over before its sandboxes were prepared");
    await server.left;
    expect(readdirSync(join(podmans(), "fetched"))).toEqual([]);
  },
  TIME,
);

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)(
  "%s ends the fetching, and nothing runs",
  async (signal, expected) => {
    const server = await registry();
    const { code, stdout } = await run(server.reference("hangs"), [], {
      onStart: (send) => void server.hanging.then(() => send(signal)),
    });
    expect([code, stdout]).toEqual([expected, ""]);
    await server.left;
    expect(readdirSync(join(podmans(), "fetched"))).toEqual([]);
  },
  TIME,
);
