import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "@jest/globals";

const exec = promisify(execFile);
const root = new URL("..", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "forgexec-library-"));
const consumer = join(folder, "consumer");
const installed = join(consumer, "node_modules/forgexec");
const compiler = join(root, "node_modules/typescript/bin/tsc");

/** The library as npm would install it: compiled, beside its package.json, in a consumer's node_modules. */
beforeAll(async () => {
  mkdirSync(installed, { recursive: true });
  await exec(process.execPath, [compiler, "-p", join(root, "tsconfig.build.json"), "--outDir", join(installed, "lib")]);
  copyFileSync(join(root, "package.json"), join(installed, "package.json"));
  symlinkSync(join(root, "node_modules"), join(installed, "node_modules"), "junction");
  symlinkSync(join(root, "node_modules/@types"), join(consumer, "node_modules/@types"), "junction");
  writeFileSync(join(consumer, "package.json"), '{ "type": "module" }');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const subpaths = Object.keys(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).exports).filter(
  (name) => !name.endsWith(".json"),
);

test.each(subpaths)("%s can be imported and does nothing by that", async (subpath) => {
  const name = `forgexec${subpath.slice(1)}`;
  const script = `
    const listeners = () => process.eventNames().reduce((sum, event) => sum + process.listenerCount(event), 0);
    const before = listeners();
    const found = await import("${name}");
    console.log(Object.keys(found).length > 0, listeners() - before);`;
  // That the process ends shows that nothing was left open.
  const { stdout, stderr } = await exec(process.execPath, ["--input-type=module", "-e", script], { cwd: consumer });
  expect([stdout, stderr]).toEqual(["true 0\n", ""]);
});

test("the examples of docs/library.md compile against the types", async () => {
  const doc = readFileSync(join(root, "docs/library.md"), "utf8");
  const blocks = [...doc.matchAll(/```ts\n(.*?)```/gs)].map((match) => match[1] ?? "");
  expect(blocks.length).toBe(3);
  const [whole = "", events = "", check = ""] = blocks;
  writeFileSync(
    join(consumer, "run.ts"),
    `${whole}\n${events.replace("build.run(control)", "build.run({ signal: control.signal, killSignal: control.signal })")}`,
  );
  writeFileSync(join(consumer, "check.ts"), `declare const text: string;\n${check}`);
  const options = [
    "--noEmit",
    "--strict",
    "--module",
    "nodenext",
    "--target",
    "es2022",
    "--types",
    "node",
    "--skipLibCheck",
  ];
  const { stdout } = await exec(process.execPath, [compiler, ...options, "run.ts", "check.ts"], {
    cwd: consumer,
  }).catch((error) => error);
  expect(stdout).toBe("");
});
