import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "@jest/globals";
import { DirectoryCache } from "../../src/cache/index.js";
import type { EndSignal } from "../../src/cli/io.js";
import { tryLock } from "../../src/lock.js";
import { startUpstream, type TestUpstream } from "../index-server/upstream.js";
import { pythonWheel } from "../index-server/wheels.js";
import { addFiles, createFolder, forgexec, removeFolders, type Told } from "./support.js";

afterAll(removeFolders);

const spawn = promisify(execFile);

/** A build backend that needs nothing: it writes a wheel with one module. */
const BACKEND = `
import zipfile
def build_wheel(folder, settings=None, metadata=None):
    name = "built-1.0-py3-none-any.whl"
    info = "built-1.0.dist-info/"
    with zipfile.ZipFile(folder + "/" + name, "w") as z:
        z.writestr("built.py", "VERSION = '1.0'\\n" * 200)
        z.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: built\\nVersion: 1.0\\n")
        z.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        z.writestr(info + "RECORD", "built.py,,\\n" + "".join(info + n + ",,\\n" for n in ("METADATA", "WHEEL", "RECORD")))
    return name
`;
const PROJECT =
  '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n[project]\nname = "built"\nversion = "1.0"\n';

async function sdist(): Promise<Buffer> {
  const folder = await createFolder({
    "built-1.0/pyproject.toml": PROJECT,
    "built-1.0/backend.py": BACKEND,
    "built-1.0/PKG-INFO": "Metadata-Version: 2.1\nName: built\nVersion: 1.0\n",
  });
  await spawn("tar", ["-czf", "built-1.0.tar.gz", "built-1.0"], { cwd: folder });
  return readFile(join(folder, "built-1.0.tar.gz"));
}

interface Place {
  readonly cwd: string;
  readonly cache: string;
  readonly upstream: TestUpstream;
  run(...argv: string[]): Promise<Told>;
  /** The output of a subcommand as JSON. */
  json(...argv: string[]): Promise<unknown>;
}

async function place(shared?: TestUpstream): Promise<Place> {
  const cwd = await createFolder({ "requirements.txt": "built\nready==2.0\n" });
  const upstream = shared ?? (await startUpstream());
  const cache = join(cwd, ".home", "cache");
  const environment = { PIP_INDEX_URL: upstream.url };
  const run = (...argv: string[]): Promise<Told> => forgexec(["cache", ...argv], { cwd, environment });
  const json = async (...argv: string[]): Promise<unknown> => JSON.parse((await run(...argv, "--json")).stdout);
  return { cwd, cache, upstream, run, json };
}

let first: Promise<Place> | undefined;

/** A place with all that is to be kept of an sdist and a wheel: a copy of one that was really warmed. */
async function warmed(): Promise<Place> {
  first ??= warm();
  const { upstream, cache } = await first;
  const where = await place(upstream);
  await cp(cache, where.cache, { recursive: true, preserveTimestamps: true });
  return where;
}

async function warm(): Promise<Place> {
  const where = await place();
  const { upstream, run } = where;
  upstream.add("built", { name: "built-1.0.tar.gz", body: await sdist() });
  upstream.add("ready", await pythonWheel({ name: "ready", version: "2.0", requires: [] }));
  const told = await run("warm", "-r", "requirements.txt");
  expect([told.code, told.stdout]).toEqual([0, ""]);
  expect(told.stderr).toMatch(/Successfully built built/);
  return where;
}

interface Listed {
  readonly kind: string;
  readonly name: string;
  readonly bytes: number;
  readonly inUse: string | null;
}

const list = async ({ json }: Place): Promise<readonly Listed[]> => (await json("ls")) as Listed[];

async function filesOf(folder: string, end = ""): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((each) => each.isFile() && each.name.endsWith(end))
    .map((each) => join(each.parentPath, each.name));
}

async function flip(path: string): Promise<void> {
  const bytes = await readFile(path);
  // Within the first file of an archive.
  bytes[bytes.length >> 2] = (bytes[bytes.length >> 2] as number) ^ 1;
  await writeFile(path, bytes);
}

test("warm builds and downloads once: then all is there, also offline and with the index gone", async () => {
  const where = await warm();
  const { cache, upstream, run, json } = where;
  const items = await list(where);
  expect(items.map(({ kind, name }) => [kind, name])).toEqual(
    expect.arrayContaining([
      ["file", "built-1.0.tar.gz"],
      ["file", "ready-2.0-py3-none-any.whl"],
      ["page", "built"],
      ["page", "ready"],
      ["wheel", "built-1.0-py3-none-any.whl"],
    ]),
  );
  await upstream.stop();
  const again = await json("warm", "-r", "requirements.txt", "--offline");
  expect(again).toMatchObject({ exitCode: 0, built: 0, fetched: 0, fetchedBytes: 0 });
  // Nothing of the run itself stays.
  expect(await readdir(join(cache, "env"))).toEqual([]);
  const { stdout } = await run("path", "--wheelhouse");
  expect(await readdir(stdout.trim())).toEqual(["built-1.0-py3-none-any.whl"]);
});

test("warm gives pip's exit code, and refuses what is not there", async () => {
  const { cwd, run } = await place();
  await addFiles(cwd, { "requirements.txt": "no-such-package-here\n" });
  const failed = await run("warm", "-r", "requirements.txt");
  expect([failed.code, failed.stdout]).toEqual([1, ""]);
  expect(failed.stderr).toContain("no-such-package-here");
  const missing = await run("warm", "-r", "nowhere.txt");
  expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining("nowhere.txt can't be read")]);
});

test("verify finds what is damaged, whatever it is, and the rest is whole", async () => {
  const where = await warmed();
  const { cache, run, json } = where;
  const image = join(where.cwd, "image");
  await writeFile(image, "an image");
  await new DirectoryCache(join(cache, "store")).save("env \u001b[31mkey", [image]);
  expect(await run("verify")).toMatchObject({ code: 0, stdout: "", stderr: expect.stringContaining("all whole") });
  const [entry = ""] = await readdir(join(cache, "store/v1/entries"));
  const damaged = [
    join(cache, "store/v1/entries", entry, "0"),
    ...(await filesOf(join(cache, "index/v1/files"))),
    ...(await filesOf(join(cache, "index/v1/pages"))),
    ...(await filesOf(join(cache, "clients"), ".whl")),
  ];
  expect(damaged.length).toBeGreaterThan(5);
  for (const path of damaged) await flip(path);
  const { code, stdout } = await run("verify");
  expect(code).toBe(1);
  expect(stdout.split("\n")).toHaveLength(damaged.length + 1);
  expect(stdout).toContain("image env \\x1b[31mkey: its sha256 is not the one it had: removed");
  expect(stdout).toMatch(/^wheel built-1\.0-py3-none-any\.whl: .* is damaged: removed$/m);
  for (const path of damaged) expect([path, existsSync(path)]).toEqual([path, false]);
  expect(await json("verify")).toMatchObject({ damaged: [] });
  // The next one gets it all anew.
  expect(await json("warm", "-r", "requirements.txt")).toMatchObject({ exitCode: 0, built: 1 });
});

test("prune takes downloads before built wheels, the least recently used first, until the rest fits", async () => {
  const where = await warmed();
  const { cache, run } = where;
  const files = await filesOf(join(cache, "index/v1/files"));
  const old = files[0] as string;
  await utimes(old, 1_600_000_000, 1_600_000_000);
  await run("path", "--wheelhouse");
  const before = (await list(where)).reduce((sum, { bytes }) => sum + bytes, 0);
  const first = await run("prune", "--max-size", String(before - 1));
  expect([first.code, first.stdout.split("\n").length]).toEqual([0, 3]);
  expect(existsSync(old)).toBe(false);
  const wheel = (await list(where)).find(({ kind }) => kind === "wheel") as Listed;
  await run("prune", "--max-size", String(wheel.bytes));
  expect(await list(where)).toEqual([wheel]);
  await run("prune", "--max-size", "0");
  expect(await list(where)).toEqual([]);
  expect(await filesOf(cache, ".whl")).toEqual([]);
});

test("prune by age takes only what is older", async () => {
  const where = await warmed();
  const [old = "", ...rest] = await filesOf(join(where.cache, "index/v1/files"));
  // The command line's clock stands in 2030.
  for (const path of await filesOf(where.cache)) await utimes(path, new Date("2029-12-31"), new Date("2029-12-31"));
  await utimes(old, new Date("2029-11-01"), new Date("2029-11-01"));
  const told = (await where.json("prune", "--older-than", "14d")) as { readonly removed: readonly Listed[] };
  expect(told.removed.map(({ kind }) => kind)).toEqual(["file"]);
  expect(existsSync(old)).toBe(false);
  for (const path of rest) expect(existsSync(path)).toBe(true);
});

test("what a live run uses is neither pruned nor cleared, and the run is named", async () => {
  const where = await warmed();
  const { cache, run } = where;
  await addFiles(join(cache, "env/octo-cat-0"), { "bin/python": "x".repeat(1000) });
  await addFiles(join(cache, "env/octo-dog-0"), { "bin/python": "x".repeat(1000) });
  const [tag = ""] = await readdir(join(cache, "clients"));
  await addFiles(join(cache, "clients", tag, "uv"), { "wheels-v5/x": "x".repeat(1000) });
  const lock = await tryLock(join(cache, "env/octo-cat-0.lock"));
  const used = (await list(where)).filter(({ inUse }) => inUse !== null);
  expect(new Set(used.map(({ kind }) => kind))).toEqual(new Set(["environment", "client", "wheel"]));
  const pruned = await run("prune", "--max-size", "0");
  expect(pruned.stderr).toContain(`octo-cat-0  (in use by a run (process ${process.pid}))`);
  expect((await list(where)).map(({ kind, name }) => `${kind} ${name}`)).toEqual(
    used.map(({ kind, name }) => `${kind} ${name}`),
  );
  const refused = await run("clear", "--yes");
  expect([refused.code, refused.stderr]).toEqual([
    2,
    expect.stringContaining(`in use by a run (process ${process.pid}) in octo-cat-0`),
  ]);
  expect(existsSync(join(cache, "env/octo-cat-0"))).toBe(true);
  await lock?.release();
  expect((await run("clear", "--yes")).code).toBe(0);
  expect(existsSync(cache)).toBe(false);
});

test("clear asks, and leaves alone what is not forgexec's own", async () => {
  const { cache, run } = await place();
  await addFiles(cache, { "mine/file": "1", "index/v1/files/x": "1" });
  const asked = await run("clear");
  expect([asked.code, asked.stderr]).toEqual([2, expect.stringContaining("--yes")]);
  expect((await run("clear", "--yes")).code).toBe(0);
  expect(await readdir(cache)).toEqual(["mine"]);
});

test.each([
  ["y\n", 0, "removed from"],
  ["n\n", 1, "Nothing was removed."],
  ["", 1, "Nothing was removed."],
])("clear on a terminal that answers %j", async (stdin, code, told) => {
  const { cwd, cache } = await place();
  await addFiles(cache, { "index/v1/files/x": "1" });
  const result = await forgexec(["cache", "clear"], { cwd, stdin, terminal: "yes" });
  expect([result.code, result.stdout]).toEqual([code, ""]);
  expect(result.stderr).toMatch(/Remove 0\.0 kB in .*cache\? \[y\/N\]/);
  expect(result.stderr).toContain(told);
  expect(existsSync(cache)).toBe(code === 1);
});

test("a warm-up that is interrupted ends pip, and leaves nothing of itself", async () => {
  const { cwd, cache, upstream } = await place();
  const environment = { PIP_INDEX_URL: upstream.url };
  let send: (signal: EndSignal) => void = () => {};
  const asked = new Promise<void>((resolve) => {
    upstream.instead.set("/simple/built/", () => {
      send("SIGINT");
      resolve();
    });
  });
  const told = forgexec(["cache", "warm", "-r", "requirements.txt"], {
    ...{ cwd, environment },
    onStart: (sender) => {
      send = sender;
    },
  });
  await asked;
  expect((await told).code).toBe(130);
  expect(await readdir(join(cache, "env"))).toEqual([]);
});

test("an empty cache has nothing to list, check or prune", async () => {
  const { cache, run, json } = await place();
  expect(await run("ls")).toEqual({ code: 0, stdout: "", stderr: `Nothing is kept in ${cache}.\n` });
  expect(await json("ls")).toEqual([]);
  expect((await run("verify")).code).toBe(0);
  expect(await json("prune")).toEqual({ removed: [], inUse: [], leftBytes: 0 });
  expect(await run("path")).toEqual({ code: 0, stdout: `${cache}\n`, stderr: "" });
});

test("the wheelhouse has wheels of sdists alone, linked, and none that is not kept any more", async () => {
  const { run } = await place();
  const house = (await run("path", "--wheelhouse")).stdout.trim();
  const clients = house.replace("wheelhouse", "clients");
  const wheels = join(clients, "pip/wheels/aa");
  await addFiles(clients, {
    "pip/wheels/aa/1/one-1-py3-none-any.whl": "1",
    "pip/wheels/aa/1/origin.json": '{"archive_info": {}, "url": "https://index.example/one-1.tar.gz"}',
    "pip/wheels/aa/2/two-1-py3-none-any.whl": "2",
    "pip/wheels/aa/2/origin.json": '{"vcs_info": {}, "url": "https://git.example/two"}',
    "uv/sdists-v9/index/abc/three/1.0/id/three-1-py3-none-any.whl": "3",
    "uv/sdists-v9/git/abc/four-1-py3-none-any.whl": "4",
    "uv/wheels-v5/index/abc/five/five-1-py3-none-any.whl": "5",
  });
  await mkdir(join(house, "left over"), { recursive: true });
  await run("path", "--wheelhouse");
  expect(await readdir(house)).toEqual(["one-1-py3-none-any.whl", "three-1-py3-none-any.whl"]);
  await rm(join(wheels, "1"), { recursive: true });
  await run("path", "--wheelhouse");
  expect(await readdir(house)).toEqual(["three-1-py3-none-any.whl"]);
});

test.each([
  [["prune", "--max-size", "much"], '--max-size: "much" is not a size'],
  [["prune", "--older-than", "long"], '--older-than: "long" is not a duration'],
  [["warm"], "required option '-r"],
  [["path", "--wheelhouse", "--python", "2.7"], "too old"],
  [["lss"], "unknown command 'lss'"],
  [[], "Usage: forgexec cache"],
])("cache %j is refused", async (argv, message) => {
  const { code, stdout, stderr } = await forgexec(["cache", ...argv]);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(message);
});
