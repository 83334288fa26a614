import { expect, test } from "@jest/globals";
import { Channel } from "../../src/run/channel.js";

test("items come out in order, also those that were pushed before the close", async () => {
  const channel = new Channel<number>();
  channel.push(1);
  setImmediate(() => {
    channel.push(2);
    channel.push(3);
    channel.close();
  });
  const seen: number[] = [];
  for await (const item of channel) seen.push(item);
  expect(seen).toEqual([1, 2, 3]);
});

test("a writer that is far ahead is asked to pause until the reader has caught up", async () => {
  const channel = new Channel<string>();
  const pause = channel.push("big", 2 ** 20);
  let resumed = false;
  const resume = pause?.then(() => {
    resumed = true;
  });
  const reader = channel[Symbol.asyncIterator]();
  await reader.next();
  expect(resumed).toBe(false);
  channel.push("next");
  await reader.next();
  await resume;
  expect(resumed).toBe(true);
});

test("a reader that stops lets its writers go", async () => {
  const channel = new Channel<string>();
  const pause = channel.push("big", 2 ** 21);
  for await (const _ of channel) break;
  await pause;
  expect(channel.push("after")).toBeUndefined();
});
