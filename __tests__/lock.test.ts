import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, readlink, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { tryLock, waitForLock } from "../src/lock.js";
import { thisProcess } from "../src/owner.js";
import { temporaryFolder } from "./packages/support.js";

/** Pid of a process that has ended. */
async function goneProcess(): Promise<number> {
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "exit");
  return child.pid as number;
}

const readLock = (path: string) => (process.platform === "win32" ? readFile(path, "utf8") : readlink(path));
const writeLock = (path: string, text: string) =>
  process.platform === "win32" ? writeFile(path, text) : symlink(text, path);

test("one holder at a time, and it leaves nothing behind", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "a.lock");
  const lock = await tryLock(path);
  expect(await tryLock(path)).toBeNull();
  expect(JSON.parse(await readLock(path))).toMatchObject({ pid: process.pid });
  expect(await readdir(folder)).toEqual(["a.lock"]);
  await lock?.release();
  await lock?.release();
  expect(await readdir(folder)).toEqual([]);
});

test.each([
  ["a process that is gone", async () => ({ ...thisProcess(), pid: await goneProcess() })],
  ["an earlier process of the same number", async () => ({ ...thisProcess(), start: "1" })],
  ["a process before the last boot", async () => ({ ...thisProcess(), world: "another-boot pid:[1]" })],
  [
    "a container that can't be seen, a day ago",
    async () => {
      const owner = thisProcess();
      return { ...owner, world: `${owner.world?.split(" ")[0]} pid:[1]`, since: Date.now() - 25 * 3600 * 1000 };
    },
  ],
  ["nobody: the file is torn", async () => "{"],
])("a lock of %s is taken over", async (_who, owner) => {
  const folder = await temporaryFolder();
  const path = join(folder, "a.lock");
  const content = await owner();
  await writeLock(path, typeof content === "string" ? content : JSON.stringify(content));
  const taken = await Promise.all(Array.from({ length: 8 }, () => tryLock(path)));
  const locks = taken.filter((lock) => lock !== null);
  expect(locks).toHaveLength(1);
  await locks[0]?.release();
  expect(await readdir(folder)).toEqual([]);
});

test("a file that says nothing, as where links are not to be had and its writer was killed, is taken over", async () => {
  const path = join(await temporaryFolder(), "a.lock");
  await writeFile(path, "");
  const lock = await tryLock(path);
  expect(lock).not.toBeNull();
  await lock?.release();
});

test("a guard that was left without its lock is cleared away", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "a.lock");
  await writeLock(`${path}.takeover`, JSON.stringify({ ...thisProcess(), start: "1" }));
  await (await tryLock(path))?.release();
  expect(await readdir(folder)).toEqual([]);
});

test("a lock of a container that can't be seen is respected for a day", async () => {
  const path = join(await temporaryFolder(), "a.lock");
  const owner = thisProcess();
  await writeLock(path, JSON.stringify({ ...owner, world: `${owner.world?.split(" ")[0]} pid:[1]` }));
  expect(await tryLock(path)).toBeNull();
});

test("releasing does not remove a lock that is another's by now", async () => {
  const path = join(await temporaryFolder(), "a.lock");
  const lock = await tryLock(path);
  await rm(path);
  await writeFile(path, "{}");
  await lock?.release();
  expect(await readFile(path, "utf8")).toBe("{}");
});

test("waiting ends with an error that names the holder", async () => {
  const path = join(await temporaryFolder(), "a.lock");
  const lock = await tryLock(path);
  await expect(waitForLock(path, 1)).rejects.toThrow(`held by process ${process.pid}`);
  await lock?.release();
});

const links = process.platform === "win32" ? test.skip : test;

links("where it can't be written, the error has the lock's path and not its content (not on Windows)", async () => {
  const path = join(await temporaryFolder(), "missing", "a.lock");
  await expect(tryLock(path)).rejects.toThrow(`ENOENT: no such file or directory, ${path}`);
});
