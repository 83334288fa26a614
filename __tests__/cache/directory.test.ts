import { chmod, lstat, mkdir, readFile, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { DirectoryCache } from "../../src/cache/index.js";
import { contents, names, temporaryFolder, write } from "./support.js";

interface Place {
  readonly root: string;
  readonly store: string;
  readonly warnings: string[];
  readonly cache: DirectoryCache;
  /** Moves the clock on, in ms. */
  pass(ms: number): void;
  /** The same store as another process would open it. */
  again(): DirectoryCache;
}

async function place(): Promise<Place> {
  const root = await temporaryFolder();
  const store = join(root, "store");
  const warnings: string[] = [];
  let now = Date.now();
  const options = { warn: (line: string) => warnings.push(line), now: () => now };
  const again = (): DirectoryCache => new DirectoryCache(store, options);
  const pass = (ms: number): void => {
    now += ms;
  };
  return { root, store, warnings, cache: again(), pass, again };
}

test("a file comes back as it was saved, whatever became of it meanwhile", async () => {
  const { root, cache, warnings } = await place();
  const path = await write(join(root, "some file"), "one", 0o750);
  await utimes(path, 1_600_000_000, 1_600_000_000.25);
  const saved = await cache.save("key", [path]);
  expect(saved).toMatchObject({ key: "key", bytes: 3, sha256s: [expect.stringMatching(/^[0-9a-f]{64}$/)] });
  await writeFile(path, "written over in place");
  expect(await cache.restore("key", [], [path])).toEqual(saved);
  expect(await readFile(path, "utf8")).toBe("one");
  await writeFile(path, "once more");
  await rm(path);
  expect(await cache.restore("key", [], [path])).toEqual(saved);
  expect(await readFile(path, "utf8")).toBe("one");
  const { mode, mtimeMs } = await stat(path);
  expect([mode & 0o777, mtimeMs]).toEqual([0o750, 1_600_000_000_250]);
  expect(await names(root)).not.toContainEqual(expect.stringContaining(".restore-"));
  expect(warnings).toEqual([]);
});

test("a file that nobody may write to is linked, not copied", async () => {
  const { root, cache } = await place();
  const path = await write(join(root, "image"), "bytes", 0o444);
  await cache.save("key", [path]);
  expect((await stat(path)).nlink).toBe(2);
  const { ino } = await stat(path);
  await rm(path);
  await cache.restore("key", [], [path]);
  expect(await stat(path)).toMatchObject({ ino, nlink: 2 });
});

test("a folder comes back exactly: modes, times, links, odd names, nothing left over", async () => {
  const { root, cache, warnings } = await place();
  const folder = join(root, "a folder");
  await write(join(folder, "bin/tool"), "#!/bin/sh\n", 0o755);
  await write(join(folder, "names/Ünïcode 'quoted'\nline"), "x", 0o600);
  await write(join(folder, "-dash"), "");
  await mkdir(join(folder, "empty"), { mode: 0o700 });
  await symlink("/usr/bin/env", join(folder, "bin/python"));
  await symlink("../names", join(folder, "bin/near"));
  await utimes(join(folder, "bin/tool"), 1_600_000_000, 1_600_000_000.125);
  await chmod(join(folder, "names"), 0o555);
  const before = await contents(folder);
  const saved = await cache.save("key", [folder]);
  expect(saved).toMatchObject({ sha256s: [null] });
  await chmod(join(folder, "names"), 0o755);
  await write(join(folder, "names/left over"), "");
  await rm(join(folder, "bin"), { recursive: true });
  expect(await cache.restore("key", [], [folder])).toEqual(saved);
  expect(await contents(folder)).toEqual(before);
  await chmod(join(folder, "names"), 0o755);
  expect(warnings).toEqual([]);
});

test("several paths are one entry; one that was not there is not there again", async () => {
  const { root, cache } = await place();
  const paths = [join(root, "a"), join(root, "deep/er/b"), join(root, "c")];
  await write(paths[0] as string, "a");
  await write(join(paths[1] as string, "b"), "b");
  expect(await cache.save("key", paths)).toMatchObject({ sha256s: [expect.any(String), null, null] });
  await rm(join(root, "deep"), { recursive: true });
  await write(paths[2] as string, "not of the entry");
  expect(await cache.restore("key", [], paths)).not.toBeNull();
  expect(await readFile(join(root, "deep/er/b/b"), "utf8")).toBe("b");
  await expect(lstat(paths[2] as string)).rejects.toThrow("ENOENT");
});

test("a key that is there is not saved again, and its entry stays as it is", async () => {
  const { root, cache, warnings, again } = await place();
  const path = await write(join(root, "f"), "first");
  await cache.save("key", [path]);
  await writeFile(path, "second");
  expect(await again().save("key", [path])).toBeNull();
  await cache.restore("key", [], [path]);
  expect(await readFile(path, "utf8")).toBe("first");
  expect(warnings).toEqual([]);
});

test("without the key itself the newest that a restore key begins, of the same paths, in the keys' order", async () => {
  const { root, cache, pass } = await place();
  const path = await write(join(root, "f"), "");
  const other = await write(join(root, "other"), "");
  for (const key of ["linux-a", "linux-b", "mac-a"]) {
    await writeFile(path, key);
    await cache.save(key, [path]);
    pass(1000);
  }
  await cache.save("linux-c", [other]);
  const tries: [string, string[], string | null][] = [
    ["linux-a", ["linux-"], "linux-a"],
    ["linux-x", ["linux-"], "linux-b"],
    ["x", ["mac-", "linux-"], "mac-a"],
    ["x", ["none-", "linux-a"], "linux-a"],
    ["linux-", [], null],
    ["x", ["none"], null],
  ];
  for (const [key, restoreKeys, expected] of tries) {
    await writeFile(path, "before");
    expect((await cache.restore(key, restoreKeys, [path]))?.key ?? null).toBe(expected);
    expect(await readFile(path, "utf8")).toBe(expected ?? "before");
  }
  expect(await cache.find("linux-", [path])).toBe("linux-b");
  expect(await cache.find("linux-", [other])).toBe("linux-c");
  expect(await cache.find("win", [path])).toBeNull();
});

test("an empty or missing store is a miss without a word", async () => {
  const { root, cache, warnings } = await place();
  expect(await cache.restore("key", ["k"], [join(root, "f")])).toBeNull();
  expect(await cache.find("k", [join(root, "f")])).toBeNull();
  expect(await cache.list()).toEqual([]);
  expect(warnings).toEqual([]);
});

test("listed with the last used first; pruned by age, then by size; removed by id", async () => {
  const { root, cache, pass, again } = await place();
  const path = await write(join(root, "f"), "");
  for (const [index, key] of ["a", "b", "c", "d"].entries()) {
    await writeFile(path, "x".repeat(10 * (index + 1)));
    await cache.save(key, [path]);
    pass(60_000);
  }
  await again().restore("a", [], [path]);
  const keys = async () => (await cache.list()).map(({ key, bytes }) => `${key} ${bytes}`);
  // Saving is noted by the file system's clock, which is the machine's.
  expect((await keys())[0]).toBe("a 10");
  expect((await cache.prune({ maxBytes: 10 })).map(({ key }) => key).sort()).toEqual(["b", "c", "d"]);
  expect(await keys()).toEqual(["a 10"]);
  pass(3_600_000);
  expect(await cache.prune({ olderThanMs: 3_700_000 })).toEqual([]);
  expect((await cache.prune({ olderThanMs: 3_500_000 })).map(({ key }) => key)).toEqual(["a"]);
  await cache.save("e", [path]);
  const id = (await cache.list())[0]?.id as string;
  expect([await cache.remove(id), await cache.remove(id), await cache.remove("../..")]).toEqual([true, false, false]);
  expect(await cache.list()).toEqual([]);
});

test("a call that is called off ends with null, changes nothing and says nothing", async () => {
  const { root, cache, warnings } = await place();
  const path = await write(join(root, "f"), "kept");
  await cache.save("key", [path]);
  await writeFile(path, "now");
  const signal = AbortSignal.abort();
  expect(await cache.restore("key", [], [path], { signal })).toBeNull();
  expect(await cache.save("other", [path], { signal })).toBeNull();
  expect(await readFile(path, "utf8")).toBe("now");
  expect(warnings).toEqual([]);
});

test("what is neither file nor folder, and nothing at all, are not saved, and the first is told", async () => {
  const { root, store, cache, warnings } = await place();
  await symlink("/etc", join(root, "link"));
  expect(await cache.save("key", [join(root, "link")])).toBeNull();
  expect(await cache.save("key", [join(root, "nothing")])).toBeNull();
  expect(warnings).toEqual([expect.stringContaining("link is neither a file nor a folder")]);
  expect(await names(store)).toEqual(["v1", "v1/tmp"]);
});
