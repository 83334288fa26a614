import { getEventListeners } from "node:events";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { Readable } from "node:stream";
import { expect } from "@jest/globals";
import { Command, run } from "../../src/command/index.js";
import { compiledCommand } from "./compiled.js";
import { testOnLinux as test } from "./on-linux.js";

/** NIGHTLY=1: as many as promised; else enough to show a leak. */
const runs = process.env.NIGHTLY === "1" ? 2000 : 150;

const lines = 50_000;

test("fifty commands at once, 50,000 lines in and out of each", async () => {
  const text = Buffer.from(Array.from({ length: lines }, (_, index) => `${index}\n`).join(""));
  const results = await Promise.all(
    Array.from({ length: 50 }, async (_, index) => {
      const half = text.length / 2;
      const stdin = index % 2 === 0 ? text : Readable.from([text.subarray(0, half), text.subarray(half)]);
      return (await new Command("cat").stdin(stdin).stdout("buffer").run()).stdout;
    }),
  );
  for (const output of results) expect(output.equals(text)).toBe(true);
});

function pipes(): string[] {
  return readdirSync("/proc/self/fd").flatMap((fd) => {
    try {
      const target = readlinkSync(`/proc/self/fd/${fd}`);
      return target.startsWith("pipe:") || target.startsWith("socket:") ? [`${fd} ${target}`] : [];
    } catch {
      return [];
    }
  });
}

function zombies(): string[] {
  return readdirSync("/proc").filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return new RegExp(`\\) Z ${process.pid} `).test(readFileSync(`/proc/${name}/stat`, "latin1"));
    } catch {
      return false;
    }
  });
}

test(`${runs} runs leave no descriptor, no zombie, no listener`, async () => {
  const { signal } = new AbortController();
  const one = async (index: number) => {
    if (index % 3 === 0) await run("cat", [], { stdin: "x", signal });
    else if (index % 3 === 1) await run("false", [], { allowFailure: true, signal, timeout: 60_000 });
    else await run("no-such-program-here", [], { allowFailure: true, signal });
  };
  for (let index = 0; index < 6; index += 1) await one(index);
  const counted = () => ["exit", "SIGINT", "SIGTERM", "SIGHUP"].map((event) => process.listenerCount(event));
  // What is kept for the next command goes a moment after the last one.
  const idle = () => new Promise((resolve) => setTimeout(resolve, 400));
  await idle();
  const before = { pipes: pipes(), listeners: counted() };
  for (let index = 0; index < runs; index += 1) await one(index);
  expect(getEventListeners(signal, "abort")).toEqual([]);
  await idle();
  expect(counted()).toEqual(before.listeners);
  expect(pipes()).toEqual(before.pipes);
  expect(zombies()).toEqual([]);
});

// A process of its own, with few descriptors: what cannot be started is an error of the command, and what was open is closed again.
const crowded = `
const { closeSync, openSync, readdirSync } = await import("node:fs");
const { run } = await import(process.argv[1]);
await run("true");
const count = () => new Promise((done) => setTimeout(() => done(readdirSync("/proc/self/fd").length), 400));
const taken = [];
try { for (;;) taken.push(openSync("/dev/null")); } catch { for (const fd of taken.slice(-16)) closeSync(fd); }
const before = await count();
const outcomes = await Promise.all(Array.from({ length: 60 }, () => run("cat", [], { stdin: "x" }).then((r) => r.stdout, (e) => e.reason)));
const again = (await run("cat", [], { stdin: "again" })).stdout;
console.log(JSON.stringify({ kinds: [...new Set(outcomes)].sort(), again, left: (await count()) - before }));
`;

test("where descriptors run out, commands fail by name and leave none open", async () => {
  const { stdout } = await new Command(process.execPath, ["--input-type=module", "-e", crowded, compiledCommand])
    .limits({ openFiles: 100 })
    .stdout("capture")
    .stderr("inherit")
    .run();
  const { kinds, again, left } = JSON.parse(stdout);
  expect(["spawn", "x"]).toEqual(expect.arrayContaining(kinds));
  expect([again, left]).toEqual(["again", 0]);
});
