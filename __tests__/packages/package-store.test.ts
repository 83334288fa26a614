import { createHash } from "node:crypto";
import { rm, utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { DirectoryCache } from "../../src/cache/index.js";
import type { PendingSave } from "../../src/packages/package-cache.js";
import { hasContents, PackageStore } from "../../src/packages/package-store.js";
import { temporaryFolder, write } from "./support.js";

const TAG = "linux-x64-glibc2.36-v3-cpython3.11";

/** A machine's cache directory, whose path is the same on all machines, and the store that they share. */
interface Machine {
  readonly directory: string;
  readonly shared: DirectoryCache;
}

async function machine(): Promise<Machine> {
  return { directory: join(await temporaryFolder(), "cache"), shared: new DirectoryCache(await temporaryFolder()) };
}

function storeOf(
  { directory, shared }: Machine,
  options: { tag?: string; prefix?: string; mostBytes?: number } = {},
): PackageStore {
  return new PackageStore({ store: shared, prefix: "", cacheDirectory: directory, tag: TAG, ...options });
}

/** Puts a file into the index's store; its sha256. */
async function keep({ directory }: Machine, content: string, age = 0): Promise<string> {
  const sha256 = createHash("sha256").update(content).digest("hex");
  const path = await write(join(directory, "index", "v1", "files", sha256.slice(0, 2), sha256), content);
  const time = Date.now() / 1000 - age;
  await utimes(path, time, time);
  return sha256;
}

const clientFile = ({ directory }: Machine, ...names: string[]): string => join(directory, "clients", TAG, ...names);
const hasFile = ({ directory }: Machine, sha256: string): Promise<boolean> =>
  hasContents(join(directory, "index", "v1", "files", sha256.slice(0, 2)));

async function saved(at: Machine, pending: PendingSave | null): Promise<void> {
  if (pending === null) throw new Error("there is nothing to save");
  await at.shared.save(pending.key, pending.paths);
}

/** As on another machine, which has the store alone. */
async function moved(at: Machine): Promise<PackageStore> {
  await rm(at.directory, { recursive: true, force: true });
  return storeOf(at);
}

const signal = undefined;

test("what a run used comes back on another machine, by the beginning of its key", async () => {
  const at = await machine();
  const first = storeOf(at);
  await first.restore(signal);
  expect(first.found).toBe(false);
  const file = await keep(at, "a wheel");
  await write(clientFile(at, "pip", "wheels", "aa", "x-1.0-py3-none-any.whl"), "built");
  const pending = await first.pending(new Set([file]));
  expect(pending).toMatchObject({
    what: "packages",
    key: expect.stringMatching(/^forgexec-packages-1-linux.*-[0-9a-f]{32}$/),
  });
  await saved(at, pending);
  const second = await moved(at);
  await second.restore(signal);
  expect([second.found, await hasFile(at, file), await hasContents(clientFile(at))]).toEqual([true, true, true]);
});

test("nothing new is nothing to save; what clients write each time is nothing new", async () => {
  const at = await machine();
  const first = storeOf(at);
  await first.restore(signal);
  const file = await keep(at, "a wheel");
  await saved(at, await first.pending(new Set([file])));
  const second = await moved(at);
  await second.restore(signal);
  await write(clientFile(at, "uv", "simple-v28", "x"), "asked again");
  await write(clientFile(at, "pip", "selfcheck", "x"), "today");
  await write(clientFile(at, "uv", ".lock"), "");
  expect(await second.pending(new Set([file]))).toBeNull();
  await write(clientFile(at, "pip", "wheels", "x.whl"), "built");
  expect(await second.pending(new Set([file]))).not.toBeNull();
});

test("files of the index that the run did not use are dropped, unless it did not do all that it might have", async () => {
  const at = await machine();
  const store = storeOf(at);
  await store.restore(signal);
  const [used, unused] = [await keep(at, "used"), await keep(at, "unused")];
  const all = await store.pending("unknown");
  expect(await hasFile(at, unused)).toBe(true);
  const some = await store.pending(new Set([used]));
  expect([await hasFile(at, used), await hasFile(at, unused)]).toEqual([true, false]);
  expect(some?.key).not.toBe(all?.key);
});

test("another Python, another processor, another prefix: another store", async () => {
  const at = await machine();
  const store = storeOf(at);
  await store.restore(signal);
  await saved(at, await store.pending(new Set([await keep(at, "x")])));
  await rm(at.directory, { recursive: true });
  for (const other of [{ tag: `${TAG.slice(0, -2)}` }, { tag: `${TAG}t` }, { prefix: "v2-" }]) {
    const stranger = storeOf(at, other);
    await stranger.restore(signal);
    expect(stranger.found).toBe(false);
  }
});

test("where nobody asked what there was, nothing is saved in its place", async () => {
  const at = await machine();
  await write(clientFile(at, "uv", "wheels-v8", "x"), "asked past the index");
  expect(await storeOf(at).pending("unknown")).toBeNull();
});

test("an earlier step's files are neither replaced by older ones nor dropped by a later step", async () => {
  const at = await machine();
  const before = storeOf(at);
  await before.restore(signal);
  await saved(at, await before.pending(new Set([await keep(at, "yesterday")])));
  await rm(at.directory, { recursive: true });
  const file = await keep(at, "of the first step");
  const second = storeOf(at);
  await second.restore(signal);
  expect(second.found).toBe(true);
  expect(await second.pending(new Set([await keep(at, "of the second step")]))).not.toBeNull();
  expect(await hasFile(at, file)).toBe(true);
});

test("over the bound, downloads go before what was built, the oldest first", async () => {
  const at = await machine();
  const store = storeOf(at, { mostBytes: 2500 });
  await store.restore(signal);
  const [young, old] = [await keep(at, "y".repeat(1000), 10), await keep(at, "o".repeat(1000), 1000)];
  const wheel = clientFile(at, "pip", "wheels");
  await write(join(wheel, "x.whl"), "b".repeat(1000));
  const used = new Set([young, old]);
  await store.pending(used);
  expect([await hasFile(at, old), await hasFile(at, young), await hasContents(wheel)]).toEqual([false, true, true]);
  await write(clientFile(at, "pdm", "x"), "d".repeat(2000));
  await store.pending(used);
  expect([await hasFile(at, young), await hasContents(clientFile(at, "pdm")), await hasContents(wheel)]).toEqual([
    false,
    false,
    true,
  ]);
});
