import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { parseSpec } from "../../src/spec/index.js";
import { fixtures } from "./fixtures.js";

const text = readFileSync(new URL("../../docs/spec.md", import.meta.url), "utf8");
const examples = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, example = ""]) => example);

test("the examples of docs/spec.md have no errors, but that some are only parts", () => {
  expect(examples.length).toBeGreaterThan(8);
  const codes = examples.flatMap((example) => parseSpec(example, "docs").diagnostics.map(({ code }) => code));
  // The shortened age file is no whole one.
  expect(codes.filter((code) => code !== "no-phase")).toEqual(["not-encrypted"]);
});

test("docs/spec.md explains every code that the fixtures give", () => {
  const codes = fixtures("invalid").flatMap(({ text: spec }) =>
    parseSpec(spec, "x").diagnostics.map(({ code }) => code),
  );
  expect([...new Set(codes)].filter((code) => !text.includes(`\`${code}\``))).toEqual([]);
});
