import { expect, test } from "@jest/globals";
import type { EventBody } from "../../src/run/index.js";
import { Turns } from "../../src/run/turns.js";

const output = (step: number, text: string): EventBody => ({
  type: "output",
  phase: "linting",
  step,
  stream: "stdout",
  text,
});

function setUp(count: number) {
  const seen: string[] = [];
  const turns = new Turns((event) => {
    seen.push(event.type === "output" ? event.text : event.type);
    return undefined;
  }, count);
  return { seen, turns, lanes: Array.from({ length: count }, (_, index) => turns.lane(index)) };
}

test("the first unfinished lane is live, the others wait for their turn", () => {
  const { seen, turns, lanes } = setUp(3);
  lanes[1]?.(output(1, "b1"));
  lanes[0]?.(output(0, "a1"));
  lanes[2]?.(output(2, "c1"));
  turns.end(2);
  expect(seen).toEqual(["a1"]);
  turns.end(0);
  expect(seen).toEqual(["a1", "c1", "b1"]);
  lanes[1]?.(output(1, "b2"));
  expect(seen.at(-1)).toBe("b2");
});

test("a further try's start waits for the end of the one before", () => {
  const { seen, turns, lanes } = setUp(2);
  const start = { type: "step.start", phase: "linting", step: 1, name: "x", argv: ["x"], background: false } as const;
  lanes[1]?.({ ...start, attempt: 1 });
  lanes[1]?.(output(1, "first try"));
  lanes[1]?.({ ...start, attempt: 2 });
  turns.end(1);
  turns.end(0);
  expect(seen).toEqual(["step.start", "first try", "step.start"]);
});

test("a start is passed on at once", () => {
  const { seen, lanes } = setUp(2);
  lanes[1]?.({ type: "step.start", phase: "linting", step: 1, name: "x", argv: ["x"], background: false, attempt: 1 });
  expect(seen).toEqual(["step.start"]);
});

test("a waiting lane with much output asks its writer to pause until its turn comes", async () => {
  const { turns, lanes } = setUp(2);
  const pause = lanes[1]?.(output(1, "x".repeat(17 * 1024 * 1024)));
  expect(pause).toBeInstanceOf(Promise);
  turns.end(0);
  await pause;
});
