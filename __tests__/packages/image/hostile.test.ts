import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, open, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import { Listing } from "../../../src/packages/image/listing.js";
import { mountsBelow, opened, type Slot, slot, testAsRoot, testOnPosix, testWithSquashfs } from "./support.js";

/** What each member of a hostile archive is, as Python's tarfile knows it. */
const TAR = `
import io, sys, tarfile
kind, path, outside = sys.argv[1:]
with tarfile.open(path, "w:gz") as archive:
    def add(name, type=tarfile.REGTYPE, link="", mode=0o755, data=b"hostile"):
        info = tarfile.TarInfo(name)
        info.type, info.linkname, info.mode = type, link, mode
        if type == tarfile.REGTYPE:
            info.size = len(data)
        info.devmajor, info.devminor = 1, 3
        archive.addfile(info, io.BytesIO(data) if type == tarfile.REGTYPE else None)
    add("bin", tarfile.DIRTYPE)
    add("bin/python")
    if kind == "upwards": add("../../evil")
    if kind == "absolute": add(outside + "/evil")
    if kind == "hard link out": add("evil", tarfile.LNKTYPE, outside + "/victim")
    if kind == "hard link upwards": add("evil", tarfile.LNKTYPE, "../../../victim")
    if kind == "through a link":
        add("door", tarfile.SYMTYPE, outside)
        add("door/evil")
    if kind == "a link, then a file of its name":
        add("evil", tarfile.SYMTYPE, outside + "/victim")
        add("evil")
    if kind == "device": add("evil", tarfile.CHRTYPE)
    if kind == "pipe": add("evil", tarfile.FIFOTYPE)
    if kind == "setuid": add("evil", mode=0o4755)
    if kind == "setgid": add("evil", mode=0o2755)
    if kind == "line break": add("a\\n-rwxr-xr-x 0/0 1 2026-01-01 00:00 b\\n/evil")
`;

async function withHash(file: string) {
  const bytes = await readFile(file);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { file, sha256, bytes: bytes.length, format: "squashfs" } as const;
}

async function expectNothingOutside(place: Slot): Promise<void> {
  expect((await readdir(place.cacheDirectory)).sort()).toEqual(["env", "victim"]);
  expect(await readFile(join(place.cacheDirectory, "victim"), "utf8")).toBe("whole");
  expect(await readdir(join(place.cacheDirectory, "env"))).toEqual(["acme-tool-0.image"]);
  expect(existsSync(join(place.cacheDirectory, "..", "evil"))).toBe(false);
}

testOnPosix.each([
  ["upwards", "leads outside"],
  ["absolute", "leads outside"],
  ["hard link out", "not in it"],
  ["hard link upwards", "not in it"],
  ["through a link", "goes through a link"],
  ["a link, then a file of its name", "comes twice"],
  ["device", "is a device"],
  ["pipe", "is a device, a pipe"],
  ["setuid", "is setuid"],
  ["setgid", "is setuid or setgid"],
])("a tar archive is refused: %s", async (kind, why) => {
  const place = await slot();
  await writeFile(join(place.cacheDirectory, "victim"), "whole");
  execFileSync("python3", ["-c", TAR, kind, place.file, place.cacheDirectory]);
  const refusal = { name: "ImageError", fault: "refused", message: expect.stringContaining(why) };
  await expect(opened(place, await withHash(place.file))).rejects.toMatchObject(refusal);
  await expectNothingOutside(place);
});

testOnPosix("a tar archive whose names hold line breaks leads nowhere", async () => {
  const place = await slot();
  execFileSync("python3", ["-c", TAR, "line break", place.file, place.cacheDirectory]);
  await opened(place, await withHash(place.file));
  expect(await readdir(place.environment)).toHaveLength(2);
  expect(existsSync("/evil")).toBe(false);
});

async function squashfs(place: Slot, pseudo: readonly string[], change?: (tree: string) => Promise<void>) {
  const tree = join(place.cacheDirectory, "tree");
  await mkdir(join(tree, "bin"), { recursive: true });
  await writeFile(join(tree, "bin", "python"), "", { mode: 0o755 });
  await change?.(tree);
  const args = pseudo.flatMap((definition) => ["-p", definition]);
  execFileSync("mksquashfs", [tree, place.file, "-quiet", "-no-progress", ...args]);
  execFileSync("rm", ["-rf", tree]);
  return withHash(place.file);
}

const HOSTILE = {
  device: ["evil c 666 0 0 1 3"],
  "block device": ["evil b 666 0 0 7 0"],
  pipe: ["evil i 644 0 0 f"],
  setuid: ["evil f 4755 0 0 echo hostile"],
  setgid: ["evil f 2755 0 0 echo hostile"],
};
for (const [kind, pseudo] of Object.entries(HOSTILE)) {
  testWithSquashfs(`a squashfs image is not unpacked: ${kind}`, async () => {
    const place = await slot();
    await writeFile(join(place.cacheDirectory, "victim"), "whole");
    const image = await squashfs(place, pseudo);
    const refusal = { name: "ImageError", fault: "refused", message: expect.stringContaining("evil") };
    await expect(opened(place, image, { mounting: "never" })).rejects.toMatchObject(refusal);
    await expectNothingOutside(place);
  });
}

testAsRoot("mounted, devices and setuid files have no force", async () => {
  const place = await slot();
  const image = await squashfs(place, ["evil c 666 0 0 1 3"], async (tree) => {
    execFileSync("cp", ["/usr/bin/id", join(tree, "identity")]);
    await chmod(join(tree, "identity"), 0o4755);
  });
  const restored = await opened(place, image);
  expect(restored.way).toBe("mounted");
  try {
    await expect(open(join(place.environment, "evil"))).rejects.toMatchObject({ code: "EACCES" });
    const lower = join(`${place.environment}.image`, "lower");
    await expect(open(join(lower, "evil"))).rejects.toMatchObject({ code: "EACCES" });
    for (let folder = place.environment; folder !== "/tmp" && folder !== "/"; folder = dirname(folder))
      await chmod(folder, 0o755);
    const whoami = execFileSync(join(place.environment, "identity"), ["-u"], {
      uid: 12345,
      gid: 12345,
      encoding: "utf8",
    });
    expect(whoami).toBe("12345\n");
  } finally {
    await restored.close();
  }
  expect(mountsBelow(place.cacheDirectory)).toEqual([]);
});

testWithSquashfs("a file that only begins as a squashfs image is a failure, and nothing is mounted", async () => {
  const place = await slot();
  await writeFile(place.file, Buffer.concat([Buffer.from("hsqs"), Buffer.alloc(100_000, 0xa5)]));
  await expect(opened(place, await withHash(place.file))).rejects.toMatchObject({
    name: "ImageError",
    fault: "failed",
  });
  expect(mountsBelow(place.cacheDirectory)).toEqual([]);
  expect(await readdir(join(place.cacheDirectory, "env"))).toEqual(["acme-tool-0.image"]);
});

// What mksquashfs does not make, and older programs unpacked: names with slashes, one name twice.
test.each([
  [
    ["drwxr-xr-x 0/0 3 2026-01-01 00:00 squashfs-root", "-rw-r--r-- 0/0 3 2026-01-01 00:00 squashfs-root/../evil"],
    "leads outside",
  ],
  [
    ["lrwxrwxrwx 0/0 3 2026-01-01 00:00 squashfs-root/a -> /etc", "drwxr-xr-x 0/0 3 2026-01-01 00:00 squashfs-root/a"],
    "comes twice",
  ],
  [
    [
      "-rw-r--r-- 0/0 3 2026-01-01 00:00 squashfs-root/a/b",
      "lrwxrwxrwx 0/0 3 2026-01-01 00:00 squashfs-root/a -> /etc",
    ],
    "goes through a link",
  ],
  [["lrwxrwxrwx 0/0 3 2026-01-01 00:00 squashfs-root/a -> b -> c"], "cannot be told apart"],
  [["-rw-r--r-- 0/0 3 2026-01-01 00:00 squashfs-root/a", "second line of a name"], "no line of a listing"],
  [["crw-rw-rw-  0 0      0         1,3 Jan  1  2026 evil"], "is a device"],
  [["hrw-r--r--  0 0      0           0 Jan  1 00:00 evil link to ../victim"], "not in it"],
])("a listing is refused: %j", (lines, why) => {
  const listing = new Listing();
  for (const line of lines) listing.add(line);
  expect(() => listing.contents()).toThrow(why);
});

test("a listing tells sizes and owners", () => {
  const listing = new Listing();
  listing.add("drwxr-sr-x 1000/1000      119 2026-11-25 09:02 squashfs-root");
  listing.add("-rw-r--r-- 1000/1000     9033 2026-11-25 09:02 squashfs-root/bin/a b -> c");
  listing.add("lrwxrwxrwx 1000/1000       16 2026-11-25 09:02 squashfs-root/bin/python -> /usr/bin/python3");
  const contents = listing.contents();
  expect(contents.bytes).toBe(9033);
  expect([contents.ownedBy(1000, 1000), contents.ownedBy(0, 0)]).toEqual([true, false]);
});
