import { spawnSync } from "node:child_process";
import { expect } from "@jest/globals";
import { Command } from "../../src/command/index.js";
import { compiledCommand } from "./compiled.js";
import { failureOf } from "./helper.js";
import { testOnLinux as test } from "./on-linux.js";

const shell = (script: string) => new Command("sh", ["-c", script]);

async function linesOf(command: Command<unknown, unknown>): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of command.lines()) lines.push(line);
  return lines;
}

test("lines come without their ends, the last one also without an end of its own", async () => {
  expect(await linesOf(shell("printf 'a\\n\\nb\\r\\nlast'"))).toEqual(["a", "", "b", "last"]);
  expect(await linesOf(shell("true"))).toEqual([]);
});

test("lines come while the command runs", async () => {
  const command = shell("echo first; sleep 100");
  for await (const line of command.lines()) {
    expect(line).toBe("first");
    break;
  }
  // Leaving the loop has ended it: it can be run again at once.
  for await (const line of command.lines()) {
    expect(line).toBe("first");
    break;
  }
});

test("after the last line a failure is thrown, with the last lines of stderr", async () => {
  const seen: string[] = [];
  const reading = async () => {
    for await (const line of shell("echo one; echo sorry >&2; exit 4").lines()) seen.push(line);
  };
  const error = await failureOf(reading());
  expect(seen).toEqual(["one"]);
  expect(error).toMatchObject({ reason: "exit", exitCode: 4 });
  expect(error.message).toMatch("sorry");
  expect(await linesOf(shell("echo one; exit 4").allowFailure())).toEqual(["one"]);
});

test("what cannot be started is thrown by the loop", async () => {
  expect(await failureOf(linesOf(new Command("no-such-program-here")))).toMatchObject({ reason: "not-found" });
});

test("matches of the lines that every expression matches", async () => {
  const listing = shell("printf 'a=1\\nb=2\\nnothing\\nc=x\\n'");
  const matches = await listing.matchLines([/^(\w)=(\w)$/]);
  expect(matches.map(([, name, value]) => [name, value])).toEqual([
    ["a", "1"],
    ["b", "2"],
    ["c", "x"],
  ]);
  const both = await listing.matchLines([/^(\w)=/g, /=(\d)/]);
  expect(both.map(([, group]) => group)).toEqual(["a", "1", "b", "2"]);
});

test("records are rows of fields", async () => {
  const fields = shell("printf 'a\\0b c\\0\\0d\\nd\\0e'");
  expect(await fields.records("\0")).toEqual([["a"], ["b c"], [""], ["d\nd"], ["e"]]);
  expect(await fields.records("\0", { columns: 2 })).toEqual([["a", "b c"], ["", "d\nd"], ["e"]]);
  expect(await shell("printf 'a::ä::'").records("::", { columns: 2 })).toEqual([["a", "ä"]]);
  expect(await failureOf(fields.records(""))).toMatchObject({ reason: "invalid" });
});

// A whole process, so that its memory is that of the stream alone. NIGHTLY=1: a full gigabyte, of short lines and of none at all.
const MiB = process.env.NIGHTLY === "1" ? 1024 : 128;
const streaming = `
const { Command } = await import(process.argv[1]);
const count = async (script) => {
  let lines = 0, characters = 0;
  for await (const line of new Command("sh", ["-c", script]).lines()) { lines += 1; characters += line.length; }
  return [lines, characters];
};
const bytes = ${MiB} * 1024 * 1024;
const short = await count("yes " + "x".repeat(63) + " | head -c " + bytes);
const endless = await count("head -c " + bytes + " /dev/zero");
console.log(JSON.stringify({ short, endless, peak: process.resourceUsage().maxRSS / 1024 }));
`;

test(`${MiB} MiB pass through lines() in bounded memory`, () => {
  const args = ["--input-type=module", "-e", streaming, compiledCommand];
  const result = spawnSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const { short, endless, peak } = JSON.parse(result.stdout);
  expect(short).toEqual([MiB * 16384, MiB * 16384 * 63]);
  expect(endless[1]).toBe(MiB * 1024 * 1024);
  expect(peak).toBeLessThan(400);
});
