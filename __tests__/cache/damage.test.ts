import { readdir, readFile, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { DirectoryCache } from "../../src/cache/index.js";
import { contents, names, spawn, temporaryFolder, write } from "./support.js";

interface Place {
  readonly root: string;
  readonly paths: readonly [string, string];
  readonly warnings: string[];
  readonly cache: DirectoryCache;
  /** The one entry's folder. */
  readonly entry: string;
}

/** A store with an entry of a file and a folder, and other files in their place. */
async function place(): Promise<Place> {
  const root = await temporaryFolder();
  const store = join(root, "store");
  const paths = [join(root, "data/file"), join(root, "data/folder")] as const;
  await write(paths[0], "file".repeat(100));
  await write(join(paths[1], "inner"), "folder");
  const warnings: string[] = [];
  const options = { warn: (line: string) => warnings.push(line) };
  await new DirectoryCache(store, options).save("key", paths);
  await writeFile(paths[0], "mine");
  await writeFile(join(paths[1], "inner"), "mine");
  const [id = ""] = await readdir(join(store, "v1/entries"));
  return { root, paths, warnings, cache: new DirectoryCache(store, options), entry: join(store, "v1/entries", id) };
}

async function flip(path: string): Promise<void> {
  const bytes = await readFile(path);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
  await writeFile(path, bytes);
}

const DAMAGES: [string, (entry: string) => Promise<unknown>, string][] = [
  ["a flipped byte in a file", (entry) => flip(join(entry, "0")), "sha256"],
  ["a flipped byte in an archive", (entry) => flip(join(entry, "1")), "sha256"],
  ["a flipped byte in the record", (entry) => flip(join(entry, "record")), "record is damaged"],
  ["a file cut short", (entry) => truncate(join(entry, "0"), 3), "sha256"],
  ["an archive cut short", (entry) => truncate(join(entry, "1"), 20), "sha256"],
  ["an empty record", (entry) => truncate(join(entry, "record"), 0), "record is damaged"],
  ["a missing part", (entry) => rm(join(entry, "1")), "missing"],
  ["a missing record", (entry) => rm(join(entry, "record")), "record is missing"],
  [
    "a link in a part's place",
    async (entry) => {
      await rm(join(entry, "0"));
      await symlink("/etc/hostname", join(entry, "0"));
    },
    "missing",
  ],
  ["another format version", (entry) => rewrite(entry, (record) => ({ ...record, format: 2 })), "another version"],
  ["a record that lacks a part", (entry) => rewrite(entry, (record) => ({ ...record, parts: [] })), "another version"],
];

/** Changes a record, with its sha256. */
async function rewrite(entry: string, change: (record: Record<string, unknown>) => unknown): Promise<void> {
  const { createHash } = await import("node:crypto");
  const [, body = ""] = (await readFile(join(entry, "record"), "utf8")).split("\n");
  const text = JSON.stringify(change(JSON.parse(body)));
  await writeFile(join(entry, "record"), `${createHash("sha256").update(text).digest("hex")}\n${text}\n`);
}

test.each(DAMAGES)("%s is one warning and a miss, and the entry goes", async (_what, damage, why) => {
  const { root, paths, warnings, cache, entry } = await place();
  await damage(entry);
  expect(await cache.restore("key", ["k"], paths)).toBeNull();
  expect(warnings).toEqual([
    expect.stringMatching(new RegExp(`^the cache in .* is left out: the entry .* is dropped: .*${why}`)),
  ]);
  expect(await readFile(paths[0], "utf8")).toBe("mine");
  expect(await readFile(join(paths[1], "inner"), "utf8")).toBe("mine");
  expect(await names(join(root, "data"))).toEqual(["file", "folder", "folder/inner"]);
  expect(await readdir(join(entry, ".."))).toEqual([]);
  expect(await cache.save("key", paths)).not.toBeNull();
  expect(await cache.restore("key", [], paths)).not.toBeNull();
});

test.each(DAMAGES)("a check finds %s and drops it", async (_what, damage, why) => {
  const { paths, warnings, cache, entry } = await place();
  await cache.save("other", paths);
  await damage(entry);
  const { whole, damaged } = await cache.verify();
  expect(damaged).toEqual([expect.objectContaining({ why: expect.stringContaining(why) })]);
  expect(whole.map(({ key }) => key)).toEqual(["other"]);
  expect(await cache.verify()).toEqual({ whole, damaged: [] });
  expect(warnings).toEqual([]);
});

test("a file that was restored is checked again once it has been touched", async () => {
  const { paths, warnings, cache, entry } = await place();
  expect(await cache.restore("key", [], paths)).not.toBeNull();
  await flip(join(entry, "0"));
  expect(await cache.restore("key", [], paths)).toBeNull();
  expect(warnings).toHaveLength(1);
});

test("an older entry is taken where the newest that fits is damaged", async () => {
  const { paths, warnings, cache, entry } = await place();
  await rewrite(entry, (record) => ({ ...record, created: Date.now() + 60_000 }));
  await cache.save("key 2", paths);
  await flip(join(entry, "0"));
  expect((await cache.restore("none", ["key"], paths))?.key).toBe("key 2");
  expect(warnings).toHaveLength(1);
});

/** An archive of the kinds of members that lead, or try to lead, out of the folder. */
const EVIL = `
import io, sys, tarfile
t = tarfile.open(sys.argv[1], "w")
def add(name, kind=tarfile.REGTYPE, link="", **more):
    m = tarfile.TarInfo(name); m.type = kind; m.linkname = link; m.size = 4 if kind == tarfile.REGTYPE else 0
    for k, v in more.items(): setattr(m, k, v)
    t.addfile(m, io.BytesIO(b"evil") if m.size else None)
o = sys.argv[2]
kind = sys.argv[3]
if kind == "absolute": add(o + "/absolute")
if kind == "up": [add("../" * n + "outside/up") for n in range(1, 6)]
if kind == "link": add("link", tarfile.SYMTYPE, o); add("link/through"); add("up", tarfile.SYMTYPE, "../../../outside"); add("up/through")
if kind == "hard": add("hard", tarfile.LNKTYPE, o + "/kept"); add("hard")
if kind == "chain": add("a", tarfile.SYMTYPE, "."); add("a/b", tarfile.SYMTYPE, ".."); add("a/b/../outside/chain")
if kind == "device": add("null", tarfile.CHRTYPE, devmajor=1, devminor=3)
add("good")
t.close()
`;

test.each(["absolute", "up", "link", "hard", "chain", "device"])(
  "an archive with %s writes nothing outside",
  async (kind) => {
    const { createHash } = await import("node:crypto");
    const { root, paths, cache, entry, warnings } = await place();
    const outside = join(root, "outside");
    await write(join(outside, "kept"), "kept");
    const before = await contents(outside);
    await spawn("python3", ["-c", EVIL, join(entry, "1"), outside, kind]);
    const archive = await readFile(join(entry, "1"));
    await rewrite(entry, (record) => {
      const [file] = record.parts as unknown[];
      const sha256 = createHash("sha256").update(archive).digest("hex");
      return { ...record, parts: [file, { kind: "folder", archive: "tar", sha256, bytes: archive.length }] };
    });
    const hit = await cache.restore("key", [], paths);
    expect(await contents(outside)).toEqual(before);
    expect(await names(join(root, "data"))).not.toContainEqual(expect.stringContaining(".restore-"));
    if (kind === "device") expect([hit, warnings]).toEqual([null, [expect.stringMatching(/devices|tar/)]]);
    // Either the whole archive was refused, or what it had inside of its folder is there.
    const text = hit === null ? ["inner", "mine"] : ["good", "evil"];
    expect(await readFile(join(paths[1], text[0] as string), "utf8")).toBe(text[1]);
  },
);
