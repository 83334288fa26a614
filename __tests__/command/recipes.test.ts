import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect } from "@jest/globals";
import { transformSync } from "@swc/core";
import { run } from "../../src/command/index.js";
import { compiledCommand } from "./compiled.js";
import { testOnLinux as test } from "./on-linux.js";

const text = `\n${readFileSync(new URL("../../docs/command.md", import.meta.url), "utf8")}`;
const folder = mkdtempSync(join(tmpdir(), "forgexec-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => join(folder, name);

/** The first example below a heading, as a program: its own ids and files in place of those of the example's machine. */
function recipe(heading: string): string {
  const block = /```ts\n(.*?)```/s.exec(text.slice(text.indexOf(`\n${heading}\n`)))?.[1] ?? "";
  const ids = `${process.getuid?.()}:${process.getgid?.()}`;
  const local = block
    .replace(/^import .*$/m, "")
    .replace("/run/db.pid", file("db.pid"))
    .replace("uid: 26, gid: 26", `uid: ${ids.replace(":", ", gid: ")}`)
    .replace("26:26", ids);
  return transformSync(local, { jsc: { parser: { syntax: "typescript" }, target: "es2022" } }).code;
}

/** Stands in for a program that a machine need not have. */
function program(name: string, script: string): void {
  mkdirSync(file("bin"), { recursive: true });
  writeFileSync(file(`bin/${name}`), `#!/bin/sh\n${script}\n`);
  chmodSync(file(`bin/${name}`), 0o755);
}

/** What a recipe prints, given what it takes for granted. */
async function printed(heading: string, given: string): Promise<string> {
  const path = file(`${heading.replace(/\W+/g, "-")}.mjs`);
  const face = JSON.stringify(compiledCommand);
  writeFileSync(path, `import { Command, run } from ${face};\n${given}\n${recipe(heading)}\nconsole.log("end");\n`);
  const env = { ...process.env, PATH: `${file("bin")}${delimiter}${process.env.PATH}` };
  return (await run(process.execPath, [path], { env })).stdout;
}

const json = JSON.stringify;
const repository = file("repository");
const git = (...words: string[]) => execFileSync("git", ["-C", repository, ...words], { stdio: "ignore" });

test("the first example", async () => {
  mkdirSync(repository);
  git("init");
  writeFileSync(join(repository, "a file"), "text");
  git("add", ".");
  git("-c", "user.name=A B", "-c", "user.email=a@b.example", "commit", "-m", "A first  one");
  program("make", 'echo "$PWD $*"');
  const given = `const repository = ${json(repository)}, source = repository, prefix = "/a b";`;
  expect(await printed("# `forgexec/command`", given)).toBe(`${repository} -j4 PREFIX=/a b\nend\n`);
});

test("a safe git call", async () => {
  const given = `const repository = ${json(repository)}, ref = "HEAD", path = "a file";`;
  expect(await printed("### A safe git call", given)).toMatch(/^[0-9a-f]{40,64} A B A first {2}one\nend\n$/);
});

test("a service with a handshake", async () => {
  mkdirSync(file("data"));
  program("postgres", 'echo "listens in $2 with $(ulimit -n) files" >&2');
  const given = `const data = ${json(file("data"))}, log = { info: (line) => console.log(line) };
    const register = async (pid) => console.log("registered", Number.isInteger(pid));`;
  expect(await printed("### A service with a handshake", given)).toBe(
    `registered true\nlistens in ${file("data")} with 4096 files\nend\n`,
  );
});

test("a test without spawning", async () => {
  const given = `const release = (version) => new Command("git", ["tag", "v" + version]).allowFailure().run();
    const expect = (value) => ({ toEqual: (wanted) => console.log(JSON.stringify(value) === JSON.stringify(wanted)) });`;
  expect(await printed("### A test without spawning", given)).toBe("true\nend\n");
});

test("a stream of any size", async () => {
  writeFileSync(file("archive.gz"), gzipSync("straw\nneedle\n".repeat(100_000)));
  const given = `const archive = ${json(file("archive.gz"))}, needle = "needle";`;
  expect(await printed("### A stream of any size", given)).toBe("end\n");
});

test("a command that can be cancelled", async () => {
  program("npm", "kill -INT $PPID; exec sleep 100");
  expect(await printed("### A command that can be cancelled", "")).toBe("cancelled\nend\n");
});
