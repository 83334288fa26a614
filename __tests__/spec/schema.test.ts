import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { parseSpec, specJsonSchema } from "../../src/spec/index.js";
import { fixtures } from "./fixtures.js";

const published: Record<string, unknown> = JSON.parse(
  readFileSync(new URL("../../schema/forge.schema.json", import.meta.url), "utf8"),
);
const accepts = new Ajv2020({ strict: false, validateFormats: false }).compile(published);
const plain = (text: string): unknown => parse(text, { merge: true });

test("the published file is what the source says (scripts/schema.mjs writes it)", () => {
  expect(published).toEqual(specJsonSchema());
});

describe("the JSON Schema accepts", () => {
  test.each(fixtures("valid"))("$name", ({ text }) => {
    accepts(plain(text));
    expect(accepts.errors ?? []).toEqual([]);
  });

  test("what this version refuses because a later one will do it", () => {
    const later = fixtures("invalid").find(({ name }) => name === "later.yml");
    expect(accepts(plain(later?.text ?? ""))).toBe(true);
  });
});

describe("the JSON Schema and the parser refuse", () => {
  test.each([
    "enviroment: {}\nexecute: [a]",
    "execute: pytest",
    "execute: { steps: [a], id-token: true }",
    "execute: { steps: [a], paralel: true }",
    "execute: [[a]]",
    "execute: [{ run: a, background: b }]",
    "execute: [{ name: a }]",
    "execute: [{ run: a, retry: -1 }]",
    "execute: [{ run: a, retry: 1.5 }]",
    "execute: [{ run: a, timeout: 10x }]",
    "execute: [{ run: a, timeout: 0 }]",
    "execute: [{ run: a, timeout: -3 }]",
    "execute: [{ run: a, if: linx }]",
    "execute: [{ run: a, shell: 3 }]",
    "execute: [{ run: a, shell: bash -e }]",
    "execute: [{ run: a, continue-on-error: 'yes' }]",
    "execute: [{ background: a, ready: { http: localhost } }]",
    "execute: [{ background: a, ready: { tcp: 70000 } }]",
    "execute: [{ background: a, ready: { tcp: '0' } }]",
    "execute: [{ background: a, ready: { tcp: 1, log: x } }]",
    "execute: [{ background: a, ready: {} }]",
    "execute: [{ run: a, environment: [A] }]",
    "environment: { 'A=B': c }\nexecute: [a]",
    "environment: { A: { env: B, encrypted: c } }\nexecute: [a]",
    "environment: { A: { encrypted: c } }\nexecute: [a]",
    "environment: { A: }\nexecute: [a]",
    "pypi: { index-url: 'ftp://x' }\nexecute: [a]",
    "pypi: { pip: zork }\nexecute: [a]",
    "pypi: { index-servers: { a b: { repository: 'https://x.example' } } }\nexecute: [a]",
    "pypi: { index-servers: { distutils: { repository: 'https://x.example' } } }\nexecute: [a]",
    "pypi: { index-servers: { a: {} } }\nexecute: [a]",
    "staging: [a]",
    "staging: { linting: [a] }",
    "production: { execute: { steps: [a], id-token: true } }",
    "ports: { x: 80 }\nexecute: [a]",
    "sandbox: { backend: jail }\nexecute: [a]",
    "sandbox: { limits: { memory: lots } }\nexecute: [a]",
    "- pytest",
  ])("%j", (text) => {
    expect(accepts(plain(text))).toBe(false);
    expect(parseSpec(text, "x").spec).toBeUndefined();
  });
});
