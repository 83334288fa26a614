import { expect, test } from "@jest/globals";
import { contradictionOf } from "../../src/plan/index.js";
import { planOf } from "../support/plan.js";

function contradiction(text: string, more: Parameters<typeof planOf>[1] = {}) {
  const sandbox = planOf(`${text}\nexecute: [a]`, more).phases[0]?.sandbox;
  return sandbox ? contradictionOf(sandbox) : null;
}

test.each([
  ["image: x\nsandbox: { backend: bubblewrap }", "backend", /bubblewrap sandbox cannot do image "x"/],
  ["image: x\nsandbox: { backend: none }", "backend", /none sandbox cannot do image/],
  ["image: x\nsandbox: { filesystem-root: root }", "filesystem-root", /leave one of them out/],
  ["image: x\nports: { 80: 80 }\nsandbox: { network: isolated }", "ports", /isolated network/],
])("%s", (text, key, message) => {
  expect(contradiction(text)).toEqual({ key, message: expect.stringMatching(message) });
});

test.each([
  "image: x",
  "image: x\nsandbox: { backend: auto, network: isolated }",
  "image: x\nports: { 80: 80 }",
  "image: x\nsandbox: { backend: bubblewrap, degrade: true }",
  "sandbox: { backend: container, filesystem-root: root }",
])("nothing is wrong with %s", (text) => {
  expect(contradiction(text)).toBeNull();
});

test("--image and --sandbox none are one too many", () => {
  expect(() => planOf("execute: [a]", { sandbox: "none", image: "x" })).toThrow("leave one of the two out");
});
