import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable, Writable } from "node:stream";
import { expect } from "@jest/globals";
import { Command, run } from "../../src/command/index.js";
import { isAlive } from "../support/process.js";
import { failureOf } from "./helper.js";
import { testOnLinux as test } from "./on-linux.js";

const shell = (script: string) => new Command("sh", ["-c", script]);

test("output is discarded unless asked for; the simple call captures", async () => {
  const quiet = await shell("echo out; echo err >&2; readlink /proc/self/fd/1 > /dev/null").run();
  expect(quiet).toMatchObject({ stdout: "", stderr: "", exitCode: 0 });
  expect(await run("sh", ["-c", "echo out; echo err >&2"])).toMatchObject({ stdout: "out\n", stderr: "err\n" });
});

test("stdout and stderr can be opened again by name in the child", async () => {
  const script = "echo a > /dev/stderr; echo b | tee /dev/stderr; echo c > /dev/stdout";
  expect(await shell(script).stdout("capture").stderr("capture").run()).toMatchObject({
    stdout: "b\nc\n",
    stderr: "a\nb\n",
  });
});

test("joined, both streams are one in the order of writing", async () => {
  const script = "for i in 1 2 3 4 5; do echo out$i; echo err$i >&2; done";
  const { stdout, stderr } = await shell(script).stdout("capture").stderr("stdout").run();
  expect(stdout.trim().split("\n")).toEqual([1, 2, 3, 4, 5].flatMap((i) => [`out${i}`, `err${i}`]));
  expect(stderr).toBe("");
});

test("bytes come back as they were, text with U+FFFD for what is no UTF-8", async () => {
  const script = "printf 'a\\377\\303\\244\\303'";
  expect((await shell(script).stdout("buffer").run()).stdout).toEqual(Buffer.from([97, 255, 0xc3, 0xa4, 0xc3]));
  expect((await shell(script).stdout("capture").run()).stdout).toBe("a\uFFFDä\uFFFD");
});

test("a character split between writes is one character", async () => {
  const lines: string[] = [];
  await shell("printf '\\303'; sleep 0.05; printf '\\244\\r\\nlast'")
    .stdout((line) => lines.push(line))
    .run();
  expect(lines).toEqual(["ä", "last"]);
});

test("captured output keeps its tail and counts the rest; nothing is killed for it", async () => {
  const result = await shell("seq 100000; echo ä; echo end").stdout("capture").maxBuffer(8).run();
  expect(result).toMatchObject({
    exitCode: 0,
    truncated: true,
    stdout: "\nä\nend\n".slice(-7),
    truncatedBytes: 588_895 + 7 - 8,
  });
  expect(await shell("echo x").stdout("capture").run()).toMatchObject({ truncated: false, truncatedBytes: 0 });
  const cut = await shell("printf 'aää'").stdout("capture").maxBuffer(3).run();
  expect(cut.stdout).toBe("ä");
  expect((await shell("echo x").stdout("capture").maxBuffer(0).run()).stdout).toBe("");
});

test("a descriptor is written to directly", async () => {
  const folder = mkdtempSync(join(tmpdir(), "forgexec-test-"));
  const fd = openSync(join(folder, "out"), "w");
  await shell("echo out; echo err >&2").stdout(fd).stderr("stdout").run();
  closeSync(fd);
  expect(readFileSync(join(folder, "out"), "utf8")).toBe("out\nerr\n");
  rmSync(folder, { recursive: true });
});

test("a slow stream holds the command back and gets all", async () => {
  let bytes = 0;
  let most = 0;
  const slow: Writable = new Writable({
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
  expect(slow.writableEnded).toBe(false);
  for (const event of ["drain", "error", "close"]) expect(slow.listenerCount(event)).toBe(0);
});

test("many commands may write to one stream", async () => {
  const warnings: string[] = [];
  const onWarning = ({ message }: Error) => warnings.push(message);
  process.on("warning", onWarning);
  const shared = new PassThrough({ highWaterMark: 1 });
  let bytes = 0;
  shared.on("data", (chunk) => {
    bytes += chunk.length;
  });
  const { signal } = new AbortController();
  await Promise.all(Array.from({ length: 15 }, () => shell("seq 1000").stdout(shared).signal(signal).run()));
  await new Promise((resolve) => setImmediate(resolve));
  process.off("warning", onWarning);
  expect(bytes).toBe(15 * 3893);
  expect(warnings).toEqual([]);
});

test.each([1, 1_000_000])(
  "a stream that fails at the last piece, after the command's end: buffer of %d",
  async (highWaterMark) => {
    const { stream, fail } = lateFailure(highWaterMark);
    const child = await shell("echo x").stdout(stream).drain(60_000).start();
    while (isAlive(child.pid ?? 0)) await new Promise((resolve) => setImmediate(resolve));
    fail();
    const error = await failureOf(child.wait());
    expect(error).toMatchObject({ reason: "aborted", exitCode: 0, cause: new Error("disk full") });
  },
);

function lateFailure(highWaterMark: number): { stream: Writable; fail: () => void } {
  let failed = false;
  let waiting: (() => void) | null = null;
  const stream = new Writable({
    highWaterMark,
    write(_chunk, _encoding, done) {
      waiting = () => done(new Error("disk full"));
      if (failed) waiting();
    },
  });
  const fail = () => {
    failed = true;
    waiting?.();
  };
  return { stream, fail };
}

test("a stream that fails ends the command", async () => {
  const failing = new Writable({
    write(_chunk, _encoding, done) {
      done(new Error("disk full"));
    },
  });
  const error = await failureOf(new Command("yes").stdout(failing).run());
  expect(error).toMatchObject({ reason: "aborted", cause: { message: "disk full" } });
  expect(error.message).toMatch("disk full");
});

test("a callback that throws ends the command", async () => {
  const error = await failureOf(
    new Command("yes")
      .stdout(() => {
        throw new Error("enough");
      })
      .run(),
  );
  expect(error).toMatchObject({ reason: "aborted", cause: { message: "enough" } });
});

test("a pipe is read by the caller", async () => {
  const child = await new Command("seq", ["100000"]).stdout("pipe").start();
  let bytes = 0;
  for await (const chunk of child.stdout ?? []) bytes += chunk.length;
  expect([bytes, (await child.wait()).exitCode]).toEqual([588_895, 0]);
});

test("a pipe that nobody reads does not keep the result waiting", async () => {
  const child = await new Command("echo", ["x"]).stdout("pipe").start();
  expect((await child.wait()).exitCode).toBe(0);
});

test("input of every kind arrives whole", async () => {
  const big = Buffer.alloc(3_000_000, "x");
  expect((await run("cat", [], { stdin: "hello" })).stdout).toBe("hello");
  expect((await run("cat", [], { stdin: Buffer.from("null") })).stdout).toBe("null");
  expect((await run("cat", [], { stdin: "" })).stdout).toBe("");
  expect((await run("wc", ["-c"], { stdin: big })).stdout.trim()).toBe("3000000");
  expect((await run("cat", ["/dev/stdin"], { stdin: Readable.from(["from ", "a stream"]) })).stdout).toBe(
    "from a stream",
  );
  expect((await run("cat")).stdout).toBe("");
  const file = openSync("/proc/self/status", "r");
  expect((await run("head", ["-c", "5"], { stdin: file })).stdout).toBe("Name:");
  closeSync(file);
});

test("input that nobody reads is no error", async () => {
  const big = Buffer.alloc(3_000_000, "x");
  expect((await run("true", [], { stdin: big })).exitCode).toBe(0);
  expect((await run("true", [], { stdin: Readable.from([big, big]) })).exitCode).toBe(0);
});

test("a source that fails ends the command", async () => {
  const source = new PassThrough();
  const running = run("cat", [], { stdin: source });
  source.destroy(new Error("unplugged"));
  expect(await failureOf(running)).toMatchObject({ reason: "aborted", cause: { message: "unplugged" } });
});

test("a child is written to piece by piece", async () => {
  const child = await new Command("cat").stdin("pipe").stdout("capture").start();
  expect(await child.write("one ")).toBe(true);
  expect(await child.write(Buffer.from("two"))).toBe(true);
  child.closeStdin();
  expect(await child.write("three")).toBe(false);
  expect((await child.wait()).stdout).toBe("one two");
});

test("a leftover process that holds stdout does not keep the command; what it had written is there", async () => {
  const { stdout } = await shell("sleep 100 & echo $!; printf %70000d 1").stdout("capture").run();
  const [pid, rest] = stdout.split("\n");
  process.kill(Number(pid), "SIGKILL");
  expect(rest).toHaveLength(70_000);
});
