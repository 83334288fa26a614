import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { INPUTS, inputName } from "../../src/action/inputs.js";
import { NOTHING_RAN } from "../../src/action/outputs.js";
import { STAGES } from "../../src/plan/index.js";

const ROOT = resolve(import.meta.dirname, "../..");

interface Metadata {
  readonly inputs: Record<string, { description: string; required: boolean; default: string }>;
  readonly outputs: Record<string, { description: string }>;
  readonly runs: Record<string, string>;
  readonly branding: { icon: string; color: string };
}

interface Types {
  readonly inputs: Record<string, Type>;
  readonly outputs: Record<string, Type>;
}

interface Type {
  readonly type: string;
  readonly "allowed-values"?: readonly string[];
  readonly separator?: string;
  readonly "list-item"?: Type;
}

const metadata: Metadata = parse(readFileSync(join(ROOT, "action.yml"), "utf8"));
const types: Types = parse(readFileSync(join(ROOT, "action-types.yml"), "utf8"));
const inputs = Object.entries(INPUTS).map(([key, input]) => ({ name: inputName(key), ...input }));

test("action.yml has every input that is read, and its default", () => {
  const defaults = inputs.map(({ name, fallback }) => [name, fallback]);
  const written = Object.entries(metadata.inputs).map(([name, input]) => [name, input.default]);
  expect(written.map(([name, value]) => [name, name === "github-token" ? "" : value])).toEqual(defaults);
  expect(metadata.inputs["github-token"]?.default).toMatch(/^\$\{\{ github\.token \}\}$/);
});

test("every input and output is described, and no input is required", () => {
  for (const { description, required } of Object.values(metadata.inputs)) {
    expect(description).toMatch(/^[A-Z].*\.$/);
    expect(required).toBe(false);
  }
  for (const { description } of Object.values(metadata.outputs)) expect(description).toMatch(/^[A-Z].*\.$/);
});

test("action.yml has every output that is set", () => {
  expect(Object.keys(metadata.outputs)).toEqual(Object.keys(NOTHING_RAN));
});

test("action-types.yml types every input and output, in the forms that its readers know", () => {
  expect(Object.keys(types.inputs)).toEqual(Object.keys(metadata.inputs));
  expect(Object.keys(types.outputs)).toEqual(Object.keys(metadata.outputs));
  for (const type of [...Object.values(types.inputs), ...Object.values(types.outputs)]) {
    expect(["string", "boolean", "list", "enum"]).toContain(type.type);
    if (type.type === "enum") expect(type["allowed-values"]?.every((value) => typeof value === "string")).toBe(true);
    if (type.type === "list") expect(type["list-item"]).toBeDefined();
  }
});

test.each(inputs)("$name: the reader takes the words of action-types.yml and no others", ({ name, parse: read }) => {
  const type = types.inputs[name];
  const words = type?.type === "boolean" ? ["true", "false"] : type?.type === "enum" ? type["allowed-values"] : null;
  if (name === "stage") expect(words).toEqual(STAGES);
  else if (words) expect(() => read("neither")).toThrow(/^"neither" is (none of|neither)/);
  const refused = (words ?? []).map((word) => problemOf(() => read(word))).filter((problem) => problem !== null);
  for (const problem of refused) expect(problem).toContain("needs a later release");
});

test("main and post are one bundle on Node 24", () => {
  expect(metadata.runs).toEqual({
    using: "node24",
    main: "dist/action/index.js",
    post: "dist/action/index.js",
    "post-if": "always()",
  });
});

test("the icon and colour are ones that the Marketplace knows", () => {
  expect(metadata.branding).toEqual({ icon: "play-circle", color: "orange" });
});

test("docs/action.md lists every input with its default, and every output", () => {
  const tables = readFileSync(join(ROOT, "docs/action.md"), "utf8").matchAll(/^\| `([a-z-]+)` +\| (.*?) +\|/gm);
  const rows = [...tables].map(([, name, cell]) => [name, cell?.trim()]);
  const defaults = Object.entries(metadata.inputs).map(([name, input]) => [
    name,
    input.default === "" ? "" : `\`${input.default}\``,
  ]);
  expect(rows.slice(0, defaults.length)).toEqual(defaults);
  expect(rows.slice(defaults.length).map(([name]) => name)).toEqual(Object.keys(metadata.outputs));
});

function problemOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
