import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { PassThrough, Writable } from "node:stream";
import { expect } from "@jest/globals";
import { Command, killMarked } from "../../src/command/index.js";
import { isAlive } from "../support/process.js";
import { compiledCommand } from "./compiled.js";
import { failureOf } from "./helper.js";
import { testOnLinux as test } from "./on-linux.js";

const shell = (script: string) => new Command("sh", ["-c", script]);

/** A stream for a command's output, and a promise of its first lines. */
function firstLines(count: number): { stream: PassThrough; lines: Promise<string[]> } {
  const stream = new PassThrough();
  const lines = new Promise<string[]>((resolve) => {
    let text = "";
    stream.on("data", (chunk) => {
      text += chunk;
      const found = text.split("\n").slice(0, -1);
      if (found.length >= count) resolve(found);
    });
  });
  return { stream, lines };
}

test("a signal is told by name and as a shell's status", async () => {
  const error = await failureOf(shell("kill -SEGV $$").run());
  expect(error).toMatchObject({ reason: "signal", exitCode: null, signal: "SIGSEGV", status: 139 });
  expect(error.message).toBe("sh -c 'kill -SEGV $$': was ended by SIGSEGV");
});

test("a failure has the command, the reason and the last lines of stderr, but not the variables", async () => {
  const command = shell("seq 100 >&2; exit 3")
    .env("TOKEN", "hidden")
    .env("PATH", process.env.PATH ?? "");
  const error = await failureOf(command.stderr("capture").run());
  expect(error).toMatchObject({ reason: "exit", exitCode: 3, status: 3, command: "sh -c 'seq 100 >&2; exit 3'" });
  expect(error.message.split("\n")).toEqual([
    "sh -c 'seq 100 >&2; exit 3': exited with code 3",
    ...Array.from({ length: 10 }, (_, index) => String(91 + index)),
  ]);
});

test("without the last lines of stderr a failure's message is its first line", async () => {
  const error = await failureOf(
    new Command("sh", ["-c", "echo one >&2; echo two >&2; exit 3"]).stderr("capture").run(),
  );
  expect(error.message.split("\n")).toEqual([error.shortMessage, "one", "two"]);
  expect(error.shortMessage).toMatch(/exited with code 3$/);
  const absent = await failureOf(new Command("no-such-program").run());
  expect(absent.shortMessage).toBe(absent.message);
});

test("the last lines of stderr are in the message wherever stderr goes", async () => {
  const streamed = await failureOf(shell("echo sorry >&2; exit 1").stderr(new PassThrough().resume()).run());
  const joined = await failureOf(shell("echo sorry >&2; exit 1").stdout("capture").stderr("stdout").run());
  for (const { message } of [streamed, joined]) expect(message).toMatch(/exited with code 1\nsorry$/);
});

test("allowed failures are results of the same shape", async () => {
  const result = await shell("exit 3").allowFailure().run();
  expect(result).toMatchObject({ exitCode: 3, signal: null, status: 3, reason: "exit", timedOut: false });
  expect((await shell("exit 0").allowFailure().run()).reason).toBeNull();
});

test("a timeout ends what takes too long, an idle timeout what is silent", async () => {
  const late = await failureOf(new Command("sleep", ["100"]).timeout(50).run());
  expect(late).toMatchObject({ reason: "timeout", timedOut: true, signal: "SIGTERM", status: 143 });
  const silent = await failureOf(shell("echo x; sleep 100").idleTimeout(200).stdout("capture").run());
  expect(silent).toMatchObject({ reason: "idle-timeout", timedOut: true, stdout: "x\n" });
  const talking = shell("for i in 1 2 3 4 5 6; do echo $i; sleep 0.2; done").idleTimeout(1000);
  expect((await talking.run()).exitCode).toBe(0);
});

test("being held back by a slow reader is not silence", async () => {
  const slow = new Writable({ highWaterMark: 1, write: (_chunk, _encoding, done) => void setTimeout(done, 400) });
  const result = await new Command("head", ["-c", "200000", "/dev/zero"]).stdout(slow).idleTimeout(200).run();
  expect(result.exitCode).toBe(0);
});

test("abort ends the whole tree, with what ignores SIGTERM and what moved to another session", async () => {
  const { stream, lines } = firstLines(2);
  const stubborn =
    "trap '' TERM; setsid sh -c \"trap '' TERM; echo \\$\\$; while :; do sleep 1; done\" & echo $$; wait";
  const child = await shell(stubborn).stdout(stream).killGrace(200).allowFailure().start();
  const pids = await lines;
  await child.abort();
  expect(await child.wait()).toMatchObject({ reason: "aborted", signal: "SIGKILL", status: 137 });
  for (const pid of pids) expect(isAlive(Number(pid))).toBe(false);
});

test("a signal goes to the whole tree, which may go on", async () => {
  const { stream, lines } = firstLines(1);
  const child = await shell("trap 'echo hung up >&2' HUP; sleep 60 & echo up; wait $!; wait $!; exit 7")
    .stdout(stream)
    .stderr("capture")
    .allowFailure()
    .start();
  await lines;
  await child.signal("SIGHUP");
  const result = await child.wait();
  expect(result).toMatchObject({ reason: "exit", exitCode: 7 });
  expect(result.stderr).toContain("hung up");
});

test("SIGTERM comes first, and what a handler still writes is there", async () => {
  const { stream, lines } = firstLines(1);
  const child = await shell("trap 'echo bye >&2; exit 5' TERM; echo up; while :; do sleep 0.01; done")
    .stdout(stream)
    .stderr("capture")
    .allowFailure()
    .start();
  await lines;
  await child.abort();
  const result = await child.wait();
  expect(result).toMatchObject({ reason: "aborted", exitCode: 5 });
  // The shell itself may tell of its sleep's end first.
  expect(result.stderr).toMatch(/bye\n$/);
});

test("a stopped process is ended too", async () => {
  const { stream, lines } = firstLines(1);
  const child = await shell("echo $$; kill -STOP $$").stdout(stream).allowFailure().start();
  await lines;
  await child.abort();
  expect(await child.wait()).toMatchObject({ reason: "aborted", signal: "SIGTERM" });
});

test("a process that forks all the time does not get away", async () => {
  const { stream, lines } = firstLines(1);
  const bomb = 'echo up; f() { while :; do sh -c "sleep 0.02" & sleep 0.01; done; }; f & f & wait';
  const marker = { name: "FORGEXEC_TEST_FORKS", value: `${process.pid}` };
  const child = await shell(bomb)
    .envAll({ ...process.env, [marker.name]: marker.value })
    .stdout(stream)
    .killGrace(0)
    .allowFailure()
    .start();
  await lines;
  await child.abort();
  expect(await killMarked(marker, { graceMs: 0 })).toBe(0);
});

test("one that forks all the time into sessions of their own does not get away", async () => {
  for (let round = 0; round < 5; round++) {
    const tag = `8${process.pid}.${round}`;
    const output = firstLines(1);
    const child = await shell(`while :; do setsid sleep ${tag} & echo forked; done`)
      .stdout(output.stream)
      .allowFailure()
      .start();
    await output.lines;
    await child.abort();
    const left = readdirSync("/proc").filter((pid) => commandLineOf(pid).includes(`sleep\0${tag}`));
    expect(left).toEqual([]);
  }
});

function commandLineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "latin1");
  } catch {
    return "";
  }
}

test("kill does not wait for the grace period", async () => {
  const { stream, lines } = firstLines(1);
  const child = await shell("trap '' TERM; echo $$; while :; do sleep 0.05; done")
    .stdout(stream)
    .killGrace(600_000)
    .allowFailure()
    .start();
  await lines;
  const aborted = child.abort();
  await child.kill();
  await aborted;
  expect(await child.wait()).toMatchObject({ reason: "aborted", signal: "SIGKILL" });
});

test("an AbortSignal ends it, before the start too, and no listener is left", async () => {
  const controller = new AbortController();
  const running = failureOf(new Command("sleep", ["100"]).signal(controller.signal).run());
  setImmediate(() => controller.abort());
  expect(await running).toMatchObject({ reason: "aborted" });
  const late = await failureOf(new Command("touch", ["/nonexistent/x"]).signal(controller.signal).run());
  expect(late).toMatchObject({ reason: "aborted", pid: null });
});

test("a second signal kills at once", async () => {
  const { stream, lines } = firstLines(1);
  const [soft, hard] = [new AbortController(), new AbortController()];
  const running = shell("trap '' TERM; echo up; while :; do sleep 0.05; done")
    .stdout(stream)
    .killGrace(600_000)
    .signal(soft.signal)
    .killSignal(hard.signal)
    .allowFailure()
    .run();
  await lines;
  soft.abort();
  hard.abort();
  expect(await running).toMatchObject({ reason: "aborted", signal: "SIGKILL" });
});

test("an abort while the reader does not take the output does not hang", async () => {
  const stuck = new Writable({ highWaterMark: 1, write() {} });
  const child = await shell("head -c 1000000 /dev/zero").stdout(stuck).drain(20).allowFailure().start();
  await child.abort();
  expect(await child.wait()).toMatchObject({ reason: "aborted" });
});

test("leftovers live on, or are ended with the command if asked", async () => {
  const script = "sleep 100 > /dev/null 2>&1 & echo $!";
  const kept = await shell(script).stdout("capture").run();
  expect(isAlive(Number(kept.stdout))).toBe(true);
  process.kill(Number(kept.stdout), "SIGKILL");
  const ended = await shell(script).stdout("capture").leftovers("kill").run();
  expect(ended.exitCode).toBe(0);
  expect(isAlive(Number(ended.stdout))).toBe(false);
});

test("a leftover that goes on writing is not ended by that", async () => {
  const { stdout } = await shell("(while :; do echo more || exit 1; done) & echo $!").stdout("capture").drain(0).run();
  const pid = Number(stdout.match(/^\d+$/m)?.[0]);
  await new Promise((resolve) => setImmediate(resolve));
  expect(isAlive(pid)).toBe(true);
  process.kill(pid, "SIGKILL");
});

test("what carries the marker is found wherever it went", async () => {
  const marker = { name: "FORGEXEC_TEST_MARK", value: `${process.pid}.x` };
  const result = await shell("(setsid sleep 100 >/dev/null 2>&1 & echo $!) & wait")
    .envAll({ ...process.env, [marker.name]: marker.value })
    .stdout("capture")
    .run();
  expect(await killMarked({ ...marker, value: `${process.pid}` }, { graceMs: 1000 })).toBe(0);
  expect(await killMarked(marker, { graceMs: 1000 })).toBe(1);
  expect(isAlive(Number(result.stdout))).toBe(false);
});

const victim = `
const { Command } = await import(process.argv[1]);
const line = (text) => process.stdout.write(text + "\\n");
await new Command("sh", ["-c", "trap '' TERM; echo $$; setsid sh -c 'echo \\$\\$; exec sleep 100' & wait"])
  .killGrace(200).stdout(line).run();
`;

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s to this process takes the commands along", async (signal) => {
  const args = ["--input-type=module", "-e", victim, compiledCommand];
  const parent = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const pids = await new Promise<number[]>((resolve) => {
    let text = "";
    parent.stdout.on("data", (chunk) => {
      text += chunk;
      if (text.split("\n").length > 2) resolve(text.trim().split("\n").map(Number));
    });
  });
  const over = once(parent, "exit");
  parent.kill(signal);
  expect(await over).toEqual([null, signal]);
  for (const pid of pids) expect(isAlive(pid)).toBe(false);
});

/** Runs a program of its own to its end: its last line and how it ended. */
async function outcomeOf(script: string, ...args: string[]) {
  const words = ["--input-type=module", "-e", script, compiledCommand, ...args];
  const parent = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  parent.stdout.on("data", (chunk) => {
    text += chunk;
  });
  const [exitCode, signal] = await once(parent, "close");
  return { exitCode, signal, pid: Number(text) };
}

const early = `
const { ChildProcess } = await import("node:child_process");
const { Command } = await import(process.argv[1]);
const { spawn } = ChildProcess.prototype;
ChildProcess.prototype.spawn = function (options) {
  const result = spawn.call(this, options);
  process.stdout.write(this.pid + "\\n");
  process.kill(process.pid, "SIGINT");
  return result;
};
await new Command("sleep", ["100"]).inheritedFds("pass").run();
`;

test("a signal that comes while a command is being started leaves nothing behind", async () => {
  const { signal, pid } = await outcomeOf(early);
  expect(signal).toBe("SIGINT");
  expect(isAlive(pid)).toBe(false);
});

const shared = `
const { execa } = await import(process.argv[2]);
const { Command } = await import(process.argv[1]);
void execa("sleep", ["100"]).catch(() => {});
const child = await new Command("sleep", ["100"]).start();
process.stdout.write(child.pid + "\\n");
process.kill(process.pid, "SIGINT");
await child.wait();
`;

test("others who clear up at a signal do not keep this process from being ended by it", async () => {
  const { signal, pid } = await outcomeOf(shared, import.meta.resolve("execa"));
  expect(signal).toBe("SIGINT");
  expect(isAlive(pid)).toBe(false);
});

const between = `
const { guardPlace } = await import(process.argv[1]);
const release = guardPlace({ end: async () => {}, endNow() {} });
process.kill(process.pid, "SIGTERM");
release();
setTimeout(() => process.stdout.write("1\\n"), 5000);
`;

test("a signal that comes just as a command is over ends this process all the same", async () => {
  expect(await outcomeOf(between)).toEqual({ exitCode: null, signal: "SIGTERM", pid: 0 });
});

const late = `
const { Command } = await import(process.argv[1]);
const begin = async () => process.stdout.write((await new Command("sleep", ["100"]).start()).pid + "\\n");
const onLine = () => {
  process.kill(process.pid, "SIGINT");
  setTimeout(begin, 50);
};
await new Command("sh", ["-c", "trap '' TERM; echo up; while :; do sleep 0.05; done"]).killGrace(300).stdout(onLine).run();
`;

test("nothing is begun any more while a signal ends this process", async () => {
  expect(await outcomeOf(late)).toEqual({ exitCode: null, signal: "SIGINT", pid: 0 });
});

test("an exit of this process takes the commands along", async () => {
  const script = victim.replace(".run()", ".start(); setTimeout(() => process.exit(0), 500)");
  const args = ["--input-type=module", "-e", script, compiledCommand];
  const parent = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  parent.stdout.on("data", (chunk) => {
    text += chunk;
  });
  await once(parent, "close");
  const pids = text.trim().split("\n").map(Number);
  expect(pids).toHaveLength(2);
  // Nobody waits for what was killed at the very end.
  while (pids.some(isAlive)) await new Promise((resolve) => setImmediate(resolve));
});
