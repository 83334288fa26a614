import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, test as everywhere, expect } from "@jest/globals";
import { getExecutor, type SandboxConfig, type SandboxSession } from "../../../src/sandbox/index.js";
import { failureOf } from "../../command/helper.js";
import { compiledSources } from "../../index-server/compiled.js";
import { isPromised } from "../support/machine.js";
import { useRootFolder } from "../support/root-folder.js";
import { importImage, podman } from "./podman.js";

/** What a common user's podman does, with its own settings, but for where its images are. */
const uid = process.geteuid?.() ?? 0;
const works = process.platform === "linux" && uid !== 0 && spawnSync("podman", ["unshare", "true"]).status === 0;
if (!works && uid !== 0 && isPromised("podman")) throw new Error("A common user's podman does not work here.");
const test = works ? everywhere : everywhere.skip;

const { root } = useRootFolder();
const ROOTS = "localhost/forgexec-roots:1";
const NUMBERED = "localhost/forgexec-numbered:1";
const NAMED = "localhost/forgexec-named:1";
const sandbox = getExecutor("container");
let folder = "";
let workspace = "";
beforeAll(() => {
  if (!works) return;
  folder = mkdtempSync(join(tmpdir(), "forgexec-rootless-"));
  const storage = ["[storage]", 'driver = "overlay"', `graphroot = "${folder}/graph"`, `runroot = "${folder}/run"`, ""];
  writeFileSync(join(folder, "storage.conf"), storage.join("\n"));
  process.env.CONTAINERS_STORAGE_CONF = join(folder, "storage.conf");
  const image = join(folder, "root");
  cpSync(root, image, { recursive: true, verbatimSymlinks: true });
  for (const name of ["etc", "proc", "sys", "tmp"]) mkdirSync(join(image, name));
  writeFileSync(join(image, "etc/passwd"), "root:x:0:0::/:/bin/sh\nbuilder:x:4321:4322::/:/bin/sh\n");
  importImage(folder, { root: image, name: ROOTS, changes: ["ENV PATH=/bin"] });
  importImage(folder, { root: image, name: NUMBERED, changes: ["ENV PATH=/bin", "USER 4321:4322"] });
  importImage(folder, { root: image, name: NAMED, changes: ["ENV PATH=/bin", "USER builder"] });
  workspace = join(folder, "workspace");
  mkdirSync(workspace);
});
afterEach(() => {
  if (works) expect(podman("ps", "--all", "--quiet")).toBe("");
});
afterAll(() => {
  if (!works) return;
  podman("rm", "--force", "--all", "--time", "0");
  // Images have files of other ids, which are this user's only in podman's namespace.
  podman("unshare", "rm", "-rf", join(folder, "graph"), join(folder, "run"));
  rmSync(folder, { recursive: true, force: true });
});

const sh = (script: string) => ["sh", "-c", script];
async function printed(script: string, config: SandboxConfig = {}): Promise<string> {
  const { stdout } = await sandbox.runSandbox(sh(script), { image: ROOTS, stderr: "stdout", ...config });
  return stdout?.trim() ?? "";
}
async function within<T>(config: SandboxConfig, use: (session: SandboxSession) => Promise<T>): Promise<T> {
  const session = await sandbox.open({ image: ROOTS, ...config });
  try {
    return await use(session);
  } finally {
    await session.close();
  }
}

/** What each limit is in the kernel's files. */
const files = { memory: "memory.max", pids: "pids.max", cpus: "cpu.max" } as const;
const has = (limit: string) => sandbox.capabilities.limits.includes(limit);

test("nothing is missing, and limits are what the kernel has for the container, or are refused", async () => {
  expect(await sandbox.preflight()).toEqual([]);
  if (isPromised("podman")) expect(Object.keys(files).filter(has)).toEqual(Object.keys(files));
  expect(await printed("ulimit -n", { limits: { openFiles: 200 } })).toBe("200");
  const asked = { memory: 64 * 1024 * 1024, pids: 50, cpus: 0.5 };
  const kernels = { memory: String(asked.memory), pids: "50", cpus: "50000 100000" };
  for (const name of ["memory", "pids", "cpus"] as const) {
    const limits = { [name]: asked[name] };
    if (has(name)) expect(await printed(`cat /sys/fs/cgroup/${files[name]}`, { limits })).toBe(kernels[name]);
    else
      expect(await failureOf(sandbox.open({ image: ROOTS, limits }))).toMatchObject({
        reason: "unsupported",
        message: expect.stringContaining(`limits.${name}`),
      });
  }
});

test("limits that are met are told of", async () => {
  if (!has("memory") || !has("pids")) return;
  expect(await printed("cat /sys/fs/cgroup/memory.swap.max", { limits: { memory: "24MiB" } })).toBe("0");
  const hog = sandbox.runSandbox(sh("tail /dev/zero"), { image: ROOTS, limits: { memory: "24MiB" } });
  expect(await failureOf(hog)).toMatchObject({ reason: "limit", limit: "memory" });
  const many = "i=0; while [ $i -lt 60 ]; do sleep 60 & i=$((i+1)); done; wait";
  const forks = sandbox.runSandbox(sh(many), { image: ROOTS, limits: { pids: 30, timeout: "5m" } });
  expect(await failureOf(forks)).toMatchObject({ reason: "limit", limit: "pids" });
});

test("what cannot be started is told by its own reason", async () => {
  await within({}, async (session) => {
    const run = (argv: string[], cwd = "/") => failureOf(session.command(argv).cwd(cwd).run());
    expect(await run(["no-such-program"])).toMatchObject({ reason: "not-found", exitCode: 127 });
    expect(await run(["/etc"])).toMatchObject({ reason: "not-executable", exitCode: 126 });
    expect(await run(["/etc/passwd"])).toMatchObject({ reason: "not-executable", exitCode: 126 });
    expect(await run(["true"], "/no/such/folder")).toMatchObject({ reason: "spawn" });
    expect(await run(sh("exit 127"))).toMatchObject({ reason: "exit", exitCode: 127 });
  });
});

test("later commands are held as tightly as the first, and see nothing of this machine's processes", async () => {
  await within({ network: "isolated" }, async (session) => {
    const rights =
      "grep -E '^(NoNewPrivs|Cap|Seccomp|Uid|Gid)' /proc/self/status; ls -l /proc/self/ns | sed 's/.*-> //'";
    const seen = async () => (await session.command(sh(rights)).stdout("capture").run()).stdout;
    const first = await seen();
    expect(first).toMatch(/NoNewPrivs:\s1/);
    expect(first).toMatch(/Seccomp:\s2/);
    expect(await seen()).toBe(first);
    const others = await session.command(sh("ps -o args; ls /sys/class/net")).stdout("capture").run();
    expect(others.stdout).not.toMatch(/node|jest|systemd/);
    expect(others.stdout.trim().split("\n").at(-1)).toBe("lo");
  });
});

test.each([ROOTS, NUMBERED, NAMED])(
  "what commands of %s make in the workspace is this user's, and they may write it",
  async (image) => {
    mkdirSync(join(workspace, "source"));
    writeFileSync(join(workspace, "source/main"), "main\n");
    const config = { image, workspace, cwd: workspace };
    const ids = await printed("echo more >> source/main && echo new > made && mkdir d && touch d/f && id -u", config);
    expect(ids).toBe(image === ROOTS ? "0" : "4321");
    for (const name of [".", "source/main", "made", "d", "d/f"]) expect(statSync(join(workspace, name)).uid).toBe(uid);
    expect(readFileSync(join(workspace, "source/main"), "utf8")).toBe("main\nmore\n");
    for (const name of ["source", "made", "d"]) rmSync(join(workspace, name), { recursive: true });
  },
);

test("a port is published, and an isolated network is let out by its forwards alone", async () => {
  const server = createServer((socket) => socket.end("reached\n")).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  try {
    const forwards = [{ port: 3141, to: { port } }];
    const seen = await within({ network: "isolated", forwards }, async (session) => {
      const script = `nc 127.0.0.1 3141 < /dev/null; nc -w 2 127.0.0.1 ${port} < /dev/null || echo kept`;
      return (await session.command(sh(script)).stdout("capture").run()).stdout;
    });
    expect(seen).toBe("reached\nkept\n");
  } finally {
    server.close();
    await once(server, "close");
  }
  // It is free again.
  await within({ ports: [{ host: port, sandbox: 8080 }] }, async (session) => {
    const script = "echo hello > /tmp/index.html; echo up; exec httpd -f -p 8080 -h /tmp";
    const child = await session.command(sh(script)).stdout("pipe").start();
    await new Promise((resolve) => child.stdout?.once("data", resolve));
    await session.command(sh("until nc 127.0.0.1 8080 < /dev/null; do :; done")).run();
    expect(await (await fetch(`http://127.0.0.1:${port}/index.html`)).text()).toBe("hello\n");
    await child.abort();
  });
});

test("a folder can be the root", async () => {
  const config: SandboxConfig = { filesystemRoot: root, env: { PATH: "/bin" }, filesystemWritablePaths: ["/data/1"] };
  const { stdout } = await sandbox.runSandbox(sh("cat /data/canary; echo x > /data/1/new && echo x > /bad"), {
    ...config,
    stderr: "null",
  });
  expect(stdout).toBe("untouched\n");
  expect(statSync(join(root, "data/1/new")).uid).toBe(uid);
  rmSync(join(root, "data/1/new"));
});

test("what a killed process left is cleared up by the next one", async () => {
  const program = join(await compiledSources(), `program-${Math.random()}.mjs`);
  const config = { image: NUMBERED, workspace, cwd: workspace };
  writeFileSync(
    program,
    `import { getExecutor } from "./sandbox/index.js";
     const session = await getExecutor("container").open(${JSON.stringify(config)});
     console.log("open");
     setInterval(() => {}, 1000);`,
  );
  const child = spawn(process.execPath, [program], { stdio: ["ignore", "pipe", "inherit"] });
  await once(createInterface({ input: child.stdout }), "line");
  expect(podman("ps", "--quiet")).not.toBe("");
  child.kill("SIGKILL");
  await once(child, "exit");
  const next = `import { getExecutor } from "./sandbox/index.js";
     await getExecutor("container").runSandbox(["true"], { image: ${JSON.stringify(ROOTS)} });`;
  writeFileSync(program, next);
  expect(spawnSync(process.execPath, [program], { encoding: "utf8" }).stderr).toBe("");
  expect(statSync(workspace).uid).toBe(uid);
});
