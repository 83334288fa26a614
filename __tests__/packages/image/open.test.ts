import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { chmod, link, mkdir, open, readdir, readFile, rename, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { packImage } from "../../../src/packages/image/index.js";
import {
  loopsOf,
  makeEnvironment,
  mountsBelow,
  opened,
  packed,
  slot,
  temporaryFolder,
  testAsRoot,
  testWithMounts,
  testWithSquashfs,
  tool,
} from "./support.js";

testWithMounts("an image is mounted, written to as any folder, and gone when it is closed", async () => {
  const place = await slot();
  await makeEnvironment(place.environment);
  const image = await packed(place);
  const bytes = await readFile(place.file);
  const restored = await opened(place, image);
  expect(restored.way).toBe("mounted");
  expect(tool(place)).toBe("41");
  expect(mountsBelow(place.environment)).toEqual([
    expect.stringMatching(/lower ro,nosuid,nodev.* squashfs /),
    expect.stringMatching(/acme-tool-0 rw,nosuid,nodev.* overlay /),
  ]);
  const [site] = execFileSync("sh", ["-c", 'echo "$1"/lib/python3*/site-packages', "sh", place.environment], {
    encoding: "utf8",
  }).split("\n");
  await writeFile(join(`${site}`, "demo", "__init__.py"), "VALUE = 4200\n");
  await rename(join(`${site}`, "demo"), join(`${site}`, "other"));
  await rename(join(`${site}`, "other"), join(`${site}`, "demo"));
  expect(tool(place)).toBe("4200");
  await Promise.all([restored.close(), restored.close()]);
  expect(mountsBelow(place.cacheDirectory)).toEqual([]);
  expect(loopsOf(place.cacheDirectory)).toEqual([]);
  expect(await readdir(join(place.environment, ".."))).toEqual(["acme-tool-0.image"]);
  expect(await readdir(`${place.environment}.image`)).toEqual(["image"]);
  expect((await readFile(place.file)).equals(bytes)).toBe(true);
});

testWithMounts("a mounted environment is packed again with what was written to it", async () => {
  const place = await slot();
  await makeEnvironment(place.environment);
  const first = await opened(place, await packed(place));
  await writeFile(join(place.environment, "more"), "more");
  const image = await packImage({ ...place, platform: process.platform });
  await first.close();
  const second = await opened(place, image, { mounting: "never" });
  expect(await readFile(join(place.environment, "more"), "utf8")).toBe("more");
  await second.close();
});

testWithMounts("what a killed run left mounted is taken away before the next image is opened", async () => {
  const place = await slot();
  await makeEnvironment(place.environment);
  const image = await packed(place);
  const first = await opened(place, image);
  await writeFile(join(place.environment, "stale"), "");
  const second = await opened(place, image);
  expect(await readdir(place.environment)).not.toContain("stale");
  expect(mountsBelow(place.environment)).toHaveLength(2);
  await second.close();
  await first.close();
  expect(mountsBelow(place.cacheDirectory)).toEqual([]);
});

testWithMounts("it is closed while a command still works in it", async () => {
  const place = await slot();
  await makeEnvironment(place.environment);
  const restored = await opened(place, await packed(place));
  const child = spawn(
    join(place.environment, "bin/python"),
    ["-c", "print(1, flush=True); input(); import demo; print(demo.VALUE)"],
    { cwd: place.environment },
  );
  await once(child.stdout, "data");
  await restored.close();
  expect(mountsBelow(place.cacheDirectory)).toEqual([]);
  expect(await readdir(join(place.environment, ".."))).toEqual(["acme-tool-0.image"]);
  child.stdin.end("\n");
  await once(child, "exit");
});

testWithMounts("four runs have one image at once, time and again", async () => {
  const first = await slot();
  await makeEnvironment(first.environment);
  const image = await packed(first);
  for (let round = 0; round < 3; round++) {
    const restored = await Promise.all(
      [0, 1, 2, 3].map(async (n) => {
        const place = await slot(`acme-tool-${n}`, first.cacheDirectory);
        if (n > 0 && round === 0) await link(first.file, place.file);
        const one = await opened(place, { ...image, file: place.file });
        await writeFile(join(place.environment, "mine"), String(n));
        return { one, place, n };
      }),
    );
    expect(restored.map(({ one }) => one.way)).toEqual(["mounted", "mounted", "mounted", "mounted"]);
    for (const { place, n } of restored)
      expect(await readFile(join(place.environment, "mine"), "utf8")).toBe(String(n));
    await Promise.all(restored.map(({ one }) => one.close()));
  }
  expect(mountsBelow(first.cacheDirectory)).toEqual([]);
  expect(loopsOf(first.cacheDirectory)).toEqual([]);
});

const ODD = [
  "with space",
  "with,comma",
  "with:colon",
  "with\\backslash",
  "with\\040octal",
  "ünï",
  "-dash",
  "with'quote",
  "with\nbreak",
];
testWithMounts("a path may have any character in it", async () => {
  // Python's venv wants no colon in a path.
  const plain = await slot();
  await makeEnvironment(plain.environment);
  for (const name of ODD) {
    const place = await slot("acme-tool-0", join(await temporaryFolder("odd"), name));
    const image = await packImage({ ...place, environment: plain.environment, platform: process.platform });
    const restored = await opened(place, image);
    expect([name, restored.way]).toEqual([name, "mounted"]);
    expect(await readdir(place.environment)).toContain("pyvenv.cfg");
    await restored.close();
    await expect(stat(place.environment)).rejects.toMatchObject({ code: "ENOENT" });
    const unpacked = await opened(place, image, { mounting: "never" });
    expect(await readdir(place.environment)).toContain("pyvenv.cfg");
    await unpacked.close();
  }
});

testAsRoot("where the disk's file system can't take up changes, memory does", async () => {
  const folder = await temporaryFolder("overlay");
  for (const name of ["lower", "upper", "work", "merged"]) await mkdir(join(folder, name));
  const layers = `lowerdir=${folder}/lower,upperdir=${folder}/upper,workdir=${folder}/work`;
  execFileSync("mount", ["-t", "overlay", "-o", layers, "overlay", join(folder, "merged")]);
  try {
    const place = await slot("acme-tool-0", join(folder, "merged"));
    await makeEnvironment(place.environment);
    const restored = await opened(place, await packed(place));
    expect(restored.way).toBe("mounted");
    expect(mountsBelow(place.environment).join("\n")).toMatch(/memory rw,nosuid,nodev.* tmpfs /);
    await writeFile(join(place.environment, "x"), "x");
    expect(tool(place)).toBe("41");
    await restored.close();
    expect(mountsBelow(place.environment)).toEqual([]);
    expect(await readdir(`${place.environment}.image`)).toEqual(["image"]);
  } finally {
    execFileSync("umount", [join(folder, "merged")]);
  }
});

async function flip(path: string): Promise<void> {
  const file = await open(path, "r+");
  const { size } = await file.stat();
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.floor(size / 2));
  await file.write(Buffer.from([(buffer[0] ?? 0) ^ 1]), 0, 1, Math.floor(size / 2));
  await file.close();
}

testWithSquashfs("a damaged image is never opened", async () => {
  const place = await slot();
  await makeEnvironment(place.environment);
  const image = await packed(place);
  const { size } = await stat(place.file);
  const damages: (() => Promise<void>)[] = [
    () => flip(place.file),
    () => truncate(place.file, size - 1),
    () => truncate(place.file, 0),
    () => writeFile(place.file, "something else"),
  ];
  for (const damage of damages) {
    await damage();
    await expect(opened(place, image)).rejects.toMatchObject({ name: "ImageError", fault: "damaged" });
    expect(mountsBelow(place.cacheDirectory)).toEqual([]);
    expect(await readdir(join(place.environment, ".."))).toEqual(["acme-tool-0.image"]);
  }
});

test("what is no image at all is damaged, whatever its hash", async () => {
  const place = await slot();
  await writeFile(place.file, "#!/bin/sh\n");
  const sha256 = createHash("sha256").update("#!/bin/sh\n").digest("hex");
  const image = { file: place.file, sha256, bytes: 10, format: "squashfs" } as const;
  await expect(opened(place, image)).rejects.toMatchObject({ fault: "damaged" });
});

testWithMounts("without a Python in it, and with one that is not there any more, it is refused", async () => {
  const place = await slot();
  await makeEnvironment(place.environment);
  execFileSync("ln", ["-sfn", "/nowhere/python3", join(place.environment, "bin/python")]);
  const image = await packed(place);
  for (const mounting of ["allowed", "never"] as const) {
    await expect(opened(place, image, { mounting })).rejects.toMatchObject({ fault: "refused" });
    expect(mountsBelow(place.cacheDirectory)).toEqual([]);
  }
});

testWithMounts("aborted at any moment, nothing stays mounted", async () => {
  const place = await slot();
  await makeEnvironment(place.environment);
  const image = await packed(place);
  const reason = new Error("cancelled");
  await expect(opened(place, image, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  for (const mounting of ["allowed", "never"] as const) {
    for (let ticks = 0; ticks < 12; ticks++) {
      const abort = new AbortController();
      const opening = opened(place, image, { mounting, signal: abort.signal }).then(
        (restored) => restored.close(),
        (error) => expect(error).toBe(reason),
      );
      for (let tick = 0; tick < ticks * 4; tick++) await new Promise(setImmediate);
      abort.abort(reason);
      await opening;
      expect(mountsBelow(place.cacheDirectory)).toEqual([]);
      expect(loopsOf(place.cacheDirectory)).toEqual([]);
    }
  }
});

testAsRoot("files of another user are this user's own when they are unpacked", async () => {
  const place = await slot();
  await makeEnvironment(place.environment);
  execFileSync("chown", ["-Rh", "12345:12345", place.environment]);
  await chmod(join(place.environment, "pyvenv.cfg"), 0o640);
  const image = await packed(place);
  await opened(place, image, { mounting: "never" });
  const owned = execFileSync("find", [place.environment, "!", "-user", "0", "-o", "!", "-group", "0"], {
    encoding: "utf8",
  });
  expect(owned).toBe("");
  expect((await stat(join(place.environment, "pyvenv.cfg"))).mode & 0o777).toBe(0o640);
});

testAsRoot("an image that unpacks to more than the disk has free is not begun with", async () => {
  const place = await slot();
  await makeEnvironment(place.environment);
  await writeFile(join(place.environment, "zeros"), Buffer.alloc(8_000_000));
  const image = await packed(place);
  const disk = join(place.cacheDirectory, "disk");
  await mkdir(disk);
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", disk]);
  try {
    const small = await slot("acme-tool-0", disk);
    const opening = opened(small, image, { mounting: "never" });
    await expect(opening).rejects.toMatchObject({ fault: "no-space", message: expect.stringContaining("MiB free") });
    expect(await readdir(join(disk, "env"))).toEqual([]);
  } finally {
    execFileSync("umount", [disk]);
  }
});
