import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync } from "node:fs";
import { totalmem } from "node:os";
import { join } from "node:path";
import { describe, expect } from "@jest/globals";
import { getExecutor, type SandboxConfig } from "../../src/sandbox/index.js";
import { failureOf } from "../command/helper.js";
import { rooted } from "./support/backends.js";
import { useRootFolder } from "./support/root-folder.js";

const { root, scratch } = useRootFolder();

/** A program that tells whether it could write to a file, and what it found. */
const tryToWrite = (path: string) => ["sh", "-c", `echo written > ${path} && echo wrote`];

describe.each(rooted)("$title", ({ name, test, use }) => {
  const files = use({ root, scratch });
  const executor = getExecutor(name);
  const run = (command: readonly string[], config: SandboxConfig = {}) =>
    executor.runSandbox(command, { ...files, env: { PATH: "/bin" }, ...config });
  const writes = async (path: string, config: SandboxConfig) => {
    const { exitCode, stdout } = await run(tryToWrite(path), config);
    expect([exitCode === 0, stdout]).toEqual([exitCode === 0, exitCode === 0 ? "wrote\n" : ""]);
    return exitCode === 0;
  };

  test("output is captured, and is null where it is discarded", async () => {
    expect(await run(["echo", "xyzzy"])).toEqual({ exitCode: 0, stdout: "xyzzy\n", stderr: "" });
    expect(await run(["sh", "-c", "echo a; echo b >&2; exit 3"])).toEqual({
      exitCode: 3,
      stdout: "a\n",
      stderr: "b\n",
    });
    expect(await run(["echo", "xyzzy"], { stdout: "null", stderr: "null" })).toEqual({
      exitCode: 0,
      stdout: null,
      stderr: null,
    });
  });

  test("output is had as bytes", async () => {
    const config = { ...files, env: { PATH: "/bin" }, stdout: "buffer", stderr: "buffer" } as const;
    const { stdout, stderr } = await executor.runSandbox(["sh", "-c", "printf '\\377\\0'; printf x >&2"], config);
    expect([stdout?.equals(Buffer.from([255, 0])), stderr?.toString("latin1")]).toEqual([true, "x"]);
  });

  test("a session's commands have the outputs that it was opened with, captured unless it names others", async () => {
    const both = ["sh", "-c", "echo a; echo b >&2"];
    const opened = { ...files, env: { PATH: "/bin" } };
    const plain = await executor.open(opened);
    try {
      expect(await plain.command(both).run()).toMatchObject({ stdout: "a\n", stderr: "b\n" });
      expect(await plain.command(both).stdout("null").run()).toMatchObject({ stdout: "", stderr: "b\n" });
    } finally {
      await plain.close();
    }
    const path = join(scratch, `${name}.session`);
    const fd = openSync(path, "w");
    const other = await executor.open({ ...opened, stdout: "buffer", stderr: fd } as const);
    try {
      const { stdout, stderr } = await other.command(both).run();
      expect([stdout.equals(Buffer.from("a\n")), stderr]).toEqual([true, ""]);
      expect((await other.command(both).stderr("capture").run()).stderr).toBe("b\n");
    } finally {
      await other.close();
      closeSync(fd);
    }
    expect(readFileSync(path, "utf8")).toBe("b\n");
  });

  test("output goes to a file, and the exit code comes back", async () => {
    const path = join(scratch, `${name}.out`);
    const fd = openSync(path, "w");
    const config = { ...files, env: { PATH: "/bin" }, stdout: fd, stderr: fd } as const;
    expect(await executor.runSandboxWithRedirection(["sh", "-c", "echo a; echo b >&2; exit 7"], config)).toBe(7);
    closeSync(fd);
    expect(readFileSync(path, "utf8")).toBe("a\nb\n");
  });

  test("a command starts in the folder that was asked for", async () => {
    expect((await run(["pwd"], { cwd: "/data/1" })).stdout).toBe("/data/1\n");
    expect((await run(["pwd"])).stdout).toBe("/\n");
  });

  test("a command starts in the workspace, unless another folder was asked for", async () => {
    const workspace = join(scratch, `${name}-work`);
    mkdirSync(workspace, { recursive: true });
    expect((await run(["pwd"], { workspace })).stdout).toBe(`${workspace}\n`);
    expect((await run(["pwd"], { workspace, cwd: "/data" })).stdout).toBe("/data\n");
    const session = await executor.open({ ...files, workspace });
    try {
      expect((await session.command(["pwd"]).stdout("capture").run()).stdout).toBe(`${workspace}\n`);
    } finally {
      await session.close();
    }
  });

  test("a command has the environment that was asked for, and no more", async () => {
    const { stdout } = await run(["env"], { env: { PATH: "/bin", A: "x y\n'z'" } });
    // A shell or an engine may set its own.
    const others = /^(PWD|SHLVL|HOME|HOSTNAME|TERM|container|FORGEXEC_SANDBOX_COMMAND)=.*\n/gm;
    expect(stdout?.replace(others, "").split("\n").sort()).toEqual(["", "'z'", "A=x y", "PATH=/bin"]);
  });

  test("a signal that ends the command is told as a shell would", async () => {
    // By the kernel: AppArmor keeps some of Debian's containers from kill(2).
    const { exitCode, stderr } = await run(["sh", "-c", "ulimit -t 1; while :; do :; done"]);
    expect([exitCode, stderr]).toEqual([137, ""]);
  });

  test("a command that is not there is an error of its own, and so is one that cannot be executed", async () => {
    expect(await failureOf(run(["no-such-program"]))).toMatchObject({
      name: "CommandError",
      reason: "not-found",
      exitCode: 127,
    });
    expect(await failureOf(run(["/data/canary"]))).toMatchObject({ reason: "not-executable", exitCode: 126 });
    // A program's own 127 is no such error.
    expect((await run(["sh", "-c", "exit 127"])).exitCode).toBe(127);
  });

  test("what is too long for the system is told of as that, with the command's own words alone", async () => {
    const long = "x".repeat(200_000);
    const session = await executor.open({ ...files, env: { PATH: "/bin" } });
    try {
      const error = await failureOf(session.command(["env"]).env("PATH", "/bin").env("LONG", long).run());
      expect(error).toMatchObject({ reason: "spawn", command: "env", cause: { code: "E2BIG" } });
      expect(error.message).toMatch(/^env: its arguments and environment are too long for the system \(E2BIG\)/);
    } finally {
      await session.close();
    }
    const error = await failureOf(run(["env"], { env: { PATH: "/bin", LONG: long } }));
    expect(error.reason).toBe("spawn");
    expect(error.message).toMatch(/too long/);
    expect(error.message.length).toBeLessThan(500);
  });

  test("a time-out ends the command with all that it started", async () => {
    const error = await failureOf(run(["sh", "-c", "sleep 1000 & sleep 1000"], { limits: { timeout: 1500 } }));
    expect(error).toMatchObject({ reason: "timeout", timedOut: true });
  });

  test("proc can be mounted", async () => {
    const { stdout } = await run(["sh", "-c", "[ -d /proc/self ] && echo there"], {
      extraMounts: [{ type: "proc", target: "/proc" }],
    });
    expect(stdout).toBe("there\n");
  });

  test("a tmpfs has the size that was asked for, however that is written", async () => {
    const sizeOf = async (size: string) => {
      const extraMounts = [{ type: "tmpfs", target: "/small", options: `size=${size}` }] as const;
      return Number((await run(["stat", "-f", "-c", "%b", "/small"], { extraMounts })).stdout);
    };
    const pages = await sizeOf("2m");
    expect(pages).toBe((2 * 1024 * 1024) / 4096);
    expect(await sizeOf("2MiB")).toBe(pages);
    expect(Math.abs(((await sizeOf("10%")) * 4096) / totalmem() - 0.1)).toBeLessThan(0.01);
  });

  test("a tmpfs can be mounted, with options, and is gone afterwards", async () => {
    const extraMounts = [{ type: "tmpfs", target: "/new/place", options: "size=1m,mode=1777" }] as const;
    const script = "echo x > /new/place/x && cat /bin/busybox > /new/place/y || echo full; ls -ld /new/place";
    const { stdout } = await run(["sh", "-c", script], { extraMounts });
    expect(stdout).toMatch(/^full\ndrwxrwxrwt/);
    expect(existsSync(join(root, "new/place/x"))).toBe(false);
  });

  test("a tmpfs is everybody's unless it has a mode", async () => {
    const extraMounts = [{ type: "tmpfs", target: "/new/place" }] as const;
    expect((await run(["ls", "-ld", "/new/place"], { extraMounts })).stdout).toMatch(/^drwxrwxrwt/);
  });

  test("a folder of this machine can be mounted, also read-only", async () => {
    const mount = (options: string) =>
      ({ extraMounts: [{ type: "bind", source: scratch, target: "/mnt", options }] }) as const;
    expect(await writes(`/mnt/${name}.bound`, mount(""))).toBe(true);
    expect(readFileSync(join(scratch, `${name}.bound`), "utf8")).toBe("written\n");
    expect(await writes(`/mnt/${name}.read-only`, mount("ro"))).toBe(false);
  });

  test("a mount that fails is an error of its own, and nothing has run", async () => {
    const source = join(scratch, "missing");
    const config = { extraMounts: [{ type: "bind", source, target: "/mnt" }] } as const;
    expect(await failureOf(run(tryToWrite("/ran"), config))).toMatchObject({ reason: "mount" });
    expect(existsSync(join(root, "ran"))).toBe(false);
  });

  test("no path is writable", async () => {
    expect(await writes("/data/1/file", { filesystemWritablePaths: "none" })).toBe(false);
    expect(await writes("/data/canary", { filesystemWritablePaths: "none" })).toBe(false);
  });

  test("some paths are writable, and the others are not", async () => {
    const some = { filesystemWritablePaths: ["/data/1"] };
    expect(await writes("/data/1/file", some)).toBe(true);
    expect(await writes("/data/canary", some)).toBe(false);
    expect(await writes("/file", some)).toBe(false);
    expect(readFileSync(join(root, "data/canary"), "utf8")).toBe("untouched\n");
  });

  test("a path that is listed is writable in a mount with the option ro, which stays read-only else", async () => {
    const source = join(scratch, `${name}-source`);
    mkdirSync(join(source, "part"), { recursive: true });
    const mountedAt = (target: string, ...filesystemWritablePaths: readonly string[]): SandboxConfig => ({
      extraMounts: [{ type: "bind", source, target, options: "ro" }],
      filesystemWritablePaths,
    });
    expect(await writes("/mnt/part/file", mountedAt("/mnt", "/mnt/part"))).toBe(true);
    expect(readFileSync(join(source, "part/file"), "utf8")).toBe("written\n");
    expect(await writes("/mnt/file", mountedAt("/mnt", "/mnt/part"))).toBe(false);
    expect(await writes("/mnt/file", mountedAt("/mnt", "/mnt"))).toBe(true);
    expect(await writes("/data/1/file", mountedAt("/data/1", "/data"))).toBe(false);
  });

  test("all paths are writable", async () => {
    expect(await writes("/data/1/file", { filesystemWritablePaths: "all" })).toBe(true);
    expect(await writes("/data/1/file", {})).toBe(true);
  });

  test("a mount point that is no writable path is not writable", async () => {
    const extraMounts = [{ type: "tmpfs", target: "/data" }] as const;
    expect(await writes("/data/file", { filesystemWritablePaths: "none", extraMounts })).toBe(false);
  });

  test("a mount point that is a writable path is writable", async () => {
    const extraMounts = [{ type: "tmpfs", target: "/data" }] as const;
    expect(await writes("/data/file", { filesystemWritablePaths: ["/data"], extraMounts })).toBe(true);
    expect(readdirSync(join(root, "data"))).not.toContain("file");
  });

  test("a link in a mount's target leads nowhere out of the root", async () => {
    const outside = join(scratch, `${name}-outside`);
    await run(["sh", "-c", `ln -sfn ${outside} /escape; ln -sfn ../../../../../..${outside} /climb`]);
    for (const target of ["/escape", "/climb"]) {
      const { stdout } = await run(["sh", "-c", `echo x > ${target}/file && cat ${target}/file`], {
        extraMounts: [{ type: "tmpfs", target }],
      });
      expect(stdout).toBe("x\n");
      expect(existsSync(outside)).toBe(false);
    }
  });

  test("what cannot be done is refused by its key, before anything runs", async () => {
    const config = { filesystemRoot: root, image: "x", limits: { timeout: 1 } };
    const error = await failureOf(executor.runSandbox(tryToWrite("/ran"), config));
    // docker has no roots but images.
    const lacks = name === "container" && "image" in files ? "filesystemRoot" : "image";
    expect(error.reason).toBe(name === "container" && lacks === "image" ? "invalid" : "unsupported");
    expect(error.message).toContain(lacks);
    expect(existsSync(join(root, "ran"))).toBe(false);
  });
});
