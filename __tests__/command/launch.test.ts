import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "@jest/globals";
import { Command } from "../../src/command/index.js";
import { isAlive } from "../support/process.js";
import { failureOf, python, reporter, reportOf } from "./helper.js";
import { testOnLinux as test } from "./on-linux.js";

const folder = mkdtempSync(join(tmpdir(), "forgexec-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => join(folder, name);
const writing = (path: string) => ["sh", "-c", 'echo "$1" > "$0"', path, "two  words"];

test("a pre-exec command runs before, in the child's place, and its words stay words", async () => {
  const result = await new Command("cat", [file("pre")])
    .preExec(writing(file("pre")))
    .stdout("capture")
    .run();
  expect(result.stdout).toBe("two  words\n");
});

test("the child's process and its argv, environment and descriptors are as without", async () => {
  const child = new Command(python, reporter).env("A", "B").arg("x").preExec(["true"]).umask(0o27);
  const report = await reportOf(child);
  expect(report).toMatchObject({ argv: ["x"], environment: { A: "B" }, umask: 0o27 });
  expect(Object.keys(report.fds)).toEqual(["0", "1", "2"]);
  expect(report.session).toBe(report.pid);
});

test("where the pre-exec command fails, nothing is run", async () => {
  const path = file("not-run");
  const error = await failureOf(new Command("touch", [path]).preExec(["sh", "-c", "exit 7"]).run());
  expect(error.reason).toBe("spawn");
  expect(error.message).toBe(`touch ${path}: the pre-exec command sh -c 'exit 7' ended with status 7`);
  expect(existsSync(path)).toBe(false);
});

test("with a handshake the child waits before exec until it is let go", async () => {
  const path = file("handshake");
  const child = await new Command("touch", [path])
    .handshake()
    .preExec(writing(file("before")))
    .start();
  await child.handshakeWait();
  expect([existsSync(file("before")), existsSync(path)]).toEqual([true, false]);
  child.handshakeNotify();
  expect((await child.wait()).exitCode).toBe(0);
  expect(existsSync(path)).toBe(true);
});

test("a handshake tells of a set-up that failed", async () => {
  const child = await new Command("true").handshake().preExec(["false"]).start();
  expect(await failureOf(child.handshakeWait())).toMatchObject({ reason: "handshake" });
  expect(await failureOf(child.wait())).toMatchObject({ reason: "handshake" });
});

test("a child that is never let go can be ended", async () => {
  const child = await new Command("true").handshake().start();
  await child.handshakeWait();
  await child.abort();
  expect(await failureOf(child.wait())).toMatchObject({ reason: "aborted" });
});

test("a pid file holds the child's number and is locked as long as it lives", async () => {
  const path = file("pid");
  const child = await new Command("sh", ["-c", "echo up; exec sleep 100"])
    .pidFile(path)
    .stdout("pipe")
    .allowFailure()
    .start();
  await once(child.stdout ?? process, "data");
  expect(readFileSync(path, "utf8")).toBe(`${child.pid}\n`);
  expect(statSync(path).mode & 0o777).toBe(0o644 & ~process.umask());
  const error = await failureOf(new Command("true").pidFile(path).run());
  expect(error).toMatchObject({ reason: "spawn" });
  expect(error.message).toBe(`true: another process holds the pid file ${path}`);
  await child.kill();
  expect((await new Command("true").pidFile(path).run()).exitCode).toBe(0);
});

test("only the pid file's descriptor comes in addition", async () => {
  const { fds } = await reportOf(new Command(python, reporter).pidFile(file("fds.pid")));
  expect(fds).toEqual({ ...fds, 3: file("fds.pid") });
  expect(Object.keys(fds)).toEqual(["0", "1", "2", "3"]);
});

test("a daemon is nobody's child, in a session and the root folder of its own", async () => {
  const path = file("daemon.pid");
  const result = await new Command("sh", ["-c", "exec sleep 100"]).daemonize().pidFile(path).run();
  expect(result).toMatchObject({ exitCode: 0, status: 0, reason: null });
  const pid = result.pid ?? 0;
  expect(readFileSync(path, "utf8")).toBe(`${pid}\n`);
  const [, parent, , session] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  expect(Number(parent)).not.toBe(process.pid);
  expect(Number(session)).toBe(pid);
  process.kill(pid, "SIGKILL");
});

test("a daemon that cannot be set up is reported", async () => {
  const error = await failureOf(new Command("sleep", ["100"]).daemonize().preExec(["false"]).run());
  expect(error).toMatchObject({ reason: "spawn" });
});

test("a daemon can be held at its handshake, and ended", async () => {
  const child = await new Command("sleep", ["100"]).daemonize().handshake().start();
  await child.handshakeWait();
  expect(readFileSync(`/proc/${child.pid}/comm`, "utf8")).not.toBe("sleep\n");
  child.handshakeNotify();
  expect((await child.wait()).pid).toBe(child.pid);
  await child.abort();
  expect(isAlive(child.pid ?? 0)).toBe(false);
});
