import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect } from "@jest/globals";
import { describeImage, getExecutor } from "../../../src/sandbox/index.js";
import { failureOf } from "../../command/helper.js";
import { engines } from "./engines.js";
import { type ImageServer, serveImage } from "./image-server.js";
import { IMAGE } from "./images.js";

describe.each(engines)("$title", ({ name, test, use, call }) => {
  const { folder: engineFolder, rootFolder } = use();
  const sandbox = getExecutor("container");
  const folder = mkdtempSync(join(tmpdir(), "forgexec-pull-"));
  let server: ImageServer;
  beforeAll(async () => {
    server = await serveImage(folder, rootFolder());
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("an image is fetched, with the engine's own progress, and not again", async () => {
    const image = server.reference("good");
    const lines: string[] = [];
    const onProgress = (line: string) => lines.push(line);
    const seen = await describeImage(image, { onProgress });
    expect(seen).toMatchObject({ id: server.id, environment: { PATH: "/bin", FROM_REGISTRY: "yes" } });
    expect(lines.join("\n")).toContain(server.layer);
    const before = lines.length;
    expect(await describeImage(image, { onProgress })).toEqual(seen);
    const session = await sandbox.open({ image, network: "isolated" }, { onProgress });
    try {
      const { stdout } = await session.command(["sh", "-c", "echo $FROM_REGISTRY"]).stdout("capture").run();
      expect([stdout, lines.length]).toEqual(["yes\n", before]);
    } finally {
      await session.close();
    }
  });

  test("opening a sandbox fetches its image, and tells so", async () => {
    call("image", "rm", "--force", server.reference("good"));
    const lines: string[] = [];
    const session = await sandbox.open({ image: server.reference("good") }, { onProgress: (line) => lines.push(line) });
    await session.close();
    expect(lines.join("\n")).toContain(server.layer);
  });

  test("an image that the registry does not have is an error with its words", async () => {
    const lines: string[] = [];
    const onProgress = (line: string): void => void lines.push(line);
    const error = await failureOf(describeImage(server.reference("absent"), { onProgress }));
    expect(error).toMatchObject({ reason: "spawn" });
    expect(error.message).toMatch(/could not pull it\. Check its name.*manifest.* unknown/s);
    // What was told as progress is not told again.
    const [, ...words] = error.message.split("\n");
    expect(words).toEqual([expect.stringMatching(/^error/i)]);
    expect(lines).not.toContain(words[0]);
  });

  test("bytes that are not what the manifest says are no image", async () => {
    const error = await failureOf(describeImage(server.reference("altered")));
    expect(error).toMatchObject({ reason: "spawn" });
    expect(error.message).toMatch(/could not pull it.*(digest did not match|filesystem layer verification failed)/is);
  });

  test("a fetching that is stopped is over, and leaves no process and no file", async () => {
    const abort = new AbortController();
    const stopped = failureOf(describeImage(server.reference("hangs"), { signal: abort.signal }));
    await server.hanging;
    abort.abort();
    expect(await stopped).toMatchObject({ reason: "aborted" });
    // A docker service may keep a connection that it wants nothing from any more.
    if (name === "podman") await server.left;
    const commands = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && cmdline(name).includes("/hangs:1"));
    expect(commands).toEqual([]);
    // What a docker service has fetched is its own affair.
    if (name === "podman") expect(readdirSync(join(engineFolder(), "fetched"))).toEqual([]);
  });

  test("an opening that is stopped while its container starts leaves none", async () => {
    const abort = new AbortController();
    const opened = failureOf(sandbox.open({ image: IMAGE, network: "isolated" }, { signal: abort.signal }));
    abort.abort();
    expect(await opened).toMatchObject({ reason: "aborted" });
  });

  test("what is stopped before it has begun fetches nothing", async () => {
    const opened = sandbox.open({ image: server.reference("good") }, { signal: AbortSignal.abort() });
    expect(await failureOf(opened)).toMatchObject({ reason: "aborted" });
  });

  function cmdline(pid: string): string {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "latin1");
    } catch {
      return "";
    }
  }
});
