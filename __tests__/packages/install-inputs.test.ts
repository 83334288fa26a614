import { execFileSync } from "node:child_process";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { installInputs } from "../../src/packages/install-inputs.js";
import { temporaryFolder } from "./support.js";

const LARGE = 8 * 1024 * 1024;

test("what the commands name counts, however many other files there are", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "a"));
  await Promise.all(Array.from({ length: 2500 }, (_, n) => writeFile(join(folder, "a", `${n}.lock`), String(n))));
  await writeFile(join(folder, "zzz.txt"), "one");
  const before = await installInputs(folder, ["pip install -r zzz.txt"]);
  await writeFile(join(folder, "zzz.txt"), "two");
  expect((await installInputs(folder, ["pip install -r zzz.txt"])).hash).not.toBe(before.hash);
});

test("many large files take a bounded amount of memory", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "0.lock"), Buffer.alloc(LARGE));
  await Promise.all(Array.from({ length: 60 }, (_, n) => symlink("0.lock", join(folder, `${n + 1}.lock`))));
  const before = process.memoryUsage().arrayBuffers;
  await installInputs(folder, null);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * LARGE);
});

const unix = process.platform === "win32" ? test.skip : test;

unix("FIFOs, devices and links that lead nowhere hold nothing up (not on Windows)", async () => {
  const folder = await temporaryFolder();
  execFileSync("mkfifo", [join(folder, "requirements.txt")]);
  await symlink("loop.lock", join(folder, "loop.lock"));
  await symlink("/dev/zero", join(folder, "zero.lock"));
  expect((await installInputs(folder, ["pip install -r requirements.txt -r /dev/zero"])).hash).toHaveLength(64);
});

test("a pattern that takes for ever is refused, not waited for", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "a".repeat(200)), "");
  const slow = installInputs(folder, { inputs: ["*a".repeat(40).concat("b")], steps: [] });
  await expect(slow).rejects.toThrow(/install\.inputs: a pattern takes too long/);
});
