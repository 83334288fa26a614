import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { detectEngine } from "../../../src/sandbox/container/detect.js";
import { dockerFacts } from "../../../src/sandbox/container/docker-facts.js";
import { keeperProgram } from "../../../src/sandbox/container/keeper-program.js";
import { podmanFacts } from "../../../src/sandbox/container/podman-facts.js";
import { testOnLinux } from "../../command/on-linux.js";
import { executable } from "./executable.js";

const scratch = mkdtempSync(join(tmpdir(), "forgexec-engine-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
// No machine has such a user.
const call = (info: unknown) => ({ program: "/p", environment: {}, uid: 54_321_000, host: "here", info });

/** A folder for PATH with clients that say what they are told to. */
function clients(scripts: Readonly<Record<string, string>>): { readonly PATH: string } {
  const folder = mkdtempSync(join(scratch, "path-"));
  for (const [name, script] of Object.entries(scripts)) executable(join(folder, name), script);
  return { PATH: folder };
}

const podmanInfo = {
  host: {
    arch: "arm64",
    cgroupVersion: "v2",
    cgroupControllers: ["memory", "pids"],
    security: { rootless: true },
    serviceIsRemote: false,
  },
  version: { Version: "4.9.3" },
};
const dockerInfo = {
  ServerVersion: "27.1",
  MemoryLimit: true,
  PidsLimit: true,
  CpuCfsQuota: false,
  OomKillDisable: false,
  SwapLimit: false,
  Architecture: "x86_64",
  SecurityOptions: ["name=seccomp"],
  OperatingSystem: "Ubuntu",
};

test("what podman says of itself decides what can be limited", () => {
  const probed = podmanFacts(call(podmanInfo));
  expect(probed).toMatchObject({
    type: "works",
    engine: { name: "podman", version: "4.9.3", rights: "rootless", architecture: "arm64" },
  });
  expect(probed.type === "works" && [...probed.engine.limits].sort()).toEqual([
    "memory",
    "openFiles",
    "pids",
    "timeout",
  ]);
  const first = podmanFacts(
    call({
      ...podmanInfo,
      host: { ...podmanInfo.host, cgroupVersion: "v1", cgroupControllers: ["memory", "blkio", "cpu"] },
    }),
  );
  expect(first.type === "works" && first.engine.limits).toEqual(
    expect.arrayContaining(["noOomKill", "cpus", "deviceReadBps", "deviceWriteBps"]),
  );
  // Without a systemd of the user's, limits would be dropped without a word.
  const alone = podmanFacts(call({ ...podmanInfo, host: { ...podmanInfo.host, cgroupManager: "cgroupfs" } }));
  expect(alone.type === "works" && alone.engine.limits).toEqual(["openFiles", "timeout"]);
  expect(podmanFacts(call("nonsense"))).toMatchObject({ type: "fails" });
});

testOnLinux("what docker says of itself decides what can be limited, and who sees its processes", () => {
  const engine = (info: object, more: object = {}) => {
    const probed = dockerFacts({ ...call({ ...dockerInfo, ...info }), ...more });
    return probed.type === "works" ? probed.engine : null;
  };
  expect(engine({})).toMatchObject({ name: "docker", rights: "root", swap: "free", processes: "foreign" });
  expect(engine({})?.limits).toEqual(expect.arrayContaining(["memory", "pids", "openFiles", "timeout"]));
  expect(engine({})?.limits).not.toContain("cpus");
  expect(engine({}, { uid: 0 })).toMatchObject({ processes: "own" });
  expect(engine({ SecurityOptions: ["name=rootless"] })).toMatchObject({ rights: "rootless", processes: "own" });
  expect(engine({ OperatingSystem: "Docker Desktop" })).toMatchObject({ processes: "none" });
  expect(engine({ Name: "here" }, { uid: 0 })).toMatchObject({ processes: "own" });
  expect(engine({ Name: "elsewhere" }, { uid: 0 })).toMatchObject({ processes: "none" });
  expect(engine({}, { environment: { DOCKER_HOST: "ssh://elsewhere" } })).toMatchObject({ processes: "none" });
});

test("a docker client without an engine is none, whatever its exit code", () => {
  expect(dockerFacts(call({ ServerErrors: ["Cannot connect to the Docker daemon"] }))).toEqual({
    type: "fails",
    why: "Cannot connect to the Docker daemon",
  });
  expect(dockerFacts(call({ ServerVersion: "" }))).toMatchObject({ type: "fails" });
});

testOnLinux("podman is taken where it works, else docker, else what each lacks is told", () => {
  const docker = `echo '${JSON.stringify(dockerInfo)}'`;
  const podman = `echo '${JSON.stringify(podmanInfo)}'`;
  const found = (environment: Readonly<Record<string, string>>) => {
    const detection = detectEngine(environment);
    return detection.type === "found" ? detection.engine.name : detection.reasons.join("\n");
  };
  expect(found(clients({ podman, docker }))).toBe("podman");
  expect(found({ ...clients({ podman, docker }), FORGEXEC_CONTAINER_ENGINE: "docker" })).toBe("docker");
  expect(found(clients({ podman: "echo 'Error: \u001b[31mno storage' >&2; exit 125", docker }))).toBe("docker");
  expect(found(clients({ podman: "echo 'Error: \u001b[31mno storage' >&2; exit 125", docker: "echo nonsense" }))).toBe(
    "podman: Error: \\x1b[31mno storage\ndocker: `docker info` gave no JSON",
  );
  expect(found(clients({}))).toBe(
    "podman: it is not installed (not on PATH)\ndocker: it is not installed (not on PATH)",
  );
  expect(found({ ...clients({}), FORGEXEC_CONTAINER_ENGINE: "lxc" })).toBe(
    "FORGEXEC_CONTAINER_ENGINE is lxc: podman or docker",
  );
});

testOnLinux("the keeper waits until it is killed, and its children are collected", async () => {
  const program = keeperProgram(process.arch === "x64" ? "amd64" : process.arch);
  if (program === null) return;
  const file = join(scratch, "keeper");
  writeFileSync(file, program, { mode: 0o755 });
  const child = spawn(file, { stdio: "ignore" });
  await once(child, "spawn");
  const status = await untilWaiting(child.pid ?? 0);
  // SIGCHLD is signal 17.
  expect((BigInt(`0x${status.ignored}`) >> 16n) & 1n).toBe(1n);
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  expect(await exit).toEqual([null, "SIGKILL"]);
});

test("the keeper is the same few bytes for every name of a processor, and none for others", () => {
  expect(keeperProgram("amd64")).toEqual(keeperProgram("x86_64"));
  expect(keeperProgram("arm64")).toEqual(keeperProgram("aarch64"));
  expect([keeperProgram("amd64")?.length, keeperProgram("arm64")?.length]).toEqual([592, 672]);
  expect(keeperProgram("riscv64")).toBeNull();
});

testOnLinux("with arguments the keeper becomes the command, with one output, or says why not", () => {
  const program = keeperProgram(process.arch === "x64" ? "amd64" : process.arch);
  if (program === null) return;
  const file = join(scratch, "joiner");
  writeFileSync(file, program, { mode: 0o755 });
  const odd = mkdtempSync(join(scratch, "odd-"));
  executable(join(odd, "found"), 'echo "$0 $*"; echo err >&2; echo out');
  writeFileSync(join(odd, "plain"), "");
  const run = (argv: readonly string[], PATH?: string) => {
    const { status, stdout, stderr } = spawnSync(file, argv, {
      env: PATH === undefined ? {} : { BEFORE: "x", PATH, PATHS: "y" },
      cwd: odd,
      encoding: "utf8",
    });
    return [status, `${stdout}${stderr === "" ? "" : `, ${stderr}`}`];
  };
  const missing = [127, "OCI runtime exec failed: exec: executable file not found in $PATH\n"];
  const refused = [126, "OCI runtime exec failed: exec: permission denied\n"];
  const long = "x".repeat(20_000);
  const ran = (path: string) => [0, `${path} a b c\nerr\nout\n`];
  const found = join(odd, "found");
  expect(run(["found", "a", "b c"], `/nowhere:${long}:/${long}:relative::${found}:${odd}`)).toEqual(ran(found));
  expect(run(["./found", "a", "b c"])).toEqual(ran("./found"));
  expect(run(["found"])).toEqual(missing);
  expect(run(["found"], "")).toEqual(missing);
  expect(run(["found"], ".:")).toEqual(missing);
  expect(run([long], odd)).toEqual(missing);
  expect(run([""], "/nowhere")).toEqual(missing);
  expect(run([join(odd, "missing")])).toEqual(missing);
  expect(run(["plain"], odd)).toEqual(refused);
  expect(run([odd])).toEqual(refused);
});

/** Sleeping, with SIGCHLD ignored, is where it stays. */
async function untilWaiting(pid: number): Promise<{ readonly ignored: string }> {
  const { readFile } = await import("node:fs/promises");
  for (;;) {
    const text = await readFile(`/proc/${pid}/status`, "latin1");
    const ignored = /^SigIgn:\t([0-9a-f]+)/m.exec(text)?.[1] ?? "0";
    if (/^State:\tS/m.test(text) && BigInt(`0x${ignored}`) !== 0n) return { ignored };
  }
}
