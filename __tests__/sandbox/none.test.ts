import { closeSync, mkdtempSync, openSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { getExecutor } from "../../src/sandbox/index.js";
import { failureOf } from "../command/helper.js";

const executor = getExecutor("none");
const scratch = realpathSync(mkdtempSync(join(tmpdir(), "forgexec-none-")));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const node = (script: string) => [process.execPath, "-e", script];

test("output is captured, discarded or joined, and the exit code is a result", async () => {
  const both = node("console.log('a'); console.error('b'); process.exitCode = 11");
  expect(await executor.runSandbox(both)).toEqual({ exitCode: 11, stdout: "a\n", stderr: "b\n" });
  expect(await executor.runSandbox(both, { stdout: "null", stderr: "null" })).toEqual({
    exitCode: 11,
    stdout: null,
    stderr: null,
  });
  expect(await executor.runSandbox(both, { stderr: "stdout" })).toMatchObject({ stdout: "a\nb\n", stderr: null });
});

test("a session's commands have the outputs that it was opened with, captured unless it names others", async () => {
  const both = node("console.log('a'); console.error('b')");
  const plain = await executor.open();
  expect(await plain.command(both).run()).toMatchObject({ stdout: "a\n", stderr: "b\n" });
  await plain.close();
  const joined = await executor.open({ stderr: "stdout" });
  expect(await joined.command(both).run()).toMatchObject({ stdout: "a\nb\n", stderr: "" });
  await joined.close();
});

test("output goes to files, each its own or both to one", async () => {
  const write = async (name: string, together: boolean) => {
    const [out, err] = [openSync(join(scratch, `${name}.out`), "w"), openSync(join(scratch, `${name}.err`), "w")];
    const script = node("process.stdout.write('abcde\\n', () => console.error('xyzzy'))");
    const exitCode = await executor.runSandboxWithRedirection(script, {
      stdout: out,
      stderr: together ? "stdout" : err,
    });
    for (const fd of [out, err]) closeSync(fd);
    return [exitCode, ...["out", "err"].map((kind) => readFileSync(join(scratch, `${name}.${kind}`), "utf8"))];
  };
  expect(await write("each", false)).toEqual([0, "abcde\n", "xyzzy\n"]);
  expect(await write("both", true)).toEqual([0, "abcde\nxyzzy\n", ""]);
});

test("a command has the folder and the environment that were asked for", async () => {
  const told = node("console.log(JSON.stringify([process.cwd(), process.env.A, process.env.B, !!process.env.PATH]))");
  process.env.B = "this process's";
  try {
    const { stdout } = await executor.runSandbox(told, { cwd: scratch, env: { A: "asked for" } });
    expect(JSON.parse(stdout ?? "")).toEqual([scratch, "asked for", null, true]);
    expect(JSON.parse((await executor.runSandbox(told)).stdout ?? "")).toEqual([
      process.cwd(),
      null,
      process.env.B,
      true,
    ]);
  } finally {
    delete process.env.B;
  }
});

test("what keeps a command from running or ends it is an error of its own", async () => {
  expect(await failureOf(executor.runSandbox(["no-such-program"]))).toMatchObject({
    reason: "not-found",
    exitCode: 127,
    cause: { code: "ENOENT" },
  });
  expect(await failureOf(executor.runSandbox(node(""), { cwd: join(scratch, "missing") }))).toMatchObject({
    reason: "spawn",
    cause: { code: "ENOENT", path: join(scratch, "missing") },
  });
  const forever = node("setInterval(() => {}, 1000)");
  expect(await failureOf(executor.runSandbox(forever, { limits: { timeout: 500 } }))).toMatchObject({
    reason: "timeout",
  });
  expect(await failureOf(executor.runSandbox([]))).toMatchObject({ reason: "invalid" });
});
