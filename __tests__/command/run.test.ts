import { readdirSync } from "node:fs";
import { PassThrough, Writable } from "node:stream";
import { expect, test } from "@jest/globals";
import { Command, CommandError, killMarked, run } from "../../src/command/index.js";
import { isAlive } from "../support/process.js";

test("captures both streams", async () => {
  const result = await run("sh", ["-c", "echo out; echo err >&2; exit 0"]);
  expect(result).toMatchObject({
    exitCode: 0,
    status: 0,
    signal: null,
    stdout: "out\n",
    stderr: "err\n",
    reason: null,
  });
});

test("stdout and stderr can be opened again by name in the child", async () => {
  const script = "echo a > /dev/stderr; echo b | tee /dev/stderr; echo c > /dev/stdout";
  const result = await run("sh", ["-c", script]);
  expect(result.stdout).toBe("b\nc\n");
  expect(result.stderr).toBe("a\nb\n");
});

test("a failure is an error with the quoted command and the last lines of stderr", async () => {
  const error = await run("sh", ["-c", "echo sorry >&2; exit 3"]).catch((e) => e);
  expect(error).toBeInstanceOf(CommandError);
  expect(error).toMatchObject({ reason: "exit", exitCode: 3, status: 3, stderr: "sorry\n" });
  expect(error.message).toBe("sh -c 'echo sorry >&2; exit 3': exited with code 3\nsorry");
});

test.each([
  ["no-such-program-anywhere", "not-found", 127],
  ["/etc/passwd", "not-executable", 126],
  ["/etc", "not-executable", 126],
])("%s is %s", async (program, reason, status) => {
  await expect(run(program)).rejects.toMatchObject({ reason, status });
  await expect(run(program, [], { allowFailure: true })).resolves.toMatchObject({ reason, status, pid: null });
});

test("a missing working directory is reason spawn", async () => {
  await expect(run("true", [], { cwd: "/no/such/folder" })).rejects.toMatchObject({ reason: "spawn" });
});

test("a slow writable holds the command back and gets all", async () => {
  let bytes = 0;
  let most = 0;
  const slow = new Writable({
    highWaterMark: 64 * 1024,
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      most = Math.max(most, slow.writableLength);
      setImmediate(done);
    },
  });
  await new Command("head", ["-c", "20000000", "/dev/zero"]).stdout(slow).run();
  expect(bytes).toBe(20_000_000);
  expect(most).toBeLessThan(1_000_000);
});

test("a grandchild that keeps stdout does not keep the command", async () => {
  const begun = performance.now();
  const child = await new Command("sh", ["-c", "sleep 100 & echo $!; printf %70000d 1"]).stdout("capture").start();
  const result = await child.wait();
  expect(performance.now() - begun).toBeLessThan(10_000);
  const [pid, rest] = result.stdout.split("\n");
  expect(rest).toHaveLength(70_000);
  process.kill(Number(pid), "SIGKILL");
});

test("abort ends the whole tree, also what ignores SIGTERM", async () => {
  const out = new PassThrough();
  const lines: string[] = [];
  const ready = new Promise<void>((resolve) => {
    out.on("data", (data) => {
      lines.push(...String(data).trim().split("\n"));
      if (lines.length === 2) resolve();
    });
  });
  const script = "trap '' TERM; setsid sh -c \"trap '' TERM; echo \\$\\$; while :; do sleep 1; done\" & echo $$; wait";
  const child = await new Command("sh", ["-c", script]).stdout(out).killGrace(200).allowFailure().start();
  await ready;
  await child.abort();
  expect(await child.wait()).toMatchObject({ reason: "aborted", signal: "SIGKILL", status: 137 });
  for (const pid of lines) expect(isAlive(Number(pid))).toBe(false);
});

test("timeouts", async () => {
  await expect(new Command("sleep", ["100"]).timeout(50).run()).rejects.toMatchObject({
    reason: "timeout",
    timedOut: true,
  });
  await expect(new Command("sleep", ["100"]).idleTimeout(50).run()).rejects.toMatchObject({ reason: "idle-timeout" });
});

test("what carries the marker is found wherever it went", async () => {
  const marker = { name: "FORGEXEC_TEST_MARK", value: String(process.pid) };
  const result = await new Command("sh", ["-c", "(setsid sleep 100 >/dev/null 2>&1 & echo $!) & wait"])
    .envAll({ ...process.env, [marker.name]: marker.value })
    .stdout("capture")
    .run();
  expect(await killMarked(marker, { graceMs: 1000 })).toBe(1);
  expect(isAlive(Number(result.stdout))).toBe(false);
});

test("input of every kind arrives", async () => {
  const big = Buffer.alloc(3_000_000, "x");
  expect((await run("cat", [], { stdin: "hello" })).stdout).toBe("hello");
  expect((await run("wc", ["-c"], { stdin: big })).stdout.trim()).toBe("3000000");
  const stream = new PassThrough();
  stream.end("from a stream");
  expect((await run("cat", ["/dev/stdin"], { stdin: stream })).stdout).toBe("from a stream");
  const child = await new Command("cat").stdin("pipe").stdout("capture").start();
  expect(await child.write("piece")).toBe(true);
  child.closeStdin();
  expect((await child.wait()).stdout).toBe("piece");
  expect((await run("true", [], { stdin: big })).exitCode).toBe(0);
});

test("nothing is left of many runs", async () => {
  await Promise.all(Array.from({ length: 20 }, () => run("echo", ["x"])));
  for (let i = 0; i < 100; i += 1) await run("echo", ["x"]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const before = readdirSync("/proc/self/fd").length;
  for (let i = 0; i < 100; i += 1) await run("echo", ["x"]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(readdirSync("/proc/self/fd").length).toBe(before);
});
