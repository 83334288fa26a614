import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { bounded } from "../src/bounded.js";
import { readRegularFile } from "../src/read-file.js";

const folder = mkdtempSync(join(tmpdir(), "forgexec-read-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a file within the limit is read whole, a larger one is not read", async () => {
  const path = join(folder, "file");
  writeFileSync(path, "12345");
  expect(await readRegularFile(path, 5)).toEqual({ bytes: Buffer.from("12345") });
  expect(await readRegularFile(path, 4)).toMatchObject({ problem: "too-large", size: 5 });
  writeFileSync(path, "");
  expect(await readRegularFile(path, 5)).toEqual({ bytes: Buffer.from("") });
});

test("a directory is told from a file, and what is not there rejects", async () => {
  expect(await readRegularFile(folder, 10)).toMatchObject({ problem: "directory" });
  await expect(readRegularFile(join(folder, "none"), 10)).rejects.toThrow("ENOENT");
});

const unix = process.platform === "win32" ? test.skip : test;

unix("a FIFO that nobody writes to is refused at once (not on Windows)", async () => {
  const path = join(folder, "fifo");
  execFileSync("mkfifo", [path]);
  expect(await readRegularFile(path, 10)).toMatchObject({ problem: "no-regular-file" });
});

const linux = process.platform === "linux" ? test : test.skip;

linux("a file of the kernel's, which says that it is empty, is read up to the limit (Linux only)", async () => {
  const content = await readRegularFile("/proc/self/status", 1 << 20);
  expect("bytes" in content && content.bytes.toString()).toMatch(/^Name:/);
  expect(await readRegularFile("/proc/self/status", 10)).toMatchObject({ problem: "too-large" });
});

test("an action has its value, its error, or an end", () => {
  expect(bounded(() => 7, 1000)).toEqual({ value: 7 });
  expect(() =>
    bounded(() => {
      throw new Error("its own");
    }, 1000),
  ).toThrow("its own");
  expect(bounded(() => /^(a+)+$/.test(`${"a".repeat(60)}!`), 50)).toBeNull();
});
