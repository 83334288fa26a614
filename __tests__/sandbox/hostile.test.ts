import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { homedir, hostname, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { describe, expect } from "@jest/globals";
import { readProcess } from "../../src/command/index.js";
import { readPids } from "../../src/command/process-table.js";
import { getExecutor, recoverContainers, type SandboxConfig, type SandboxSession } from "../../src/sandbox/index.js";
import { compiledSources } from "../index-server/compiled.js";
import { local } from "./support/local.js";
import { testEverybodys as test, testSandboxes as testAsRoot } from "./support/machine.js";
import { useRootFolder } from "./support/root-folder.js";

const { root, scratch } = useRootFolder();
const executor = getExecutor("bubblewrap");
const TOKEN = `ghs_${Math.random().toString(36).slice(2)}`;

/** Each attempt is made by a command that is alone in its sandbox, and by a later one of an open sandbox. */
async function attempts(script: string, config: SandboxConfig = {}): Promise<readonly string[]> {
  const env = { PATH: "/usr/bin:/bin", LC_ALL: "C" };
  const whole = { cwd: scratch, env, ...config };
  const alone = await executor.runSandbox(["sh", "-c", script], { ...whole, stderr: "stdout" });
  const session = await executor.open(whole);
  try {
    await session.command(["true"]).run();
    return [alone.stdout ?? "", await later(session, script)];
  } finally {
    await session.close();
  }
}

async function later(session: SandboxSession, script: string): Promise<string> {
  return (await session.command(["sh", "-c", script]).stdout("capture").stderr("stdout").allowFailure().run()).stdout;
}

test("tokens of this process and of others are not to be found through /proc", async () => {
  const other = spawn("sleep", ["1000"], { env: { ...process.env, GITHUB_TOKEN: TOKEN }, stdio: "ignore" });
  try {
    await once(other, "spawn");
    const search = "cat /proc/*/environ /proc/*/cmdline /proc/*/task/*/environ 2> /dev/null | tr '\\0' '\\n'";
    for (const seen of await attempts(
      `${search}; ls -d /proc/[0-9]*; ls -l /proc/*/fd /proc/*/root /proc/*/cwd 2>&1`,
    )) {
      expect(seen).not.toContain(TOKEN);
      expect(seen).not.toContain(`/proc/${other.pid}\n`);
      expect(seen).not.toContain(`/proc/${process.pid}\n`);
      expect(seen).not.toMatch(/jest|FX_|node_modules/);
    }
  } finally {
    other.kill("SIGKILL");
  }
});

test("the home folder is not to be seen, but for what was named", async () => {
  const home = join(scratch, "home");
  mkdirSync(join(home, ".ssh"), { recursive: true });
  mkdirSync(join(home, "project"));
  writeFileSync(join(home, ".ssh/id"), TOKEN);
  writeFileSync(join(home, "project/file"), "named");
  const before = process.env.HOME;
  process.env.HOME = home;
  try {
    const script = `cat ${home}/.ssh/id; ls -a ${homedir()} ${home}; cat ${home}/project/file`;
    for (const seen of await attempts(script, { cwd: "/" })) {
      expect(seen).not.toContain(TOKEN);
      expect(seen).not.toMatch(/\.ssh\n|named/);
    }
    for (const named of [
      { cwd: join(home, "project") },
      { cwd: "/", filesystemWritablePaths: [join(home, "project")] },
    ]) {
      for (const seen of await attempts(script, named)) {
        expect(seen).toMatch(/named$/);
        expect(seen).not.toContain(TOKEN);
      }
    }
  } finally {
    process.env.HOME = before;
  }
});

test("what a command leaves where containers are noted has no program run outside, whatever it moved out of the way", async () => {
  const state = join(scratch, "noted/state");
  const tools = join(scratch, "noted/tools");
  const place = join(scratch, "noted/forgexec-container-1-1-abcdef");
  mkdirSync(state, { recursive: true });
  mkdirSync(tools);
  writeFileSync(join(tools, "podman"), `#!/bin/sh\ntouch ${scratch}/noted/ran\n`, { mode: 0o755 });
  const note = JSON.stringify({
    place,
    engine: { name: "podman", variables: { PATH: `${tools}:/usr/bin:/bin` } },
    loan: null,
    machine: hostname(),
    owner: { pid: 999_999, start: "1", world: "x pid:[1]", since: 0 },
  });
  const forge = (folder: string) => `mkdir -p -m 700 ${folder} && echo "$NOTE" > ${folder}/${basename(place)}`;
  const uid = process.geteuid?.();
  const temporary = ["containers", "state"]
    .map((name) => join(tmpdir(), `forgexec-${name}-${uid}`))
    .filter((folder) => !existsSync(folder));
  const noted = `${state}/forgexec/containers`;
  const places = [...temporary, ...temporary.map((folder) => join(folder, "containers")), noted];
  const { XDG_STATE_HOME } = process.env;
  process.env.XDG_STATE_HOME = state;
  try {
    const script = `${places.map(forge).join("; ")}; mv ${state} ${state}-moved; ${forge(noted)}`;
    await attempts(script, { env: { PATH: "/usr/bin:/bin", NOTE: note } });
    expect(places.filter((folder) => !existsSync(join(folder, basename(place))))).toEqual([]);
    await recoverContainers();
    expect(existsSync(join(scratch, "noted/ran"))).toBe(false);
  } finally {
    for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
    if (XDG_STATE_HOME === undefined) delete process.env.XDG_STATE_HOME;
    else process.env.XDG_STATE_HOME = XDG_STATE_HOME;
  }
});

test("nothing outside of the writable paths is written, by whatever way", async () => {
  const open = join(scratch, "open");
  const shut = join(scratch, "shut");
  mkdirSync(open);
  mkdirSync(shut);
  writeFileSync(join(shut, "file"), "untouched");
  const ways = [
    `echo bad > ${shut}/file`,
    `echo bad > ${shut}/new`,
    `echo bad > ${open}/../shut/file`,
    `ln -s ${shut} ${open}/link; echo bad > ${open}/link/file`,
    `ln ${shut}/file ${open}/hard && echo bad > ${open}/hard`,
    `echo bad > /proc/self/root${shut}/file`,
    `echo bad > /proc/1/root${shut}/file`,
    `for p in /proc/[0-9]*; do echo bad > $p/root${shut}/file; echo bad > $p/cwd${shut}/file; done`,
    `mount -o remount,rw / && echo bad > ${shut}/file`,
    `mount --bind ${open} ${shut}`,
    `unshare -rm sh -c 'mount -o remount,rw,bind / ; echo bad > ${shut}/file'`,
    `umount -l ${open}; umount -l /proc`,
    `mv ${shut} ${shut}-moved; rm -rf ${shut}/file; chmod 777 ${shut}/file; touch -d 2001-01-01 ${shut}/file`,
    `mknod ${open}/disk b 254 0 && dd if=${open}/disk of=/dev/null count=1 && echo bad read the disk`,
    `nsenter -t 1 -m sh -c 'echo bad > ${shut}/file'`,
  ];
  const { mtimeMs } = statSync(join(shut, "file"));
  for (const seen of await attempts(
    `${ways.map((way) => `(${way}) 2>&1`).join("\n")}\necho done >> ${open}/done; rm -f ${open}/link ${open}/disk`,
    {
      filesystemWritablePaths: [open],
    },
  )) {
    expect(seen).not.toContain("bad read the disk");
    expect(readFileSync(join(shut, "file"), "utf8")).toBe("untouched");
    expect(statSync(join(shut, "file")).mtimeMs).toBe(mtimeMs);
    expect(existsSync(join(shut, "new"))).toBe(false);
  }
  expect(readFileSync(join(open, "done"), "utf8")).toBe("done\ndone\n");
});

testAsRoot(
  "root in the sandbox cannot change the programs that stand for it, nor this machine's settings",
  async () => {
    const programs = ["/usr/bin/bwrap", "/usr/bin/perl"].filter(existsSync);
    const before = programs.map((path) => statSync(path));
    // Only these: the sandbox may write this machine's other files here, and would.
    const theirs = "case $(readlink $p/exe) in */bwrap|*/perl)";
    const ways = [
      `for p in /proc/[0-9]*; do ${theirs} chmod 4777 $p/exe; touch $p/exe; echo x > $p/exe;; esac; done`,
      "echo h > /proc/sysrq-trigger; echo x > /sys/kernel/mm/ksm/run",
      "echo 9999999 > /sys/fs/cgroup/pids/pids.max; mkdir /sys/fs/cgroup/pids/x",
    ];
    await attempts(ways.map((way) => `(${way}) 2>&1`).join("\n"));
    const after = programs.map((path) => statSync(path));
    programs.forEach((path, index) => {
      chmodSync(path, before[index]?.mode ?? 0o755);
    });
    expect(after.map(({ mode, mtimeMs }) => [mode, mtimeMs])).toEqual(
      before.map(({ mode, mtimeMs }) => [mode, mtimeMs]),
    );
    expect(existsSync("/sys/fs/cgroup/pids/x")).toBe(false);
  },
);

testAsRoot("a command whose name leads to the helper's own file cannot change that file", async () => {
  const trap = join(scratch, "trap");
  const session = await executor.open({ cwd: scratch });
  try {
    await session.command(["ln", "-s", "/proc/self/exe", trap]).run();
    const path = realpathSync("/usr/bin/perl");
    const before = statSync(path);
    // It runs as the helper's program, in the sandbox, and can be looked at as any other process.
    const child = await session.command([trap, "-e", "$| = 1; print qq(up\\n); sleep 1000"]).stdout("pipe").start();
    await new Promise((resolve) => child.stdout?.once("data", resolve));
    const seen = await later(
      session,
      `for p in /proc/[0-9]*; do [ "$(readlink $p/exe)" = ${path} ] || continue; readlink $p/exe; chmod 4777 $p/exe; touch $p/exe; done`,
    );
    await child.kill();
    const after = statSync(path);
    chmodSync(path, before.mode);
    expect(seen).toContain(path);
    expect(seen).toContain("Read-only file system");
    expect([after.mode, after.mtimeMs]).toEqual([before.mode, before.mtimeMs]);
  } finally {
    await session.close();
  }
});

test("a listener of this machine is not reached from an isolated network, by address, name or abstract socket", async () => {
  let reached = 0;
  const server = createServer((socket) => {
    reached += 1;
    socket.end();
  });
  await new Promise<void>((resolve) => server.listen({ port: 0, host: "0.0.0.0" }, resolve));
  const { port } = server.address() as { port: number };
  const addresses = ["127.0.0.1", "0.0.0.0", "localhost", "$(hostname -I | cut -d' ' -f1)"];
  try {
    const script = addresses.map((address) => `busybox nc -w 1 ${address} ${port} < /dev/null`).join("; ");
    await attempts(`${script}; echo tried`, { network: "isolated" });
    expect(reached).toBe(0);
    // It would have been reached otherwise.
    await executor.runSandbox(["sh", "-c", script], { cwd: "/" });
    expect(reached).toBeGreaterThan(0);
  } finally {
    server.close();
  }
});

test("processes outside cannot be signalled, traced or joined", async () => {
  const other = spawn("sleep", ["1000"], { stdio: "ignore" });
  try {
    await once(other, "spawn");
    for (const seen of await attempts(`kill -9 ${other.pid}; kill -9 ${process.pid}; kill -9 -1; echo unreached`)) {
      expect(seen).toMatch(/No such process/);
    }
    expect(readProcess(other.pid ?? 0)?.zombie).toBe(false);
    for (const seen of await attempts(`nsenter -t ${other.pid} -a true && echo joined`))
      expect(seen).not.toContain("joined");
  } finally {
    other.kill("SIGKILL");
  }
});

test("a process that is left behind ends with its sandbox", async () => {
  // A number of its own to know it by.
  const seconds = 100_000 + process.pid;
  await attempts(`(setsid nohup sleep ${seconds} > /dev/null 2>&1 < /dev/null &); ps -eo args`);
  expect(processes()).not.toContain(`sleep ${seconds}`);
});

/** What every process of this machine was started with. */
function processes(): string {
  return execFileSync("ps", ["-eo", "args"], { encoding: "utf8" });
}

test("what keeps a sandbox open is of no use to its commands", async () => {
  const session = await executor.open({ network: "isolated", filesystemWritablePaths: "none" });
  try {
    const seen = await later(
      session,
      "for p in 1 2; do ls -l /proc/$p/fd; cat /proc/$p/environ; readlink /proc/$p/root /proc/$p/cwd; done",
    );
    // Pipes of its own and nothing of this machine's: no folder, no file, no socket.
    for (const line of seen.split("\n").filter((each) => each.includes(" -> "))) {
      expect(line).toMatch(/-> (pipe:\[\d+\]|\/dev\/null|anon_inode:\[eventfd\])$/);
    }
    expect(seen).not.toContain("FX_");
  } finally {
    await session.close();
  }
});

describe.each(local)("$name", ({ name, test }) => {
  test("a descriptor that forgexec was started with is open to nobody inside", async () => {
    const program = join(await compiledSources(), `leaky-${name}.mjs`);
    // In a gap: Node closes those that follow on its own for its children itself.
    const script = "ls -l /proc/[0-9]*/fd; ls -A /proc/*/fd/77";
    writeFileSync(
      program,
      `import { existsSync } from "node:fs";
     import { getExecutor } from "./sandbox/index.js";
     if (!existsSync("/proc/self/fd/77")) throw new Error("the descriptor is not open");
     const executor = getExecutor(${JSON.stringify(name)});
     const command = ["sh", "-c", ${JSON.stringify(script)}];
     const filesystemRoot = ${JSON.stringify(name === "chroot" ? root : "/")};
     const extraMounts = [{ type: "proc", target: "/proc" }];
     const config = { cwd: "/", stderr: "stdout", filesystemRoot, extraMounts, env: { PATH: "/usr/bin:/bin" } };
     console.log((await executor.runSandbox(command, config)).stdout);
     const session = await executor.open(config);
     console.log((await session.command(command).stdout("capture").stderr("stdout").allowFailure().run()).stdout);
     await session.close();`,
    );
    const stdio = ["ignore", "pipe", "pipe", ...Array(74).fill("ignore"), openSync(scratch, "r")];
    const { stdout, stderr, status } = spawnSync(process.execPath, [program], { stdio, encoding: "utf8" });
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    expect(stdout.match(/ 1 -> /g)?.length).toBeGreaterThan(1);
    expect(stdout).not.toContain(scratch);
    expect(stdout).not.toMatch(/ 77 -> /);
  });
});

/** Ways to be missed: another session, a parent that is gone, signals ignored, an empty environment, no tie to a parent's end. */
const DAEMON = `
import ctypes, os, signal, sys, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        ctypes.CDLL(None).prctl(1, 0)
        for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM, signal.SIGQUIT, signal.SIGUSR1):
            signal.signal(number, signal.SIG_IGN)
        for fd in (0, 1, 2):
            os.dup2(os.open("/dev/null", os.O_RDWR), fd)
        os.execve("/bin/sleep", ["sleep", sys.argv[1]], {})
    os._exit(0)
os.wait()
while not any(open("/proc/" + pid + "/cmdline").read() == "sleep\\0" + sys.argv[1] + "\\0" for pid in os.listdir("/proc") if pid.isdigit() and os.path.exists("/proc/" + pid + "/cmdline")):
    time.sleep(0.01)
print("left", flush=True)
if len(sys.argv) > 2: time.sleep(1000)
`;

test("nothing that a command left behind is there when its result is, however many there were", async () => {
  const seconds = String(300_000 + process.pid);
  const many = ["sh", "-c", `for i in $(seq 200); do (exec sleep ${seconds} > /dev/null 2>&1 &); done`];
  const left = () => readPids().filter((pid) => isRunning(pid, `sleep\0${seconds}\0`));
  for (let round = 0; round < 5; round += 1) {
    await executor.runSandbox(many);
    expect(left()).toEqual([]);
    const session = await executor.open();
    await session.command(many).leftovers("keep").run();
    await session.close();
    expect(left()).toEqual([]);
  }
});

function isRunning(pid: number, words: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8") === words;
  } catch {
    return false;
  }
}

describe.each(local)("$name", ({ name, test }) => {
  test("a daemon ends with its sandbox, also where it was a time-out that ended its maker", async () => {
    const backend = getExecutor(name);
    const seconds = String(200_000 + process.pid);
    const command = (...more: readonly string[]) => ["/usr/bin/python3", "-I", "-S", "-c", DAEMON, seconds, ...more];
    const config = { cwd: "/", extraMounts: [{ type: "proc", target: "/proc" }] } as const;
    expect((await backend.runSandbox(command(), config)).stdout).toBe("left\n");
    expect(processes()).not.toContain(`sleep ${seconds}`);
    const late = backend.runSandbox(command("stay"), { ...config, limits: { timeout: 3000 } });
    expect(await late.catch(({ reason, stdout }) => [reason, stdout])).toEqual(["timeout", "left\n"]);
    expect(processes()).not.toContain(`sleep ${seconds}`);
    const session = await backend.open(config);
    await session.command(command()).leftovers("keep").run();
    expect(processes()).toContain(`sleep ${seconds}`);
    await session.close();
    expect(processes()).not.toContain(`sleep ${seconds}`);
  });
});

test("names are not moved, linked or exchanged over what is not writable, nor is that written through what is", async () => {
  const [open, shut] = [join(scratch, "way"), join(scratch, "wall")];
  mkdirSync(open);
  mkdirSync(shut);
  writeFileSync(join(shut, "file"), "untouched");
  const script = `
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
here, there = ${JSON.stringify(open)}, ${JSON.stringify(join(shut, "file"))}
open(here + "/mine", "w").write("mine")
tries = [
    lambda: os.rename(here + "/mine", there),
    lambda: os.link(there, here + "/hard"),
    lambda: os.rename(there, here + "/stolen"),
    lambda: os.symlink("/", here + "/up") or os.open(here + "/up" + there, os.O_WRONLY),
    lambda: os.open("/proc/self/cwd/" + os.path.relpath(there, os.getcwd()), os.O_WRONLY),
    lambda: os.open("/dev/fd/" + str(os.open(there, os.O_RDONLY)), os.O_WRONLY),
    lambda: os.truncate(there, 0),
    lambda: os.utime(there),
    lambda: os.setxattr(there, "user.x", b"x"),
    lambda: os.chown(there, 1, 1),
    lambda: os.mkfifo(os.path.dirname(there) + "/fifo"),
]
for at, attempt in enumerate(tries):
    try:
        attempt()
        print("did", at)
    except OSError:
        pass
# RENAME_EXCHANGE
if libc.renameat2(-100, (here + "/mine").encode(), -100, there.encode(), 2) == 0: print("exchanged")
print("over")
`;
  const config = { filesystemWritablePaths: [open] };
  for (const seen of await attempts(`exec /usr/bin/python3 -I -S - <<'END'\n${script}\nEND`, config))
    expect(seen).toBe("over\n");
  expect(readFileSync(join(shut, "file"), "utf8")).toBe("untouched");
});
