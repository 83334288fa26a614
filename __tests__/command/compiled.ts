import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "@jest/globals";
import { transformFileSync } from "@swc/core";

/** src/command as plain JavaScript, for programs of a test's own: what only a whole process shows, such as its death by a signal. */
export const compiledCommand = compile();

function compile(): string {
  const source = new URL("../../src/command/", import.meta.url).pathname;
  const root = mkdtempSync(join(tmpdir(), "forgexec-test-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, "command");
  mkdirSync(folder);
  writeFileSync(join(root, "package.json"), '{"type":"module"}');
  for (const name of readdirSync(source)) {
    const { code } = transformFileSync(join(source, name), {
      jsc: { parser: { syntax: "typescript" }, target: "es2022" },
      module: { type: "es6" },
    });
    writeFileSync(join(folder, name.replace(/\.ts$/, ".js")), code);
  }
  return join(folder, "index.js");
}
