import { expect, test } from "@jest/globals";
import type { HttpAnswer } from "../../../src/changes/http/client.js";
import { RateLimit } from "../../../src/changes/sources/github/rate-limit.js";

const { signal } = new AbortController();

function setup() {
  const waits: number[] = [];
  const notes: string[] = [];
  let time = Date.parse("2026-03-05T12:00:00Z");
  const wait = async (ms: number) => {
    waits.push(ms);
    time += ms;
  };
  const limit = new RateLimit({ now: () => time, wait, note: (line) => notes.push(line) });
  /** An answer of a server that counts: so many are left until in an hour. */
  const answer = (remaining: number, others: Record<string, string> = {}): HttpAnswer => {
    const headers: Record<string, string> = {
      "x-ratelimit-limit": "5000",
      "x-ratelimit-remaining": String(remaining),
      "x-ratelimit-reset": String(Date.parse("2026-03-05T13:00:00Z") / 1000),
      ...others,
    };
    return { status: 200, body: "", header: (name) => headers[name] ?? null };
  };
  return { limit, waits, notes, answer, forward: (ms: number) => (time += ms) };
}

test("no more than 900 requests a minute, where the server counts at all", async () => {
  const { limit, waits, notes, answer, forward } = setup();
  for (let sent = 0; sent < 901; sent++) {
    await limit.enter(signal);
    limit.leave(answer(4000));
    if (sent === 450) forward(20_000);
  }
  expect(waits).toEqual([40_000]);
  expect(notes[0]).toBe("GitHub: it allows 900 requests a minute; waiting 40 s, until 12:01:00 UTC");
  const uncounted = setup();
  for (let sent = 0; sent < 2000; sent++) {
    await uncounted.limit.enter(signal);
    uncounted.limit.leave({ status: 200, body: "", header: () => null });
  }
  expect(uncounted.waits).toEqual([]);
});

test("never more are under way than are left, and of answers that overtake each other the lowest number counts", async () => {
  const { limit, waits, answer } = setup();
  await limit.enter(signal);
  limit.leave(answer(2));
  await limit.enter(signal);
  await limit.enter(signal);
  let third = "waits";
  const entering = limit.enter(signal).then(() => {
    third = "goes";
  });
  await Promise.resolve();
  expect(third).toBe("waits");
  limit.leave(answer(0));
  limit.leave(answer(1));
  await entering;
  expect(waits).toEqual([3_600_000]);
});

test("the counts of other resources than the one that is asked say nothing", async () => {
  const { limit, waits, answer } = setup();
  await limit.enter(signal);
  limit.leave(answer(0, { "x-ratelimit-resource": "search" }));
  await limit.enter(signal);
  expect(waits).toEqual([]);
});

test("a machine whose clock is wrong waits for as long as the server means", async () => {
  const { limit, waits, answer } = setup();
  await limit.enter(signal);
  limit.leave(answer(0, { date: "Thu, 05 Mar 2026 12:59:30 GMT" }));
  await limit.enter(signal);
  expect(waits).toEqual([30_000]);
});
