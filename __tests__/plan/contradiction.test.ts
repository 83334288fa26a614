import { expect, test } from "@jest/globals";
import { contradictionsOf } from "../../src/plan/index.js";
import { planOf } from "../support/plan.js";

function contradiction(text: string, more: Parameters<typeof planOf>[1] = {}) {
  const sandbox = planOf(`${text}\nexecute: [a]`, more).phases[0]?.sandbox;
  return sandbox ? contradictionsOf(sandbox) : [];
}

test.each([
  ["image: x\nsandbox: { backend: bubblewrap }", "backend", /bubblewrap sandbox cannot do image "x"/],
  ["image: x\nsandbox: { backend: none }", "backend", /none sandbox cannot do image/],
  ["sandbox: { backend: container }", "backend", /container sandbox has no files: give `image`/],
  ["sandbox: { backend: container, filesystem-root: /, degrade: true }", "backend", /has no files/],
  ["image: x\nsandbox: { filesystem-root: root }", "filesystemRoot", /leave one of them out/],
  ["image: x\nports: { 80: 80 }\nsandbox: { network: isolated }", "network", /isolated network/],
])("%s", (text, key, message) => {
  expect(contradiction(text)).toEqual([{ key, message: expect.stringMatching(message) }]);
});

test.each([
  "image: x",
  "image: x\nsandbox: { backend: auto, network: isolated }",
  "image: x\nports: { 80: 80 }",
  "image: x\nsandbox: { backend: bubblewrap, degrade: true }",
  "sandbox: { backend: container, filesystem-root: root }",
  "image: x\nports: { 80: 80 }\nsandbox: { network: isolated, degrade: true }",
])("nothing is wrong with %s", (text) => {
  expect(contradiction(text)).toEqual([]);
});

test("ports that no phase can publish are refused, and else it is said which phase does without", () => {
  const spec = (more: string) =>
    `image: x\nports: { 80: 80 }\nexecute: { sandbox: { network: isolated${more} }, steps: [a] }`;
  const { sandbox } = planOf(spec("")).phases[0] ?? {};
  expect(sandbox && contradictionsOf(sandbox)).toMatchObject([{ key: "network" }]);
  for (const text of [spec(", degrade: true"), `${spec("")}\nlinting: [b]`]) {
    const { phases, warnings } = planOf(text);
    const shutOff = phases.find(({ phase }) => phase === "execute")?.sandbox;
    expect(shutOff?.ports).toEqual([]);
    expect(shutOff && contradictionsOf(shutOff)).toEqual([]);
    expect(warnings).toEqual([{ code: "ports-not-published", message: expect.stringContaining("in execute:") }]);
  }
  expect(planOf(`${spec("")}\nlinting: { sandbox: { backend: none }, steps: [b] }`).warnings).toEqual([]);
});

test("--image and --sandbox none are one too many", () => {
  expect(() => planOf("execute: [a]", { sandbox: "none", image: "x" })).toThrow("leave one of the two out");
});
