import { EventEmitter, once } from "node:events";
import { expect, test } from "@jest/globals";
import { CANCEL_GRACE_MS, cancelOn } from "../../src/action/cancellation.js";
import { Cancelled } from "../../src/run/index.js";

const NEVER = 60_000;

test("the runner's SIGINT ends what runs, with grace", () => {
  const signals = new EventEmitter();
  const cancellation = cancelOn(signals, NEVER);
  expect(cancellation.signal.aborted).toBe(false);
  signals.emit("SIGINT", "SIGINT");
  expect(cancellation.signal.reason).toEqual(new Cancelled("SIGINT"));
  expect(cancellation.killSignal.aborted).toBe(false);
  cancellation.release();
});

test("the SIGTERM that follows kills at once", () => {
  const signals = new EventEmitter();
  const cancellation = cancelOn(signals, NEVER);
  signals.emit("SIGINT", "SIGINT");
  signals.emit("SIGTERM", "SIGTERM");
  expect(cancellation.killSignal.aborted).toBe(true);
  cancellation.release();
});

test("what outlasts its grace is killed without a further signal", async () => {
  const signals = new EventEmitter();
  const cancellation = cancelOn(signals, 1);
  const killed = once(cancellation.killSignal, "abort");
  signals.emit("SIGINT", "SIGINT");
  await killed;
  cancellation.release();
});

test("the grace leaves time for the kill before the runner's SIGTERM, 7.5 seconds after its SIGINT", () => {
  expect(CANCEL_GRACE_MS).toBeLessThan(6000);
});

test("after the release signals are the process's own again", () => {
  const signals = new EventEmitter();
  cancelOn(signals, NEVER).release();
  expect(signals.eventNames()).toEqual([]);
});
