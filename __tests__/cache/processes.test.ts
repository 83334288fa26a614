import { spawnSync } from "node:child_process";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "@jest/globals";
import { DirectoryCache } from "../../src/cache/index.js";
import { compileSources } from "../support/compile.js";
import { contents, names, spawn, temporaryFolder, write } from "./support.js";

const PROGRAM = fileURLToPath(new URL("programs/store.mjs", import.meta.url));
const PATHS = ["data/folder", "data/file"];
let sources = "";

beforeAll(async () => {
  sources = await temporaryFolder();
  await compileSources(sources);
});

interface Told {
  readonly saved?: string | null;
  readonly restored?: string | null;
  readonly hits?: number;
  readonly warnings: readonly string[];
}

interface Use {
  readonly cwd: string;
  readonly store: string;
  readonly verb: string;
  readonly number?: number;
  /** A command that runs the program, in front of it. */
  readonly within?: readonly string[];
}

async function use({ cwd, store, verb, number = 0, within = [] }: Use): Promise<Told> {
  const [program = "", ...args] = [...within, process.execPath, PROGRAM, sources, store, verb, String(number)];
  const env = { PATH: process.env.PATH };
  return JSON.parse((await spawn(program, args, { cwd, env })).stdout);
}

/** Whether it was killed. */
async function isKilled(options: Use): Promise<boolean> {
  return use(options).then(
    () => false,
    (error: { signal: string | null }) => {
      if (error.signal !== "SIGKILL") throw error;
      return true;
    },
  );
}

async function project(text: string): Promise<string> {
  const cwd = await temporaryFolder();
  await write(join(cwd, "data/folder/deep/a"), text.repeat(1000));
  await write(join(cwd, "data/file"), text);
  return cwd;
}

test("killed at any step of a save, nothing is there or all of it, and the next run clears up", async () => {
  const cwd = await project("saved");
  const before = await contents(join(cwd, "data"));
  let killed = 0;
  for (let number = 0; ; number++) {
    const store = join(cwd, "store");
    if (!(await isKilled({ cwd, store, verb: "killed-save", number }))) break;
    killed++;
    const first = await use({ cwd, store, verb: "restore" });
    expect(first.warnings).toEqual([]);
    expect(await contents(join(cwd, "data"))).toEqual({ ...before, "": expect.anything() });
    const { saved, warnings } = await use({ cwd, store, verb: "save" });
    expect([saved, warnings]).toEqual([first.restored === null ? "key" : null, []]);
    const left = (await names(store)).filter(
      (name) => !/^v1(\/tmp|\/entries(\/\w{64}(\/(record|0|1))?)?)?$/.test(name),
    );
    expect([number, left]).toEqual([number, []]);
    await rm(store, { recursive: true });
  }
  expect(killed).toBeGreaterThan(20);
});

test("killed at any step of a restore, each path is as before, gone or restored, and the next restore is right", async () => {
  const cwd = await project("new");
  const store = join(cwd, "store");
  const after = await contents(join(cwd, "data"));
  await use({ cwd, store, verb: "save" });
  let killed = 0;
  for (let number = 0; ; number++) {
    await rm(join(cwd, "data"), { recursive: true });
    await write(join(cwd, "data/folder/left over"), "old");
    await write(join(cwd, "data/file"), "old");
    if (!(await isKilled({ cwd, store, verb: "killed-restore", number }))) break;
    killed++;
    const now = await contents(join(cwd, "data"));
    const there = (name: string): boolean => name in now;
    // The folder is whole, old or new; where the first path is new, all are.
    expect([number, there("folder/left over") && there("folder/deep")]).toEqual([number, false]);
    if (there("folder/deep")) expect([now["folder/deep/a"], now.file]).toEqual([after["folder/deep/a"], after.file]);
    if (there("file")) expect([after.file, expect.stringMatching(/ old$/)]).toContainEqual(now.file);
    expect(await use({ cwd, store, verb: "restore" })).toEqual({ restored: "key", warnings: [] });
    const restored = await contents(join(cwd, "data"));
    expect({ ...restored, "": "" }).toEqual({ ...after, "": "" });
  }
  expect(killed).toBeGreaterThan(20);
});

test("four processes at once save, restore, check and prune: what comes back is whole", async () => {
  const store = join(await temporaryFolder(), "store");
  const folders = await Promise.all([0, 1, 2, 3].map(() => temporaryFolder()));
  const told = await Promise.all(folders.map((cwd, number) => use({ cwd, store, verb: "churn", number })));
  for (const { hits, warnings } of told) {
    expect(hits).toBeGreaterThan(0);
    expect(warnings).toEqual([]);
  }
  expect(await names(join(store, "v1"))).not.toContainEqual(expect.stringMatching(/^(tmp\/.|lock)/));
});

test("restores to one path at the same time end with one of them, whole", async () => {
  const cwd = await project("one");
  const store = join(cwd, "store");
  await use({ cwd, store, verb: "save" });
  const after = await contents(join(cwd, "data"));
  const told = await Promise.all([0, 1, 2, 3].map(() => use({ cwd, store, verb: "restore" })));
  expect(told).toEqual(told.map(() => ({ restored: "key", warnings: [] })));
  expect({ ...(await contents(join(cwd, "data"))), "": "" }).toEqual({ ...after, "": "" });
});

const mounts = process.platform === "linux" && spawnSync("unshare", ["-m", "true"]).status === 0;
const ci = process.env.CI === "true" && process.platform === "linux";
/** Left out where no file system may be mounted (needs root), but never in CI on Linux as root. */
const testWithMounts = mounts || (ci && process.getuid?.() === 0) ? test : test.skip;

function within(mounting: string): readonly string[] {
  return ["unshare", "-m", "sh", "-ec", `${mounting}; exec "$@"`, "sh"];
}

testWithMounts("a store that can't be written is read all the same; saving is one warning", async () => {
  const cwd = await project("x");
  const store = join(cwd, "store");
  await use({ cwd, store, verb: "save" });
  const readOnly = within("mount --bind store store; mount -o remount,ro,bind store");
  expect(await use({ cwd, store, verb: "restore", within: readOnly })).toEqual({ restored: "key", warnings: [] });
  await rm(store, { recursive: true });
  await mkdir(store);
  const { saved, warnings } = await use({ cwd, store, verb: "save", within: readOnly });
  expect([saved, warnings]).toEqual([
    null,
    [expect.stringMatching(/^the cache in .*store is left out: E\w+: .*store\/v1/)],
  ]);
});

testWithMounts("a full disk is one warning, and nothing is left there", async () => {
  const cwd = await project("x");
  await write(join(cwd, "data/folder/big"), Buffer.alloc(3 << 20, Math.random().toString()));
  await write(join(cwd, "data/file"), Buffer.alloc(3 << 20, Math.random().toString()));
  const store = join(cwd, "store");
  await mkdir(store);
  const full = within(`mount -t tmpfs -o size=1m none store; trap 'find store > left' EXIT; "$@"; exit`);
  const { saved, warnings } = await use({ cwd, store, verb: "save", within: full });
  expect([saved, warnings]).toEqual([null, [expect.stringMatching(/No space left|ENOSPC|Wrote only/)]]);
  const left = (await readFile(join(cwd, "left"), "utf8")).trim().split("\n");
  expect(left.sort()).toEqual(["store", "store/v1", "store/v1/tmp"]);
});

testWithMounts("a full disk where the files are to go is one warning, and they are as they were", async () => {
  const cwd = await project("x");
  const store = join(cwd, "store");
  await write(join(cwd, "data/folder/big"), Buffer.alloc(3 << 20, Math.random().toString()));
  await use({ cwd, store, verb: "save" });
  await rm(join(cwd, "data"), { recursive: true });
  await mkdir(join(cwd, "data"));
  const commands =
    "mount -t tmpfs -o size=1m none data; echo mine > data/file; trap 'find data > left; cat data/file >> left' EXIT";
  const told = await use({ cwd, store, verb: "restore", within: within(`${commands}; "$@"; exit`) });
  expect(told).toEqual({ restored: null, warnings: [expect.stringMatching(/No space left|ENOSPC|Wrote only/)] });
  expect((await readFile(join(cwd, "left"), "utf8")).trim().split("\n")).toEqual(["data", "data/file", "mine"]);
  // The store's entry was none the worse.
  expect((await new DirectoryCache(store).list()).map(({ key, paths }) => [key, paths])).toEqual([["key", PATHS]]);
});
