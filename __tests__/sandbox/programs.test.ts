import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, expect } from "@jest/globals";
import { getExecutor } from "../../src/sandbox/index.js";
import { findOnPath } from "../../src/sandbox/programs.js";
import { failureOf } from "../command/helper.js";
import { testEverybodys as test } from "./support/machine.js";

const executor = getExecutor("bubblewrap");
const { PATH } = process.env;
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "forgexec-path-"));
});
afterEach(() => {
  process.env.PATH = PATH;
  rmSync(folder, { recursive: true });
});

/** A bwrap that leaves a file behind, and fails. */
function brokenBubblewrap(): void {
  writeFileSync(join(folder, "bwrap"), `#!/bin/sh\n: > ${join(folder, "ran")}\nexit 3\n`);
  chmodSync(join(folder, "bwrap"), 0o755);
}

test("bubblewrap is the one on PATH, as that is now", async () => {
  expect((await executor.runSandbox(["true"])).exitCode).toBe(0);
  const bwrap = findOnPath("bwrap") ?? "";
  process.env.PATH = folder;
  expect(executor.missing()).toMatchObject({ code: "no-bwrap" });
  expect(await failureOf(executor.runSandbox(["true"]))).toMatchObject({
    reason: "unsupported",
    message: expect.stringContaining("there is no bwrap on PATH"),
  });
  symlinkSync(bwrap, join(folder, "bwrap"));
  expect((await executor.runSandbox(["/bin/true"])).exitCode).toBe(0);
  delete process.env.PATH;
  expect(findOnPath("true")).toBe("/usr/bin/true");
});

test("the first on PATH stands for it, also where it does not work", async () => {
  brokenBubblewrap();
  process.env.PATH = `${folder}:${PATH}`;
  for (const trying of [executor.runSandbox(["true"]), executor.open()])
    expect(await failureOf(trying)).toMatchObject({
      reason: "spawn",
      message: expect.stringContaining(join(folder, "bwrap")),
    });
  expect(await executor.preflight()).toMatchObject([{ code: "bubblewrap-fails" }]);
});

test("what was found is looked for anew once it is gone", () => {
  const later = join(folder, "later");
  mkdirSync(later);
  for (const place of [folder, later]) symlinkSync("/bin/true", join(place, "tool"));
  const found = () => findOnPath("tool", `${folder}:${later}`);
  expect([found(), found()]).toEqual([join(folder, "tool"), join(folder, "tool")]);
  rmSync(join(folder, "tool"));
  expect(found()).toBe(join(later, "tool"));
  rmSync(join(later, "tool"));
  expect(found()).toBeNull();
});

test("a folder called bwrap is none, and entries that are empty or relative lead nowhere", async () => {
  brokenBubblewrap();
  mkdirSync(join(folder, "bin/bwrap"), { recursive: true });
  process.env.PATH = `:${relative(process.cwd(), folder)}:.:${join(folder, "bin")}`;
  expect(executor.missing()).toMatchObject({ code: "no-bwrap" });
  process.env.PATH += `:${PATH}`;
  expect((await executor.runSandbox(["true"])).exitCode).toBe(0);
  expect(existsSync(join(folder, "ran"))).toBe(false);
});
