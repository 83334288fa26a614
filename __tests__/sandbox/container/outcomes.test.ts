import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect } from "@jest/globals";
import { describeImage, getExecutor } from "../../../src/sandbox/index.js";
import { failureOf } from "../../command/helper.js";
import { engines } from "./engines.js";
import { IMAGE, USER_IMAGE } from "./images.js";

describe.each(engines)("$title", ({ name, test, use }) => {
  use();
  const sandbox = getExecutor("container");
  const sh = (script: string) => ["sh", "-c", script];

  test("a command's output and exit code are its own", async () => {
    const result = await sandbox.runSandbox(sh("echo out; echo err >&2; exit 3"), { image: IMAGE });
    expect(result).toEqual({ exitCode: 3, stdout: "out\n", stderr: "err\n" });
  });

  test("outputs can go elsewhere, and input comes from where it is set", async () => {
    const lines: string[] = [];
    const discarded = await sandbox.runSandbox(sh("echo a; echo b; echo c >&2"), {
      image: IMAGE,
      stdout: (line) => lines.push(line),
      stderr: "null",
    });
    expect(discarded).toEqual({ exitCode: 0, stdout: null, stderr: null });
    expect(lines).toEqual(["a", "b"]);
    const session = await sandbox.open({ image: IMAGE });
    try {
      const read = await session.command(["cat"]).stdin("typed\n").stdout("capture").run();
      const none = await session.command(["cat"]).stdout("capture").run();
      expect([read.stdout, none.stdout]).toEqual(["typed\n", ""]);
      const again = await session.command(sh("echo again > /dev/stderr")).stderr("capture").run();
      expect(again.stderr).toBe("again\n");
    } finally {
      await session.close();
    }
  });

  test("a signal reaches a command, whose exit code is 128 + its number unless it does otherwise", async () => {
    const session = await sandbox.open({ image: IMAGE });
    const signalled = async (script: string, signal: NodeJS.Signals) => {
      const child = await session.command(sh(script)).stdout("pipe").allowFailure().start();
      await new Promise((resolve) => child.stdout?.once("data", resolve));
      await child.signal(signal);
      return (await child.wait()).status;
    };
    try {
      expect(await signalled("echo up; exec sleep 600", "SIGHUP")).toBe(129);
      expect(await signalled("trap 'exit 3' INT; sleep 600 & echo up; wait", "SIGINT")).toBe(3);
    } finally {
      await session.close();
    }
  });

  test.each([125, 126, 127, 137])("an exit code of %d is the command's own", async (code) => {
    expect(await sandbox.runSandbox(sh(`exit ${code}`), { image: IMAGE })).toMatchObject({ exitCode: code });
  });

  test("what cannot be started is told by its own reason, and not in the engine's words", async () => {
    const session = await sandbox.open({ image: IMAGE });
    try {
      const run = (argv: string[], cwd = "/") => failureOf(session.command(argv).cwd(cwd).stderr("capture").run());
      const missing = await run(["no-such-program"]);
      expect(missing).toMatchObject({ reason: "not-found", exitCode: 127, status: 127 });
      expect(missing).toMatchObject({
        message: "no-such-program: no-such-program was not found in the container",
        stdout: "",
        stderr: "",
      });
      // Whatever becomes of its outputs.
      expect(await failureOf(session.command(["no-such-program"]).run())).toMatchObject({ reason: "not-found" });
      const fd = openSync("/dev/null", "w");
      expect(await failureOf(session.command(["no-such-program"]).stdout(fd).stderr(fd).run())).toMatchObject({
        reason: "not-found",
      });
      closeSync(fd);
      expect(missing.cause).toMatchObject({ code: "ENOENT", syscall: "execvp", path: "no-such-program" });
      expect(await run(["/etc"])).toMatchObject({ reason: "not-executable", status: 126 });
      const data = await run(["/etc/passwd"]);
      expect(data).toMatchObject({ reason: "not-executable", cause: { code: "EACCES", path: "/etc/passwd" } });
      expect(await run(["true"], "/no/such/folder")).toMatchObject({
        reason: "spawn",
        message: "true: the working directory /no/such/folder is not there in the container",
        exitCode: null,
        status: 126,
        cause: { code: "ENOENT", syscall: "chdir", path: "/no/such/folder" },
      });
      expect(await run(["true"], "/etc/passwd")).toMatchObject({ reason: "spawn", cause: { code: "ENOTDIR" } });
      const own = await run(sh("echo Error: mine >&2; exit 1"));
      expect(own).toMatchObject({ reason: "exit", exitCode: 1, stderr: "Error: mine\n" });
    } finally {
      await session.close();
    }
  });

  test("an image that is not there is an error before anything runs", async () => {
    const never = await failureOf(sandbox.runSandbox(["true"], { image: "localhost/no-such-image:9", pull: "never" }));
    expect(never).toMatchObject({ reason: "spawn", pid: null });
    expect(never.message).toContain("the image localhost/no-such-image:9 is not on this machine, and pull is never");
    const bad = await failureOf(sandbox.open({ image: "--privileged" }));
    expect(bad).toMatchObject({ reason: "invalid" });
    expect(bad.message).toContain('"--privileged", which is no name of a container image');
  });

  test("what an image says of itself is known before it runs", async () => {
    expect(await describeImage(USER_IMAGE, { pull: "never" })).toMatchObject({ user: "4321:4322" });
    const { id, environment } = await describeImage(IMAGE);
    expect([id.length, environment]).toEqual([71, { FROM_IMAGE: "yes" }]);
    const stopped = describeImage("127.0.0.1:1/no/image:1", { signal: AbortSignal.abort() });
    expect(await failureOf(stopped)).toMatchObject({ reason: "aborted" });
  });

  test("an image that cannot be pulled is an error with the engine's words", async () => {
    const error = await failureOf(sandbox.runSandbox(["true"], { image: "127.0.0.1:1/no/image:1" }));
    expect(error).toMatchObject({ reason: "spawn", pid: null });
    expect(error.message).toContain(`${name} could not pull it`);
    expect(error.message).toContain("connection refused");
  });

  test("outputs can be descriptors", async () => {
    const folder = mkdtempSync(join(tmpdir(), "forgexec-outputs-"));
    const fd = openSync(join(folder, "both"), "w");
    const options = { image: IMAGE, stdout: fd, stderr: fd };
    expect(await sandbox.runSandboxWithRedirection(sh("echo out; echo err >&2; exit 4"), options)).toBe(4);
    closeSync(fd);
    expect(readFileSync(join(folder, "both"), "utf8").split("\n").sort()).toEqual(["", "err", "out"]);
    rmSync(folder, { recursive: true });
  });

  test("where both outputs are one, their order is kept", async () => {
    const session = await sandbox.open({ image: IMAGE });
    const folder = mkdtempSync(join(tmpdir(), "forgexec-joined-"));
    const path = join(folder, "both");
    try {
      const count = 300;
      const script = `i=0; while [ $i -lt ${count} ]; do echo out $i; echo err $i >&2; i=$((i+1)); done`;
      const expected = Array.from({ length: count }, (_, at) => `out ${at}\nerr ${at}\n`).join("");
      const command = () => session.command(sh(script));
      expect((await command().stdout("capture").stderr("stdout").run()).stdout).toBe(expected);
      const fd = openSync(path, "w");
      await command().stdout(fd).stderr(fd).run();
      closeSync(fd);
      expect(readFileSync(path, "utf8")).toBe(expected);
      const apart = await command().stdout("capture").stderr("capture").run();
      expect(apart.stdout + apart.stderr).not.toMatch(/err .*\nout/);
    } finally {
      await session.close();
      rmSync(folder, { recursive: true });
    }
  });

  test("where both outputs are one, a command that cannot be started is told as any", async () => {
    const session = await sandbox.open({ image: IMAGE });
    try {
      const joined = (argv: string[], cwd = "/") =>
        session.command(argv).cwd(cwd).stdout("capture").stderr("stdout").allowFailure().run();
      expect(
        await failureOf(session.command(["no-such-program"]).stdout("capture").stderr("stdout").run()),
      ).toMatchObject({ reason: "not-found", exitCode: 127 });
      expect(await joined(["/no/such/program"])).toMatchObject({ reason: "not-found" });
      expect(await joined(["/etc"])).toMatchObject({ reason: "not-executable", exitCode: 126 });
      expect(await joined(["/etc/passwd"])).toMatchObject({ reason: "not-executable", exitCode: 126 });
      expect(await joined(["true"], "/no/such/folder")).toMatchObject({ reason: "spawn" });
      expect(await joined(sh("echo gone; exit 127"))).toMatchObject({
        reason: "exit",
        exitCode: 127,
        stdout: "gone\n",
      });
      expect(await joined(["env", "-i", "./bin/env"])).toMatchObject({ exitCode: 0, stdout: "" });
    } finally {
      await session.close();
    }
  });

  test("a configuration that makes no container is refused by its key", async () => {
    const refused = (config: object) =>
      failureOf(sandbox.open(config)).then(({ reason, message }) => `${reason} ${message}`);
    expect(await refused({})).toMatch(/^invalid .*image/);
    // docker runs images only.
    const both =
      name === "podman"
        ? /^invalid .*not from both/
        : /^unsupported .*filesystemRoot "\/srv" here: docker runs images only\. podman can do it/;
    expect(await refused({ image: IMAGE, filesystemRoot: "/srv" })).toMatch(both);
    const waits = sandbox.capabilities.limits.includes("noOomKill");
    expect(await refused({ image: IMAGE, limits: { noOomKill: true } })).toMatch(
      waits ? /^invalid .*noOomKill/ : /^unsupported .*noOomKill/,
    );
    expect(await refused({ image: IMAGE, ports: [{ host: 1, sandbox: 1 }], network: "isolated" })).toMatch(
      /^invalid .*ports/,
    );
    const proc = { type: "proc", target: "/elsewhere" };
    expect(await refused({ image: IMAGE, extraMounts: [proc] })).toMatch(/^unsupported .*\/elsewhere/);
    const bind = { type: "bind", source: "/no/such/source", target: "/mnt" };
    expect(await refused({ image: IMAGE, extraMounts: [bind] })).toMatch(
      /^mount .*\/no\/such\/source cannot be mounted: it is not there/,
    );
  });

  test("what a container cannot do for a command is refused by name", async () => {
    const session = await sandbox.open({ image: IMAGE });
    try {
      const command = session.command(["true"]);
      command.sendBuffer("x");
      expect(await failureOf(command.run())).toMatchObject({ reason: "unsupported" });
      const umask = await failureOf(session.command(["true"]).umask(0o77).run());
      expect(umask.message).toBe("true: umask is not to be had in a container");
    } finally {
      await session.close();
    }
  });

  test("a time limit ends the whole tree, and what it still writes is taken", async () => {
    const session = await sandbox.open({ image: IMAGE, limits: { timeout: 1500 } });
    try {
      const waits = sh("trap 'echo ended; exit 1' TERM; sleep 1000 & echo started; wait");
      const error = await failureOf(session.command(waits).stdout("capture").killGrace(60_000).run());
      expect(error).toMatchObject({ reason: "timeout", timedOut: true });
      expect(error.stdout).toBe("started\nended\n");
      const { stdout } = await session.command(["ps", "-o", "args"]).timeout(60_000).stdout("capture").run();
      expect(stdout).not.toContain("sleep 1000");
    } finally {
      await session.close();
    }
  });

  test("an aborted command is over inside too, and its session goes on", async () => {
    const session = await sandbox.open({ image: IMAGE });
    try {
      const lines = new PassThrough();
      const child = await session.command(sh("sleep 1000 & (sleep 1001 &) ; echo up; wait")).stdout(lines).start();
      await new Promise((resolve) => lines.once("data", resolve));
      await child.abort();
      await expect(child.wait()).rejects.toMatchObject({ reason: "aborted" });
      const { stdout } = await session.command(["ps", "-o", "args"]).stdout("capture").run();
      expect(stdout).not.toContain("sleep");
    } finally {
      await session.close();
    }
  });

  test("a session that has ended says so", async () => {
    const session = await sandbox.open({ image: IMAGE });
    await Promise.all([session.close(), session.close()]);
    const late = await failureOf(session.command(["true"]).stderr("capture").run());
    expect([late.reason, late.message, late.exitCode, late.status]).toEqual([
      "spawn",
      "true: the sandbox is not open any more",
      null,
      126,
    ]);
  });
});
