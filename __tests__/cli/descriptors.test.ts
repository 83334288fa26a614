import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { inheritedStdio } from "../../src/cli/descriptors.js";
import { run } from "../../src/command/index.js";

const onLinux = process.platform === "linux" ? test : test.skip;

/** Descriptors that only name a file (open(2)'s O_PATH): nobody starts a program with such a one. */
function pathOnly(): number[] {
  return readdirSync("/proc/self/fd").flatMap((fd) => {
    try {
      return /^flags:\s*0?1\d{7}$/m.test(readFileSync(`/proc/self/fdinfo/${fd}`, "latin1")) ? [Number(fd)] : [];
    } catch {
      return [];
    }
  });
}

onLinux("what is kept open between commands is not passed on", async () => {
  await run("true");
  const kept = pathOnly();
  expect(kept.length).toBeGreaterThan(0);
  const passed = inheritedStdio("linux");
  expect(kept.filter((fd) => passed.includes(fd))).toEqual([]);
});

test("elsewhere than on Linux only the first three are told apart", () => {
  expect(inheritedStdio("darwin")).toEqual(["inherit", "inherit", "inherit"]);
});
