import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect } from "@jest/globals";
import { compiledSources } from "../index-server/compiled.js";
import { attemptsCommand, type Outcomes } from "./support/attempts.js";
import { sandboxesWork, testSandboxes as test } from "./support/machine.js";
import { useRootFolder } from "./support/root-folder.js";

/** nobody, who has no rights but in user namespaces of its own. */
const user = { uid: 65_534, gid: 65_534 };
const { root, scratch } = useRootFolder();
let sources = "";
beforeAll(async () => {
  if (!sandboxesWork || process.geteuid?.() !== 0) return;
  sources = await compiledSources();
  chmodSync(sources, 0o755);
  chmodSync(scratch, 0o755);
  mkdirSync(join(scratch, "home"));
  // This user may make no mount points.
  mkdirSync(join(root, "proc"));
});

/** What a program of that user's, or of who becomes that user, prints as JSON; it has `executor`, `problems` and the functions of the library. */
function asNobody(body: string, started: { readonly uid: number; readonly gid: number } = user): unknown {
  const program = join(sources, `program-${Math.random()}.mjs`);
  writeFileSync(
    program,
    `import { getExecutor } from "./sandbox/index.js";
     const executor = getExecutor("bubblewrap");
     const problems = await executor.preflight();
     const failure = (promise) => promise.then(() => null, ({ reason, message }) => ({ reason, message }));
     const said = async (session, script) =>
       (await session.command(["sh", "-c", script]).stdout("capture").stderr("stdout").allowFailure().run()).stdout;
     ${body}`,
  );
  const env = { PATH: "/usr/bin:/bin", HOME: join(scratch, "home"), TOKEN: "hidden-from-commands" };
  const { stdout, stderr } = spawnSync(process.execPath, [program], { ...started, cwd: "/", env, encoding: "utf8" });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

/** The same where this machine lets that user make namespaces; else how it is refused, by name, with nothing run. */
function whereAllowed(body: string): unknown {
  return asNobody(`
    if (problems.length > 0) console.log(JSON.stringify({ problems, refused: await failure(executor.runSandbox(["true"])) }));
    else { ${body} }`);
}

function isRefused(result: unknown): boolean {
  const { problems, refused } = result as { problems?: { message: string }[]; refused?: { reason: string } };
  if (!problems) return false;
  expect(problems.every(({ message }) => message.length > 20)).toBe(true);
  expect(refused?.reason).toBe("unsupported");
  return true;
}

test("a common user's sandbox is as tight for later commands as for the first", () => {
  const rights =
    "grep -E '^(Uid|Cap...|NoNewPrivs|Seccomp):' /proc/self/status; for n in ipc mnt net pid user uts; do readlink /proc/self/ns/$n; done";
  const result = whereAllowed(`
    const alone = (await executor.runSandbox(["sh", "-c", ${JSON.stringify(rights)}], { network: "isolated" })).stdout;
    const session = await executor.open({ network: "isolated" });
    const first = await said(session, ${JSON.stringify(rights)});
    const later = await said(session, ${JSON.stringify(rights)});
    await session.close();
    console.log(JSON.stringify({ alone, first, later }));`);
  if (isRefused(result)) return;
  const { alone, first, later } = result as Record<"alone" | "first" | "later", string>;
  expect(later).toBe(first);
  const status = (text: string) => text.split("\n").filter((line) => !line.includes("["));
  expect(status(first)).toEqual(status(alone));
  expect(first.match(/Cap...:\t0{16}$/gm)).toHaveLength(5);
  expect(first).toContain("Uid:\t65534\t65534");
  expect(first).toContain("NoNewPrivs:\t1");
});

test("a common user's commands see no process, no environment and no home of this machine", () => {
  const result = whereAllowed(`
    const session = await executor.open({ filesystemWritablePaths: "none" });
    const seen = await said(session, "cat /proc/*/environ 2> /dev/null | tr '\\\\0' '\\\\n' | grep FX_; ls -a $HOME; ls -d /proc/[0-9]*; mount -o remount,rw / && echo bad");
    await session.close();
    console.log(JSON.stringify({ seen, pid: process.pid }));`);
  if (isRefused(result)) return;
  const { seen, pid } = result as { seen: string; pid: number };
  expect(seen).not.toMatch(/FX_|bad$/);
  expect(seen).not.toContain(`/proc/${pid}\n`);
});

test("a common user has forwards, another root, and limits of files and time", () => {
  const result = whereAllowed(`
    const { createServer } = await import("node:net");
    const server = createServer((socket) => socket.end("reached\\n")).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address();
    const session = await executor.open({
      filesystemRoot: ${JSON.stringify(root)}, env: { PATH: "/bin" }, filesystemWritablePaths: "none", network: "isolated",
      extraMounts: [{ type: "tmpfs", target: "/data" }],
      forwards: [{ port: 3141, to: { port } }], limits: { openFiles: 77, timeout: "30s" },
    });
    const seen = await said(session, "nc 127.0.0.1 3141 < /dev/null; ulimit -n; ls /data");
    await session.close();
    server.close();
    console.log(JSON.stringify({ seen }));`);
  if (isRefused(result)) return;
  expect(result).toEqual({ seen: "reached\n77\n" });
});

test("a common user's commands have no keys, no terminal and no tracing of process 1, and may make user namespaces", () => {
  if (process.arch !== "x64" && process.arch !== "arm64") return;
  const attempts = JSON.stringify(attemptsCommand());
  const result = whereAllowed(`
    const config = { network: "isolated" };
    const alone = JSON.parse((await executor.runSandbox(${attempts}, config)).stdout);
    const session = await executor.open(config);
    const later = JSON.parse((await session.command(${attempts}).stdout("capture").run()).stdout);
    await session.close();
    console.log(JSON.stringify({ alone, later }));`);
  if (isRefused(result)) return;
  const { alone, later } = result as Record<"alone" | "later", Outcomes>;
  expect(later).toEqual(alone);
  const refused = ["keyctl", "TIOCSTI", "io_uring_setup", "ptrace of process 1", "process_vm_readv of process 1"];
  for (const name of [...refused, "mount", "remount", "umount", "mknod"])
    expect([name, alone[name]]).toEqual([name, "EPERM"]);
  expect(alone).toMatchObject({ vsock: "EAFNOSUPPORT", "memory of process 1": "ENOENT", gained: "0".repeat(16) });
  for (const name of ["core_pattern", "vm"]) expect([name, alone[name]]).toEqual([name, "EACCES"]);
  expect(alone).toMatchObject({ "clone user": "done", "ptrace of a child": "done", inet: "done" });
});

test("a mount point that a common user may not make is named", () => {
  const result = whereAllowed(`
    const extraMounts = [{ type: "tmpfs", target: "/not/there" }];
    console.log(JSON.stringify(await failure(executor.open({ filesystemRoot: ${JSON.stringify(root)}, extraMounts }))));`);
  if (isRefused(result)) return;
  expect(result).toMatchObject({ reason: "mount", message: expect.stringContaining("/not/there") });
});

test("what needs a control group is refused where the user may write to none", () => {
  const result = whereAllowed(
    `console.log(JSON.stringify(await failure(executor.open({ limits: { memory: "1GiB" } }))));`,
  );
  if (isRefused(result)) return;
  expect(result).toMatchObject({ reason: "unsupported", message: expect.stringContaining("limits.memory") });
});

test("a process that becomes a common user has that user's sandboxes from then on", () => {
  const look = `
    const look = "ls -A ${join(scratch, "home")}; cat /proc/self/uid_map; grep -E '^(Uid|Cap...|NoNewPrivs):' /proc/self/status";
    const seen = await executor.runSandbox(["sh", "-c", look], { cwd: "/" }).then(({ stdout }) => stdout, ({ reason }) => reason);`;
  const always = asNobody(`${look} console.log(JSON.stringify(seen));`);
  const become = `
    await executor.runSandbox(["true"], { cwd: "/" });
    const chroot = getExecutor("chroot");
    const { thisMachine } = await import("./sandbox/bubblewrap/machine.js");
    const { userInfo } = await import("node:os");
    const { realpathSync } = await import("node:fs");
    const machine = thisMachine();
    const users = [];
    for (const uid of [0, 1]) {
      process.seteuid(uid);
      users.push([machine.uid, machine.homes.includes(realpathSync(userInfo().homedir))]);
    }
    process.seteuid(0);
    process.setgroups([]);
    process.setgid(${user.gid});
    process.setuid(${user.uid});`;
  const report = "console.log(JSON.stringify({ seen, users, chroot: chroot.missing()?.code }));";
  const became = asNobody(`${become} ${look} ${report}`, { uid: 0, gid: 0 });
  const users = [
    [0, true],
    [1, true],
  ];
  expect(became).toEqual({ seen: always, users, chroot: "not-root" });
});
