import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { CHANGES_INPUTS } from "../../../src/action/changes/inputs.js";
import { NO_REPORT } from "../../../src/action/changes/outputs.js";
import { inputName } from "../../../src/action/inputs.js";

const ROOT = resolve(import.meta.dirname, "../../..");
const read = (name: string) => parse(readFileSync(join(ROOT, name), "utf8"));
const metadata = read("changes/action.yml");
const types = read("changes/action-types.yml");
const TOKEN = ["$", "{{ github.token }}"].join("");
const inputs = Object.entries(CHANGES_INPUTS).map(([key, input]) => ({ name: inputName(key), ...input }));

test("changes/action.yml has every input that is read, with its default, and every output that is set", () => {
  const defaults = Object.fromEntries(inputs.map(({ name, fallback }) => [name, fallback]));
  const written = Object.entries<{ default: string }>(metadata.inputs).map(([name, input]) => [name, input.default]);
  expect(Object.fromEntries(written)).toEqual({ ...defaults, "github-token": TOKEN });
  expect(Object.keys(metadata.outputs)).toEqual(Object.keys(NO_REPORT));
});

test("everything is described, and nothing is required", () => {
  for (const { description, required } of Object.values<{ description: string; required: boolean }>(metadata.inputs)) {
    expect(description).toMatch(/^[A-Z].*\.$/);
    expect(required).toBe(false);
  }
  for (const { description } of Object.values<{ description: string }>(metadata.outputs)) {
    expect(description).toMatch(/^[A-Z].*\.$/);
  }
});

test("it is a bundle of its own on Node 24", () => {
  expect(metadata.runs).toEqual({ using: "node24", main: "../dist/changes/index.js" });
  expect(metadata.branding).toEqual({ icon: "eye", color: "orange" });
});

test.each(inputs)("$name: the reader takes the words of action-types.yml and no others", ({ name, parse: take }) => {
  const type = types.inputs[name];
  const words = type.type === "boolean" ? ["true", "false"] : type["allowed-values"];
  for (const word of words ?? []) expect(() => take(word)).not.toThrow();
  if (words !== undefined) expect(() => take("neither")).toThrow(/^"neither" is (none of|neither)/);
  if (type.type === "integer") {
    expect(take("12")).toBe(12);
    for (const bad of ["0", "-1", "1.5", "x"]) expect(() => take(bad)).toThrow("no whole number");
  }
});

test("every output has a type, and docs/changes.md tells of every input and output", () => {
  expect(Object.keys(types.outputs)).toEqual(Object.keys(metadata.outputs));
  const docs = readFileSync(join(ROOT, "docs/changes.md"), "utf8");
  for (const name of [...Object.keys(metadata.inputs), ...Object.keys(metadata.outputs)]) {
    expect(docs).toContain(`| \`${name}\` |`);
  }
});
