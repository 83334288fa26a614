import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFile, rm, writeFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import type { ActionsCache } from "../../src/cache/index.js";
import { compileSources } from "../support/compile.js";
import { type ActionsService, startService, status } from "./actions-service.js";
import { contents, names, spawn, temporaryFolder, write } from "./support.js";

let Actions: typeof ActionsCache;
let sources = "";

beforeAll(async () => {
  // The client runs in a process of its own, which needs JavaScript.
  sources = await temporaryFolder();
  await compileSources(sources);
  Actions = (await import(join(sources, "cache/index.js"))).ActionsCache;
});

interface Place {
  readonly root: string;
  readonly service: ActionsService;
  readonly warnings: string[];
  readonly cache: ActionsCache;
}

async function place(options: { readonly timeoutMs?: number; readonly saveTimeoutMs?: number } = {}): Promise<Place> {
  const [root, service] = await Promise.all([temporaryFolder(), startService()]);
  const warnings: string[] = [];
  const environment = { PATH: process.env.PATH ?? "", ...service.environment };
  const cache = new Actions({ environment, warn: (line) => warnings.push(line), ...options });
  return { root, service, warnings, cache };
}

test("files and folders go to the service and come back, by key and by restore key", async () => {
  const { root, service, warnings, cache } = await place();
  const paths = [join(root, "with blank/image"), join(root, "with blank/folder")] as const;
  await write(paths[0], "image", 0o444);
  await write(join(paths[1], "deep/file"), "text", 0o640);
  const before = await contents(join(root, "with blank"));
  const saved = await cache.save("linux-1", paths);
  expect(saved).toMatchObject({ key: "linux-1", sha256s: [expect.any(String), null] });
  expect(await cache.find("linux-", paths)).toBe("linux-1");
  expect(await cache.find("mac-", paths)).toBeNull();
  for (const key of ["linux-1", "linux-2"]) {
    await rm(paths[0], { force: true });
    await writeFile(join(paths[1], "left over"), "");
    expect(await cache.restore(key, ["linux-"], paths)).toEqual(saved);
    const after = await contents(join(root, "with blank"));
    expect({ ...after, "": "" }).toEqual({ ...before, "": "" });
  }
  expect(await cache.restore("linux-2", [], paths)).toBeNull();
  expect(await cache.restore("linux-1", [], [paths[0]])).toBeNull();
  expect(service.entries.size).toBe(1);
  expect(warnings).toEqual([]);
});

test("a key of any length and with commas is taken, and none is taken for another", async () => {
  const { root, warnings, cache } = await place();
  const path = await write(join(root, "f"), "1");
  const long = `a,b-${"x".repeat(600)}`;
  await cache.save(`${long}1`, [path]);
  await writeFile(path, "2");
  expect(await cache.restore(`${long}2`, [], [path])).toBeNull();
  // Begun by the prefix when that is cut short, but not really.
  expect(await cache.restore("z", [`${long}3`], [path])).toBeNull();
  expect(await cache.restore("a;b", ["a;b-x"], [path])).toBeNull();
  expect(await readFile(path, "utf8")).toBe("2");
  expect((await cache.restore("z", [long], [path]))?.key).toBe(`${long}1`);
  expect((await cache.restore(`${long}1`, [], [path]))?.key).toBe(`${long}1`);
  expect(await readFile(path, "utf8")).toBe("1");
  expect(warnings).toEqual([]);
});

test("a key that is there already is no fault", async () => {
  const { root, service, warnings, cache } = await place();
  const path = await write(join(root, "f"), "1");
  await cache.save("key", [path]);
  expect(await cache.save("key", [path])).toBeNull();
  service.instead.set("CreateCacheEntry", status(409, "already_exists"));
  expect(await cache.save("other", [path])).toBeNull();
  expect(warnings).toEqual([]);
});

test.each([
  ["500", status(500), "500"],
  ["403", status(403, "cache read denied: the token has no scopes"), "the token has no scopes"],
  ["429", status(429), "429"],
  ["nonsense", (_request: unknown, response: { end(text: string): void }) => response.end("<html>"), "JSON"],
  ["a cut connection", (request: { destroy(): void }) => request.destroy(), "ECONNRESET"],
] as const)("%s from the service is one warning and a miss", async (_what, handler, told) => {
  // The client would try five times, with pauses between.
  const { root, service, warnings, cache } = await place({ timeoutMs: 4000, saveTimeoutMs: 4000 });
  const path = await write(join(root, "f"), "1");
  await cache.save("key", [path]);
  await writeFile(path, "2");
  for (const method of ["GetCacheEntryDownloadURL", "CreateCacheEntry"] as const) service.instead.set(method, handler);
  expect(await cache.restore("key", [], [path])).toBeNull();
  expect(await cache.save("key 2", [path])).toBeNull();
  expect(await readFile(path, "utf8")).toBe("2");
  expect(warnings).toEqual([expect.stringMatching(new RegExp(`^the Actions cache is left out: .*${told}`))]);
  expect(await names(root)).toEqual(["f"]);
  // It is not asked again.
  const calls = service.calls.length;
  expect(await cache.restore("key", [], [path])).toBeNull();
  expect(service.calls).toHaveLength(calls);
});

test("a write that is denied is one warning that says so", async () => {
  const { root, service, warnings, cache } = await place();
  const path = await write(join(root, "f"), "1");
  const denied = JSON.stringify({ ok: false, message: "cache write denied: \u001b[31mread-only token" });
  service.instead.set("CreateCacheEntry", (_request, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end(denied);
  });
  expect(await cache.save("key", [path])).toBeNull();
  expect(warnings).toEqual([expect.stringContaining("cache write denied: \\x1b[31mread-only token")]);
});

test.each(["GetCacheEntryDownloadURL", "download", "CreateCacheEntry", "upload", "FinalizeCacheEntryUpload"] as const)(
  "a service that hangs in %s holds nothing up",
  async (method) => {
    const { root, service, warnings, cache } = await place({ timeoutMs: 3000, saveTimeoutMs: 3000 });
    const path = await write(join(root, "f"), "1");
    await cache.save("key", [path]);
    await writeFile(path, "2");
    service.instead.set(method, () => undefined);
    const restored = await cache.restore("key", [], [path]);
    const saved = await cache.save("key 2", [path]);
    expect(method.startsWith("Get") || method === "download" ? restored : saved).toBeNull();
    expect(warnings).toEqual(["the Actions cache is left out: it took more than 3 s"]);
    expect(await names(root)).toEqual(["f"]);
  },
);

test("a process that is killed takes its client with it, and what it left goes with the next restore", async () => {
  const { root, service, warnings, cache } = await place();
  const path = await write(join(root, "f"), "1");
  await cache.save("key", [path]);
  const asked = new Promise<IncomingMessage>((resolve) => service.instead.set("download", resolve));
  const program = `
    const { ActionsCache } = await import(${JSON.stringify(join(sources, "cache/index.js"))});
    await new ActionsCache().restore("key", [], [${JSON.stringify(path)}]);`;
  const child = execFile(process.execPath, ["--input-type=module", "-e", program], {
    env: { PATH: process.env.PATH, ...service.environment },
  });
  const gone = once((await asked).socket, "close");
  child.kill("SIGKILL");
  await gone;
  expect((await names(root)).length).toBeGreaterThan(1);
  service.instead.clear();
  expect(await cache.restore("key", [], [path])).not.toBeNull();
  expect(await names(root)).toEqual(["f"]);
  expect(warnings).toEqual([]);
});

test("a download that is damaged or cut short is one warning, and nothing is touched", async () => {
  const { root, service, warnings, cache } = await place();
  const path = join(root, "folder");
  await write(join(path, "f"), "x".repeat(100_000));
  await cache.save("key", [path]);
  const [entry] = service.entries.values();
  const whole = entry?.body as Buffer;
  const flipped = Buffer.from(whole);
  flipped[whole.length >> 1] = (flipped[whole.length >> 1] as number) ^ 4;
  await writeFile(join(path, "f"), "mine");
  for (const body of [flipped, whole.subarray(0, -20), Buffer.from("no archive"), Buffer.alloc(0)]) {
    (entry as { body: Buffer }).body = body;
    expect(await cache.restore("key", [], [path])).toBeNull();
    expect(await readFile(join(path, "f"), "utf8")).toBe("mine");
  }
  expect(service.calls.filter((call) => call === "download")).toHaveLength(4);
  expect(warnings).toEqual([expect.stringContaining("what came from it can't be unpacked")]);
  expect(await names(root)).toEqual(["folder", "folder/f"]);
});

test("a hostile archive writes nowhere but where it is unpacked to be looked at", async () => {
  const { root, service, warnings, cache } = await place();
  const [inside, outside] = [join(root, "place"), join(root, "outside")];
  const path = await write(join(inside, "f"), "1");
  await write(join(outside, "kept"), "kept");
  await cache.save("key", [path]);
  const archive = join(root, "evil.tar");
  const program = [
    "import io, sys, tarfile",
    "t = tarfile.open(sys.argv[1], 'w')",
    "def add(name, kind=tarfile.REGTYPE, link=''):",
    "  m = tarfile.TarInfo(name); m.type = kind; m.linkname = link; m.size = 4 if kind == tarfile.REGTYPE else 0",
    "  t.addfile(m, io.BytesIO(b'evil'))",
    "o = sys.argv[2]",
    "add(o + '/absolute')",
    "for up in range(1, 8): add('../' * up + 'outside/up')",
    "add('link', tarfile.SYMTYPE, o); add('link/through')",
    "add('answer.json', tarfile.SYMTYPE, o + '/answer')",
    "add('hard', tarfile.LNKTYPE, o + '/kept'); add('hard')",
    "t.close()",
  ].join("\n");
  await spawn("python3", ["-c", program, archive, outside]);
  const [entry] = service.entries.values();
  // As the client itself would, with what there is.
  const isZstd = entry?.body.readUInt32LE() === 0xfd2fb528;
  const compressed = await spawn(isZstd ? "zstd" : "gzip", ["-c", archive], { encoding: "buffer" });
  (entry as { body: Buffer }).body = compressed.stdout;
  expect(await cache.restore("key", [], [path])).toBeNull();
  expect(await names(outside)).toEqual(["kept"]);
  expect(await readFile(join(outside, "kept"), "utf8")).toBe("kept");
  expect(await names(inside)).toEqual(["f"]);
  expect(warnings).toHaveLength(1);
});

test("what the machine's environment would have tar and Node do is left out", async () => {
  const { root, service, warnings } = await place();
  const path = await write(join(root, "f"), "1");
  const environment = {
    ...{ PATH: process.env.PATH ?? "", ...service.environment, RUNNER_DEBUG: "1" },
    ...{ TAR_OPTIONS: "--no-such-option", NODE_OPTIONS: "--no-such-option", GITHUB_WORKSPACE: "/nowhere" },
  };
  const cache = new Actions({ environment, warn: (line) => warnings.push(line) });
  expect(await cache.save("key", [path])).not.toBeNull();
  expect(await cache.restore("key", [], [path])).not.toBeNull();
  expect(warnings).toEqual([]);
});

test("it is there where the job has a service, and a token where that wants one", () => {
  const token = { ACTIONS_RUNTIME_TOKEN: "x" };
  expect(Actions.isAvailable({ ...token, ACTIONS_RESULTS_URL: "https://results.example/" })).toBe(true);
  expect(Actions.isAvailable({ ...token, ACTIONS_CACHE_URL: "http://127.0.0.1/" })).toBe(true);
  expect(Actions.isAvailable({ ACTIONS_CACHE_URL: "http://127.0.0.1/" })).toBe(true);
  for (const none of [{}, token, { ACTIONS_RESULTS_URL: "x" }, { ...token, ACTIONS_CACHE_URL: "" }]) {
    expect(Actions.isAvailable(none)).toBe(false);
  }
});
