import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { runText } from "../support/run.js";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "forgexec-"));
  await writeFile(join(folder, "input.txt"), "from a file\n");
  if (process.platform !== "win32") execFileSync("mkfifo", [join(folder, "fifo")]);
});
afterAll(() => rm(folder, { recursive: true }));

const cat = (stdin: string) => runText(`execute:\n  - run: cat\n    stdin: ${stdin}`, { plan: { directory: folder } });

test("a file's content is the command's standard input", async () => {
  const outcome = await cat("input.txt");
  expect([outcome.end.exitCode, outcome.output()]).toEqual([0, "from a file"]);
});

test.each([
  ["missing.txt", /cannot be read: ENOENT/],
  [".", /cannot be read: .* is a directory/],
])("%s cannot be one, and a line says why", async (stdin, why) => {
  const outcome = await cat(stdin);
  expect(outcome.end.exitCode).toBe(126);
  expect(outcome.steps()).toEqual([["failure", 126]]);
  expect(outcome.output()).toMatch(why);
});

const unix = process.platform === "win32" ? test.skip : test;

unix("a FIFO that nobody writes to holds nothing up (not on Windows)", async () => {
  const outcome = await cat("fifo");
  expect(outcome.end.exitCode).toBe(126);
  expect(outcome.output()).toMatch(/cannot be read: .*fifo is no regular file/);
});
