import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { packImage } from "../../../src/packages/image/index.js";
import {
  makeEnvironment,
  onlyPrograms,
  opened,
  packed,
  slot,
  testAsRoot,
  testOnPosix,
  testWithSquashfs,
  tool,
  withPath,
} from "./support.js";

testWithSquashfs("an environment is packed into one file, and comes back from it", async () => {
  const place = await slot();
  await makeEnvironment(place.environment);
  const image = await packed(place);
  expect(image).toMatchObject({ file: place.file, format: "squashfs", bytes: (await stat(place.file)).size });
  expect(
    createHash("sha256")
      .update(await readFile(place.file))
      .digest("hex"),
  ).toBe(image.sha256);
  expect(await readdir(`${place.environment}.image`)).toEqual(["image"]);
  const restored = await opened(place, image, { mounting: "never" });
  expect(restored.way).toBe("unpacked");
  expect(tool(place)).toBe("41");
  expect(await readFile(join(place.environment, "forgexec-environment.json"), "utf8")).toBe('{"key":"k"}');
  await restored.close();
  expect(tool(place)).toBe("41");
});

test.each([
  ["tar+zstd", ["tar", "zstd", "gzip"]],
  ["tar+gzip", ["tar", "gzip"]],
] as const)("without squashfs-tools it is %s", async (format, programs) => {
  const path = await onlyPrograms(...programs);
  if (format === "tar+zstd" && !(await readdir(path)).includes("zstd")) return;
  const place = await slot();
  await makeEnvironment(place.environment);
  const notes: string[] = [];
  const image = await withPath(path, () => packed(place, { note: (line) => notes.push(line) }));
  expect(image.format).toBe(format);
  if (process.platform === "linux") expect(notes.join()).toContain("squashfs-tools is missing");
  const restored = await withPath(path, () => opened(place, image));
  expect(restored.way).toBe("unpacked");
  expect(tool(place)).toBe("41");
  expect(await readdir(join(place.environment, ".."))).toEqual(["acme-tool-0", "acme-tool-0.image"]);
});

testWithSquashfs("without squashfs-tools a squashfs image is refused by the name of what is missing", async () => {
  const place = await slot();
  await makeEnvironment(place.environment);
  const image = await packed(place);
  const path = await onlyPrograms("tar", "zstd", "gzip");
  await expect(withPath(path, () => opened(place, image, { mounting: "never" }))).rejects.toMatchObject({
    name: "ImageError",
    fault: "missing-tool",
    message: expect.stringContaining("squashfs-tools is missing"),
  });
  expect(await readdir(join(place.environment, ".."))).toEqual(["acme-tool-0.image"]);
});

testOnPosix.each(["squashfs", "tar"])("%s: sockets, pipes and devices are left out", async (how) => {
  const place = await slot();
  await makeEnvironment(place.environment);
  execFileSync("mkfifo", [join(place.environment, "pipe")]);
  const server = createServer().listen(join(place.environment, "s"));
  await new Promise((resolve) => server.once("listening", resolve));
  if (process.getuid?.() === 0) execFileSync("mknod", [join(place.environment, "device"), "c", "1", "3"]);
  const path = how === "tar" ? await onlyPrograms("tar", "zstd", "gzip") : (process.env.PATH ?? "");
  const image = await withPath(path, () => packed(place));
  server.close();
  await opened(place, image, { mounting: "never" });
  expect((await readdir(place.environment)).sort()).toEqual([
    "bin",
    "forgexec-environment.json",
    "include",
    "lib",
    "lib64",
    "pyvenv.cfg",
  ]);
});

testWithSquashfs("aborted, nothing is left and an image that was there stays", async () => {
  const place = await slot();
  await makeEnvironment(place.environment);
  await writeFile(place.file, "before");
  const reason = new Error("cancelled");
  const pack = packImage({ ...place, platform: process.platform, signal: AbortSignal.abort(reason) });
  await expect(pack).rejects.toBe(reason);
  expect(await readFile(place.file, "utf8")).toBe("before");
  expect(await readdir(`${place.environment}.image`)).toEqual(["image"]);
});

testAsRoot("on a full disk and on a read-only one it says so and leaves nothing", async () => {
  const place = await slot();
  await makeEnvironment(place.environment);
  await writeFile(join(place.environment, "big"), randomBytes(1_000_000));
  const disk = join(place.cacheDirectory, "disk");
  await mkdir(disk);
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk]);
  try {
    const pack = () => packImage({ ...place, file: join(disk, "image"), platform: process.platform });
    await expect(pack()).rejects.toMatchObject({ name: "ImageError", fault: "no-space" });
    const gzip = await onlyPrograms("tar", "gzip");
    await expect(withPath(gzip, pack)).rejects.toMatchObject({ name: "ImageError", fault: "no-space" });
    expect(await readdir(disk)).toEqual([]);
    execFileSync("mount", ["-o", "remount,ro", disk]);
    await expect(pack()).rejects.toMatchObject({ name: "ImageError", fault: "failed" });
  } finally {
    execFileSync("umount", [disk]);
  }
});

testWithSquashfs("a file that can't be read is a failure, not an empty file", async () => {
  if (process.getuid?.() === 0) return;
  const place = await slot();
  await makeEnvironment(place.environment);
  await writeFile(join(place.environment, "secret"), "x", { mode: 0 });
  await expect(packImage({ ...place, platform: process.platform })).rejects.toMatchObject({ fault: "failed" });
});
