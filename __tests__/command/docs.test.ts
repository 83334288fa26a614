import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@jest/globals";
import * as face from "../../src/command/index.js";

const root = new URL("../..", import.meta.url).pathname;
const text = readFileSync(join(root, "docs/command.md"), "utf8");

/** What the recipes take for granted. */
const given = `
declare const repository: string, prefix: string, source: string, ref: string, path: string, data: string;
declare const archive: string, needle: string;
declare const log: { info(line: string): void };
declare function register(pid: number | null): Promise<void>;
declare function release(version: string): Promise<void>;
declare function expect(value: unknown): { toEqual(value: unknown): void };
`;

test("every example compiles against the types", async () => {
  const folder = mkdtempSync(join(tmpdir(), "forgexec-test-"));
  const blocks = [...text.matchAll(/```ts\n(.*?)```/gs)].map((match) => match[1] ?? "");
  expect(blocks.length).toBeGreaterThan(5);
  for (const [index, block] of blocks.entries()) {
    const imports = block.includes("import ") ? "" : 'import { Command, run } from "forgexec/command";\nvoid run;\n';
    const declarations = block.includes("const log =") ? given.replace(/^declare const log.*$/m, "") : given;
    writeFileSync(join(folder, `recipe${index}.ts`), `${imports}${declarations}${block}\nvoid Command;\nexport {};\n`);
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const config = {
    extends: join(root, "tsconfig.json"),
    compilerOptions: { paths: { "forgexec/command": [join(root, "src/command/index.ts")] }, types: ["node"] },
    include: ["*.ts"],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const { stdout } = await promisify(execFile)(process.execPath, [compiler, "-p", folder]).catch((error) => error);
  rmSync(folder, { recursive: true });
  expect(stdout).toBe("");
});

test("every public name is in the documentation", () => {
  const methods = new Set<string>(Object.keys(face));
  for (let part = face.Command.prototype; part !== Object.prototype; part = Object.getPrototypeOf(part)) {
    for (const name of Object.getOwnPropertyNames(part)) methods.add(name);
  }
  const index = readFileSync(join(root, "src/command/index.ts"), "utf8");
  for (const [, list = ""] of index.matchAll(/\{(.*?)\}/gs)) {
    for (const name of list.split(",")) methods.add(name.replace("type ", "").trim());
  }
  const own = ["constructor", "fail", "setOutput"];
  for (const name of [...methods].filter((name) => !own.includes(name)))
    expect(text).toMatch(new RegExp(`\\b${name}\\b`));
});
