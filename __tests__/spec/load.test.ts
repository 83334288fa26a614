import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { findSpec, LARGEST_SPEC, loadSpec } from "../../src/spec/index.js";

const folder = mkdtempSync(join(tmpdir(), "forgexec-spec-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

test("a good file gives its text and its spec", async () => {
  const { text, spec, diagnostics } = await loadSpec(write("good.yml", "execute: [a]\n"), "good.yml");
  expect([text, spec?.file, diagnostics]).toEqual(["execute: [a]\n", "good.yml", []]);
});

test.each<[string, () => string, string]>([
  ["no file", () => join(folder, "none.yml"), "spec-not-found"],
  ["a file as a folder", () => join(write("plain", "x"), "y"), "spec-not-found"],
  ["a directory", () => folder, "spec-not-a-file"],
  ["an empty file", () => write("empty.yml", ""), "empty-spec"],
  ["a file with NUL", () => write("nul.yml", "execute: [a\0]"), "binary-spec"],
  ["what is no UTF-8", () => write("latin.yml", Buffer.from([0x61, 0x3a, 0x20, 0xe9, 0x0a])), "binary-spec"],
  ["a file over 1 MiB", () => write("large.yml", `execute: [a]\n${"#".repeat(LARGEST_SPEC)}`), "too-large"],
])("%s is one finding at the file's beginning", async (_name, path, code) => {
  const { spec, diagnostics } = await loadSpec(path(), "the-name.yml");
  expect(spec).toBeUndefined();
  expect(diagnostics).toEqual([
    { file: "the-name.yml", line: 1, column: 1, severity: "error", code, message: expect.any(String) },
  ]);
});

test("the nearest .forge.yml upwards is found, directories of that name passed over", async () => {
  const deep = join(folder, "a", "b", "c");
  mkdirSync(join(deep, ".forge.yml"), { recursive: true });
  writeFileSync(join(folder, "a", ".forge.yml"), "");
  expect(await findSpec(deep)).toBe(join(folder, "a", ".forge.yml"));
  expect(await findSpec(join(folder, "a"))).toBe(join(folder, "a", ".forge.yml"));
});
