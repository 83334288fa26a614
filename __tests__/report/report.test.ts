import { expect, test } from "@jest/globals";
import { jsonReporter, type Reporter, report, teeReporters } from "../../src/report/index.js";
import type { Event } from "../../src/run/index.js";
import { failingRun, stream } from "./script.js";
import { MemoryStream } from "./stream.js";

function collector(): Reporter & { readonly seen: Event[]; closed: number } {
  return {
    seen: [],
    closed: 0,
    handle(event) {
      this.seen.push(event);
    },
    close() {
      this.closed++;
    },
  };
}

test("every reporter gets every event, in order", async () => {
  const [first, second] = [collector(), collector()];
  const events = failingRun();
  const end = await report(stream(events), [first, second]);
  expect(first.seen).toEqual(events);
  expect(second.seen).toEqual(events);
  expect(end.exitCode).toBe(3);
  expect([first.closed, second.closed]).toEqual([1, 1]);
});

test.each([
  [
    "throws",
    () => {
      throw new Error("no space left");
    },
  ],
  ["rejects", () => Promise.reject(new Error("no space left"))],
])("a reporter that %s is one warning for the others, and the run goes on", async (_, handle) => {
  const other = collector();
  const events = failingRun();
  const end = await report(stream(events), [{ handle, close: handle }, other]);
  expect(end.type).toBe("run.end");
  const warnings = other.seen.filter(({ type }) => type === "warning");
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatchObject({ code: "report-failed", message: expect.stringContaining("no space left") });
  expect(other.seen.filter(({ type }) => type !== "warning")).toEqual(events);
});

test("a reporter that asks for a pause gets the next event only afterwards", async () => {
  const order: string[] = [];
  let release = (): void => {};
  const slow: Reporter = {
    handle: ({ type }) => {
      order.push(`slow ${type}`);
      return new Promise((resolve) => {
        release = resolve;
      });
    },
  };
  const tee = teeReporters([slow, { handle: ({ type }) => void order.push(`fast ${type}`) }]);
  const [event] = failingRun();
  const wait = tee.handle(event as Event);
  expect(order).toEqual(["slow run.start"]);
  release();
  await wait;
  expect(order).toEqual(["slow run.start", "fast run.start"]);
});

test("reporters are closed when the events' source fails", async () => {
  const reporter = collector();
  async function* broken(): AsyncGenerator<Event> {
    yield failingRun()[0] as Event;
    throw new Error("a fault");
  }
  await expect(report(broken(), [reporter])).rejects.toThrow("a fault");
  expect(reporter.closed).toBe(1);
});

test("the fault of an only reporter is told to the caller, once", async () => {
  const out = new MemoryStream();
  const warnings: string[] = [];
  const reporter = jsonReporter({ out });
  const events = failingRun();
  async function* full(): AsyncGenerator<Event> {
    yield events[0] as Event;
    out.emit("error", Object.assign(new Error("ENOSPC: no space left"), { code: "ENOSPC" }));
    yield* events.slice(1);
  }
  await report(full(), [reporter], { warn: (message) => void warnings.push(message) });
  expect(warnings).toEqual([expect.stringContaining("no space left")]);
});
