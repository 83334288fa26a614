import { getEventListeners } from "node:events";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { Readable } from "node:stream";
import { expect, test } from "@jest/globals";
import { Command, run } from "../../src/command/index.js";

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
  expect(counted()).toEqual(before.listeners);
  expect(getEventListeners(signal, "abort")).toEqual([]);
  await idle();
  expect(pipes()).toEqual(before.pipes);
  expect(zombies()).toEqual([]);
});
