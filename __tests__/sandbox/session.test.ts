import { mkdirSync, openSync, readFileSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect } from "@jest/globals";
import { getExecutor, type SandboxConfig, type SandboxSession } from "../../src/sandbox/index.js";
import { failureOf } from "../command/helper.js";
import { local } from "./support/local.js";
import { limitsWork, sandboxesWork } from "./support/machine.js";
import { useRootFolder } from "./support/root-folder.js";

const { root, scratch } = useRootFolder();
// Where no mount point has to be made, bubblewrap starts a command that is alone itself.
beforeAll(() => {
  if (sandboxesWork) mkdirSync(join(root, "proc"));
});

/** What the kernel says of a process's rights, its control groups and its namespaces. */
const rightsOf = (pid: string) =>
  [
    `grep -E '^(Uid|Gid|Groups|Cap...|NoNewPrivs|Seccomp|Seccomp_filters):' /proc/${pid}/status`,
    `cat /proc/${pid}/cgroup`,
    `for ns in cgroup ipc mnt net pid user uts time; do readlink /proc/${pid}/ns/$ns; done`,
  ].join("; ");
const rights = rightsOf("self");

describe.each(local)("$name", ({ name, test }) => {
  const executor = getExecutor(name);
  const inside = async <T>(config: SandboxConfig, use: (session: SandboxSession) => Promise<T>): Promise<T> => {
    const session = await executor.open(config);
    try {
      return await use(session);
    } finally {
      await session.close();
    }
  };
  const output = async (session: SandboxSession, script: string) =>
    (await session.command(["sh", "-c", script]).stdout("capture").stderr("stdout").allowFailure().run()).stdout;
  const config: SandboxConfig = {
    filesystemRoot: root,
    env: { PATH: "/bin" },
    extraMounts: [{ type: "proc", target: "/proc" }],
  };

  const isolated: SandboxConfig = name === "bubblewrap" ? { network: "isolated", mounts: "isolated" } : {};
  /** Root's standard rights, fewer, none, more than that; limits, and other ways to be restricted. */
  const restrictions: readonly [string, SandboxConfig][] = [
    ["nothing else", {}],
    ["capabilities dropped and a limit", { capabilities: { drop: ["chown", "setuid"] }, limits: { pids: 50 } }],
    ["no capability", { capabilities: { drop: ["all"] }, filesystemWritablePaths: "none", ...isolated }],
    ["capabilities added", { capabilities: { add: ["net_raw", "sys_ptrace"] }, ...isolated }],
    ["all limits", { limits: { memory: "512MiB", cpus: 1, pids: 50, openFiles: 99, timeout: "1m" }, ...isolated }],
  ];

  test.each(restrictions.filter(([, { limits }]) => limitsWork || !limits))(
    "a later command has just the rights of the first, with %s",
    async (_, restriction) => {
      const tight = { ...config, ...restriction };
      const alone = (await executor.runSandbox(["sh", "-c", rights], tight)).stdout;
      await inside(tight, async (session) => {
        const first = await output(session, rights);
        await output(session, "sh -c 'exit 3'");
        expect(await output(session, rights)).toBe(first);
        const same = restriction.capabilities ? comparable : (text: string) => comparable(unused(text));
        expect(same(first)).toBe(same(alone ?? ""));
        // Process 2 is what bubblewrap itself started.
        if (name === "bubblewrap") expect(unused(await output(session, rightsOf("2")))).toBe(unused(first));
        const privileges = name === "bubblewrap" || restriction.capabilities?.drop ? "1" : "0";
        expect(first).toMatch(new RegExp(`^NoNewPrivs:\t${privileges}$`, "m"));
        if (name === "bubblewrap") expect(first).toMatch(/^Seccomp:\t2$/m);
        const bounding = BigInt(`0x${/CapBnd:\t(\w+)/.exec(first)?.[1]}`);
        const dropped = restriction.capabilities?.drop?.includes("all") ? bounding : 1n | (1n << 7n);
        if (restriction.capabilities?.drop) expect(bounding & dropped).toBe(0n);
        for (const added of restriction.capabilities?.add ? [13n, 19n] : []) expect((bounding >> added) & 1n).toBe(1n);
        for (const set of ["CapPrm", "CapEff"])
          expect(first).toContain(`${set}:\t${bounding.toString(16).padStart(16, "0")}`);
        // Where it has a namespace for them, its own group is the root of all that it sees.
        const path = /:pids:(.*)$/m.exec(first) ?? /^0::(.*)$/m.exec(first);
        if (restriction.limits) expect(path?.[1]).toMatch(name === "chroot" ? /\/forgexec-/ : /^\/$/);
      });
    },
  );

  test("commands of a session share its namespaces, and none is this process's", async () => {
    await inside(config, async (session) => {
      const pid = (await output(session, "readlink /proc/self/ns/pid; readlink /proc/self/ns/mnt")).split("\n");
      for (const [index, kind] of ["pid", "mnt"].entries()) {
        expect(pid[index]).not.toBe(readlinkSync(`/proc/self/ns/${kind}`));
      }
      await output(session, "sleep 1000 & echo started");
      expect(await output(session, "ps -o args")).toContain("sleep 1000");
    });
  });

  test("with this machine's own root, and a proc of its own there, commands are held as well", async () => {
    const own: SandboxConfig = {
      cwd: "/",
      env: { PATH: "/usr/bin:/bin" },
      extraMounts: [{ type: "proc", target: "/proc" }],
      filesystemWritablePaths: "none",
    };
    await inside(own, async (session) => {
      const seen = await output(
        session,
        `readlink /proc/self/ns/pid /proc/self/ns/mnt; touch ${scratch}/made; ls /proc`,
      );
      for (const kind of ["pid", "mnt"]) expect(seen).not.toContain(readlinkSync(`/proc/self/ns/${kind}`));
      expect(seen).toContain("Read-only file system");
      expect(seen).not.toMatch(new RegExp(`^${process.pid}$`, "m"));
    });
  });

  test("stdio is what it is for any command: real pipes, descriptors, lines, input", async () => {
    await inside(config, async (session) => {
      expect(await output(session, "echo a > /proc/self/fd/1; echo b | tee /proc/self/fd/2 > /proc/self/fd/1")).toMatch(
        /a\nb\n/,
      );
      const echoed = await session.command(["cat"]).stdin("text in\n").stdout("capture").run();
      expect(echoed.stdout).toBe("text in\n");
      const lines: string[] = [];
      for await (const line of session.command(["sh", "-c", "echo one; echo two"]).lines()) lines.push(line);
      expect(lines).toEqual(["one", "two"]);
      const path = join(scratch, `${name}.txt`);
      const fd = openSync(path, "w");
      await session.command(["sh", "-c", "echo to a file; echo and this >&2"]).stdout(fd).stderr(fd).run();
      expect(readFileSync(path, "utf8")).toBe("to a file\nand this\n");
      const passing = session.command(["sh", "-c", "cat <&3; ls /proc/self/fd | wc -l"]);
      expect(passing.sendBuffer("sent")).toBe(3);
      // Standard ones, the pipe, and the folder that is listed.
      expect((await passing.stdout("capture").run()).stdout).toBe("sent5\n");
    });
  });

  test("environment, working directory, umask and limits are what a command asks for, else what the sandbox has", async () => {
    await inside(
      { ...config, env: { PATH: "/bin", A: "sandbox" }, cwd: "/data", limits: { openFiles: 99 } },
      async (session) => {
        expect(await output(session, "echo $A; pwd; ulimit -n")).toBe("sandbox\n/data\n99\n");
        const own = session
          .command(["sh", "-c", "echo $A $B; pwd; umask; ulimit -n"])
          .env("B", "own")
          .cwd("/data/1")
          .umask(0o27);
        expect((await own.limits({ openFiles: 55 }).stdout("capture").run()).stdout).toBe("own\n/data/1\n0027\n55\n");
      },
    );
  });

  test("a hostile environment changes no helper, only the command", async () => {
    await inside(config, async (session) => {
      const trap = join(scratch, "Trap.pm");
      writeFileSync(trap, "package Trap; open my $f, '>', '/tmp/forgexec-trap'; 1;");
      const command = session
        .command(["env"])
        .env("PERL5OPT", "-MTrap")
        .env("PERL5LIB", scratch)
        .env("LD_PRELOAD", "/nowhere.so");
      const { stdout } = await command.stdout("capture").run();
      expect(stdout).toContain("PERL5OPT=-MTrap");
      rmSync(trap);
    });
  });

  test("a time-out, an abort and a failure are told as for any command", async () => {
    await inside(config, async (session) => {
      const sleeping = () => session.command(["sh", "-c", "sleep 1000 & sleep 1000"]).killGrace(200);
      expect(await failureOf(sleeping().timeout(100).run())).toMatchObject({ reason: "timeout" });
      const abort = new AbortController();
      const aborted = failureOf(sleeping().signal(abort.signal).run());
      abort.abort();
      expect(await aborted).toMatchObject({ reason: "aborted" });
      expect(await failureOf(session.command(["sh", "-c", "kill -TERM $$"]).run())).toMatchObject({
        reason: "signal",
        signal: "SIGTERM",
      });
      expect(
        await failureOf(session.command(["sh", "-c", "echo why >&2; exit 9"]).stderr("capture").run()),
      ).toMatchObject({ exitCode: 9, stderr: "why\n" });
      expect(await failureOf(session.command(["true"]).cwd("/nowhere").run())).toMatchObject({ reason: "spawn" });
      expect(await failureOf(session.command(["nothing-here"]).run())).toMatchObject({
        reason: "not-found",
        exitCode: 127,
      });
      // None of the sleepers is left.
      expect(await output(session, "ps -o args")).not.toContain("sleep 1000");
    });
  });

  test("a command that is asked to end may end in its own way", async () => {
    await inside(config, async (session) => {
      const script = "trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 1000 & wait; done";
      const child = await session.command(["sh", "-c", script]).stdout("pipe").start();
      let text = "";
      await new Promise<void>((resolve) =>
        child.stdout?.on("data", (chunk) => {
          text += chunk;
          resolve();
        }),
      );
      const over = new Promise((resolve) => child.stdout?.once("end", resolve));
      await child.abort();
      // Whoever reads a pipe does so at a pace of its own.
      await over;
      expect(text).toBe("up\nbye\n");
    });
  });

  test("what a command cannot have in a sandbox is refused by its name", async () => {
    await inside(config, async (session) => {
      const made = () => session.command(["true"]);
      const refused = {
        user: made().user({ uid: 1000 }),
        pidFile: made().pidFile(join(scratch, "pid")),
        preExec: made().preExec(["true"]),
        daemonize: made().daemonize().stdout("null").stderr("null"),
        clearCapabilities: made().clearCapabilities(),
        selinuxLabel: made().selinuxLabel("x"),
        appArmorProfile: made().appArmorProfile("x"),
      };
      for (const [method, command] of Object.entries({ ...refused, handshake: made().handshake() })) {
        const error = await failureOf(command.start());
        expect(error).toMatchObject({ reason: "unsupported" });
        expect(error.message).toContain(`${method} is not to be had`);
      }
    });
  });

  test("closing ends what still runs, is safe to repeat, and later commands say that it is closed", async () => {
    const session = await executor.open(config);
    const running = session.command(["sh", "-c", "echo up; exec sleep 1000"]).stdout("pipe").allowFailure();
    const child = await running.start();
    await new Promise((resolve) => child.stdout?.once("data", resolve));
    await session.close();
    await session.close();
    expect(await child.wait()).toMatchObject({ signal: "SIGKILL" });
    expect(await failureOf(session.command(["true"]).run())).toMatchObject({ reason: "spawn" });
  });
});

/** Namespaces are another sandbox's own, and so are the names of control groups. */
function comparable(text: string): string {
  return text.replace(/\[\d+\]/g, "[…]").replace(/forgexec-[\da-f-]+/g, "forgexec-…");
}

/**
 * What bubblewrap starts itself has a bounding set that no_new_privs
 * makes of no use (another test shows that), and as ambient what it has anyway.
 */
function unused(text: string): string {
  return text.replace(/Cap(Inh|Bnd|Amb):.*\n/g, "");
}
