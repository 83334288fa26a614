import { expect, test } from "@jest/globals";
import { jsonReporter, report } from "../../src/report/index.js";
import { failingRun, stream } from "./script.js";
import { MemoryStream } from "./stream.js";

test("each event is one line of JSON and nothing else is written", async () => {
  const out = new MemoryStream();
  const events = failingRun();
  const end = await report(stream(events), [jsonReporter({ out })]);
  const lines = out.text.split("\n");
  expect(lines.pop()).toBe("");
  expect(lines.map((line) => JSON.parse(line))).toEqual(events);
  expect(end).toEqual(events.at(-1));
});

test("output of any kind stays within its line", async () => {
  const out = new MemoryStream();
  const text = "a\nb\r\u2028\u2029\u0000\u001b[2J\ud800 \u{1f600}";
  const event = { type: "output", time: "t", phase: "install", step: 0, stream: "stdout", text } as const;
  await jsonReporter({ out }).handle(event);
  expect(out.text.match(/\n/g)).toHaveLength(1);
  expect(JSON.parse(out.text).text).toBe(text);
});

test("a full stream holds the next event back until it drains", async () => {
  const out = new MemoryStream();
  const reporter = jsonReporter({ out });
  const warning = { type: "warning", time: "t", code: "c", message: "m" } as const;
  out.full = true;
  let resolved = false;
  const waits = reporter.handle(warning);
  expect(waits).toBeInstanceOf(Promise);
  const done = Promise.resolve(waits).then(() => {
    resolved = true;
  });
  await Promise.resolve();
  expect(resolved).toBe(false);
  out.drain();
  await done;
  expect(out.listenerCount("drain")).toBe(0);
  expect(reporter.handle(warning)).toBeUndefined();
});

test("a stream that breaks while full does not hold the run up", async () => {
  const out = new MemoryStream();
  const reporter = jsonReporter({ out });
  const warning = { type: "warning", time: "t", code: "c", message: "m" } as const;
  out.full = true;
  const waits = reporter.handle(warning);
  out.emit("error", Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
  await waits;
  const before = out.text;
  await reporter.handle(warning);
  await reporter.close?.();
  expect(out.text).toBe(before);
});
