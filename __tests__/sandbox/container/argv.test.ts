import { expect, test } from "@jest/globals";
import type { Engine } from "../../../src/sandbox/container/engine.js";
import { environmentArgv, handOver } from "../../../src/sandbox/container/environment.js";
import { execArgv } from "../../../src/sandbox/container/exec-argv.js";
import { resolve } from "../../../src/sandbox/container/resolve.js";
import { strangeOptions } from "../../../src/sandbox/container/resolve-mounts.js";
import { type ContainerRequest, runArgv } from "../../../src/sandbox/container/run-argv.js";
import { unsetEnvironment } from "../../../src/sandbox/container/unset.js";
import type { SandboxConfig } from "../../../src/sandbox/index.js";
import { normalise } from "../../../src/sandbox/normalise.js";

const podman: Engine = {
  name: "podman",
  program: "/usr/bin/podman",
  environment: {},
  version: "4.9.3",
  rights: "root",
  limits: [],
  swap: "bounded",
  hardProcesses: 5000,
  pullFolder: null,
  architecture: "amd64",
  processes: "own",
};
const docker: Engine = {
  ...podman,
  name: "docker",
  program: "/usr/bin/docker",
  version: "20.10.24+dfsg1",
  hardProcesses: null,
};

/** The words that a configuration makes, without those that every container has. */
function words(config: SandboxConfig, engine: Engine, more: Partial<ContainerRequest> = {}): string {
  const resolved = resolve(normalise({ image: "img:1", ...config }));
  if (resolved.type === "fault") return `${resolved.reason}: ${resolved.why}`;
  const { request } = resolved;
  const whole = {
    name: "n",
    labels: {},
    keeper: ["/keep"],
    keepId: null,
    unset: [],
    environment: [],
    ...request,
    ...more,
  } as const;
  return runArgv(whole, engine)
    .filter((word) => !always[engine.name].includes(word))
    .join(" ")
    .replace(
      /^--name n --stop-timeout 0 --pull never --security-opt no-new-privileges --security-opt label=disable ?/,
      "",
    )
    .replace(/ ?--cap-drop MKNOD/, "")
    .replace(/ ?--entrypoint \/keep img:1$/, "")
    .trim();
}
const shared = ["run", "--detach", "--rm", "--no-healthcheck", "--cgroupns=private"];
const always = { podman: [...shared, "--http-proxy=false", "--sdnotify=ignore"], docker: shared };

test("every container has what keeps it apart and what it is found by", () => {
  const request: ContainerRequest = {
    name: "forgexec-1",
    labels: { "forgexec.owner": "{}" },
    root: { type: "image", image: "img:1" },
    keeper: ["sleep", "9"],
    rootMode: "read-write",
    mounts: [],
    network: "undefined",
    ports: [],
    limits: normalise({}).limits,
    capabilities: { drop: [], add: [] },
    keepId: null,
    unset: [],
    environment: ["--env-file", "/dev/fd/3"],
  };
  const common =
    "run --detach --rm --name forgexec-1 --label forgexec.owner={} --stop-timeout 0 --pull never --no-healthcheck --security-opt no-new-privileges --security-opt label=disable";
  const end = "--env-file /dev/fd/3 --entrypoint sleep img:1 9";
  expect(runArgv(request, podman).join(" ")).toBe(
    `${common} --http-proxy=false --sdnotify=ignore --cgroupns=private ${end}`,
  );
  expect(runArgv(request, docker).join(" ")).toBe(`${common} --cgroupns=private ${end}`);
  for (const other of [{ version: "19.03.15" }, { rights: "rootless" }] as const)
    expect(runArgv(request, { ...docker, ...other }).join(" ")).toBe(`${common} ${end}`);
});

const root = { root: { type: "folder", path: "/srv/root" } } as const;
const mounts = (...extraMounts: NonNullable<SandboxConfig["extraMounts"]>): SandboxConfig => ({ extraMounts });
const bind = { type: "bind", source: "/s", target: "/t" } as const;

test.each<[string, SandboxConfig, string, string | null]>([
  ["nothing", {}, "", null],
  ["a network", { network: "isolated" }, "--network none", null],
  ["ports", { ports: [{ host: 8080, sandbox: 80 }] }, "--publish 127.0.0.1:8080:80", null],
  [
    "ports for all",
    {
      ports: [
        { host: 1, sandbox: 2, address: "0.0.0.0" },
        { host: 3, sandbox: 4, address: "::1" },
      ],
    },
    "--publish 0.0.0.0:1:2 --publish [::1]:3:4",
    null,
  ],
  ["memory", { limits: { memory: "1KiB" } }, "--memory 1024b --memory-swap 1024b", null],
  ["no killing", { limits: { memory: 9, noOomKill: true } }, "--memory 9b --memory-swap 9b --oom-kill-disable", null],
  ["processors", { limits: { cpus: 1.5 } }, "--cpus 1.5", null],
  ["processes", { limits: { pids: 7 } }, "--pids-limit 7", null],
  ["files", { limits: { openFiles: 64 } }, "--ulimit nofile=64:64 --ulimit nproc=5000:5000", "--ulimit nofile=64:64"],
  [
    "rates",
    { limits: { deviceReadBps: { "/dev/a": "1MB" }, deviceWriteBps: { "/dev/b": 5 } } },
    "--device-read-bps /dev/a:1000000 --device-write-bps /dev/b:5",
    null,
  ],
  ["time", { limits: { timeout: "1m" } }, "", null],
  ["capabilities", { capabilities: { drop: ["ALL"], add: ["cap_chown"] } }, "--cap-drop ALL --cap-add CHOWN", null],
  [
    "capabilities that are dropped and added",
    { capabilities: { drop: ["chown", "kill"], add: ["chown"] } },
    "--cap-drop KILL --cap-add CHOWN",
    null,
  ],
  ["all capabilities", { capabilities: { drop: ["all", "kill"], add: ["all"] } }, "--cap-add ALL", null],
  ["devices", { capabilities: { add: ["mknod"] } }, "--cap-add MKNOD", null],
  ["nothing writable", { filesystemWritablePaths: "none" }, "--read-only --read-only-tmpfs=false", "--read-only"],
  [
    "some writable",
    { filesystemWritablePaths: ["/a/", "/b"] },
    "--read-only --read-only-tmpfs=false --mount type=volume,target=/a --mount type=volume,target=/b",
    "--read-only --mount type=volume,target=/a --mount type=volume,target=/b",
  ],
  ["a folder", mounts(bind), "--mount type=bind,source=/s,target=/t", null],
  ["a folder to read", mounts({ ...bind, options: "ro" }), "--mount type=bind,source=/s,target=/t,readonly", null],
  [
    "a folder with options",
    mounts({ ...bind, options: "rw,nosuid,nodev" }),
    "--mount type=bind,source=/s,target=/t,nosuid,nodev",
    null,
  ],
  ["an odd path", mounts({ ...bind, source: '/a,b"c:d' }), '--mount type=bind,"source=/a,b""c:d",target=/t', null],
  [
    "a tmpfs",
    mounts({ type: "tmpfs", target: "/t", options: "size=1m,ro" }),
    "--tmpfs /t:size=1m,ro,mode=1777,notmpcopyup",
    "--tmpfs /t:size=1m,ro,mode=1777",
  ],
  [
    "a plain tmpfs",
    mounts({ type: "tmpfs", target: "/t" }),
    "--tmpfs /t:mode=1777,notmpcopyup",
    "--tmpfs /t:mode=1777",
  ],
  [
    "a tmpfs with a mode",
    mounts({ type: "tmpfs", target: "/t", options: "mode=700" }),
    "--tmpfs /t:mode=700,notmpcopyup",
    "--tmpfs /t:mode=700",
  ],
  ["mounts at one place", mounts({ type: "tmpfs", target: "/t" }, bind), "--mount type=bind,source=/s,target=/t", null],
  [
    "mounts that a later one hides",
    mounts(
      { ...bind, target: "/t/u" },
      { type: "tmpfs", target: "/t", options: "mode=700" },
      { ...bind, target: "/t/v" },
    ),
    "--tmpfs /t:mode=700,notmpcopyup --mount type=bind,source=/s,target=/t/v",
    "--tmpfs /t:mode=700 --mount type=bind,source=/s,target=/t/v",
  ],
  [
    "a workspace in what is mounted, and mounts in it",
    {
      ...mounts({ ...bind, target: "/w/x" }, { ...bind, target: "/v" }, { ...bind, target: "/v/w/y" }),
      workspace: "/v/w",
    },
    "--mount type=bind,source=/s,target=/w/x --mount type=bind,source=/s,target=/v --mount type=bind,source=/v/w,target=/v/w --mount type=bind,source=/s,target=/v/w/y",
    null,
  ],
  ["proc where it is", mounts({ type: "proc", target: "/proc" }), "", null],
  ["a workspace", { workspace: "/w" }, "--mount type=bind,source=/w,target=/w", null],
  [
    "a writable part of a folder to read",
    { ...mounts({ ...bind, options: "ro" }), filesystemWritablePaths: ["/t/p"] },
    "--read-only --read-only-tmpfs=false --mount type=bind,source=/s,target=/t,readonly --mount type=bind,source=/s/p,target=/t/p",
    "--read-only --mount type=bind,source=/s,target=/t,readonly --mount type=bind,source=/s/p,target=/t/p",
  ],
  [
    "a tmpfs where nothing is writable",
    { ...mounts({ type: "tmpfs", target: "/t", options: "rw,size=1m" }), filesystemWritablePaths: "none" },
    "--read-only --read-only-tmpfs=false --tmpfs /t:size=1m,ro,mode=1777,notmpcopyup",
    "--read-only --tmpfs /t:size=1m,ro,mode=1777",
  ],
  [
    "a tmpfs in a writable path",
    { ...mounts({ type: "tmpfs", target: "/t/u", options: "size=1m" }), filesystemWritablePaths: ["/t"] },
    "--read-only --read-only-tmpfs=false --tmpfs /t/u:size=1m,mode=1777,notmpcopyup --mount type=volume,target=/t",
    "--read-only --tmpfs /t/u:size=1m,mode=1777 --mount type=volume,target=/t",
  ],
  [
    "a folder to read in a writable path",
    { ...mounts({ ...bind, options: "ro", target: "/t/r" }), filesystemWritablePaths: ["/t"] },
    "--read-only --read-only-tmpfs=false --mount type=bind,source=/s,target=/t/r,readonly --mount type=volume,target=/t",
    "--read-only --mount type=bind,source=/s,target=/t/r,readonly --mount type=volume,target=/t",
  ],
  [
    "a tmpfs to read in a writable path",
    { ...mounts({ type: "tmpfs", target: "/t/r", options: "ro" }), filesystemWritablePaths: ["/t"] },
    "--read-only --read-only-tmpfs=false --tmpfs /t/r:ro,mode=1777,notmpcopyup --mount type=volume,target=/t",
    "--read-only --tmpfs /t/r:ro,mode=1777 --mount type=volume,target=/t",
  ],
  [
    "all that is not to be read only",
    { ...mounts({ ...bind, options: "ro" }), filesystemWritablePaths: ["/", "/tmp", "/t/p"] },
    "--mount type=bind,source=/s,target=/t,readonly --mount type=bind,source=/s/p,target=/t/p",
    null,
  ],
  [
    "a folder to read that is writable",
    { ...mounts({ ...bind, options: "ro" }), filesystemWritablePaths: ["/t"] },
    "--read-only --read-only-tmpfs=false --mount type=bind,source=/s,target=/t",
    "--read-only --mount type=bind,source=/s,target=/t",
  ],
])("the words for %s", (_name, config, forPodman, forDocker) => {
  expect(words(config, podman)).toBe(forPodman);
  expect(words(config, docker)).toBe(forDocker ?? forPodman);
});

test("a folder is a root for podman, and its parts are made writable in place", () => {
  const { image: _image, ...config } = {
    image: undefined,
    filesystemRoot: "/srv/root",
    filesystemWritablePaths: ["/var"],
  } as const;
  const resolved = resolve(normalise(config));
  expect(resolved).toMatchObject({
    request: { ...root, mounts: [{ type: "bind", source: "/srv/root/var", target: "/var", mode: "read-write" }] },
  });
  expect(words({}, podman, root)).toBe("--rootfs /srv/root /keep");
});

test("without root's rights the image's user can be the one who calls", () => {
  expect(words({}, podman, { keepId: { uid: 1000, gid: 100 } })).toBe("--userns keep-id:uid=1000,gid=100");
});

test("swap that cannot be bounded is not asked to be", () => {
  expect(words({ limits: { memory: 9 } }, { ...podman, swap: "free" })).toBe("--memory 9b");
});

const exec = {
  container: "c",
  argv: ["a", "-b"],
  cwd: null,
  user: null,
  stdin: "closed",
  environment: [],
  marker: { name: "M", value: "1" },
} as const;
test.each([
  [exec, "--log-level error exec --env M=1 c a -b"],
  [
    { ...exec, cwd: "/w", stdin: "open" } as const,
    "--log-level error exec --interactive --workdir /w --env M=1 c a -b",
  ],
  [
    { ...exec, user: { uid: 1, gid: null }, stdin: "terminal" } as const,
    "--log-level error exec --interactive --tty --user 1 --env M=1 c a -b",
  ],
  [
    { ...exec, user: { uid: 1, gid: 2 }, environment: ["--env", "A"] } as const,
    "--log-level error exec --user 1:2 --env A --env M=1 c a -b",
  ],
])("the words for a command in it", (request, expected) => {
  expect(execArgv(request).join(" ")).toBe(expected);
});

test("variables go through a pipe, those that cannot through the client's environment, none through argv", () => {
  const handover = handOver({
    A: "1",
    PATH: "/p",
    LD_PRELOAD: "x",
    TWO: "a\nb",
    QUOTED: "'q'",
    "odd name": "o",
    TAB: "a\tb",
    LONG: "x".repeat(40_000),
  });
  expect(handover.file).toBe("A=1\nPATH=/p\nLD_PRELOAD=x\n");
  expect(Object.keys(handover.client)).toEqual(["TWO", "QUOTED", "odd name", "TAB", "LONG"]);
  expect(handover.refused).toEqual([]);
  expect(environmentArgv(handover, "/f").join(" ")).toBe(
    "--env-file /f --env TWO --env QUOTED --env odd name --env TAB --env LONG",
  );
  expect(environmentArgv(handOver({}), "/f")).toEqual([]);
});

test.each([
  "PATH",
  "HOME",
  "LD_PRELOAD",
  "CONTAINERS_CONF",
  "DOCKER_HOST",
  "https_proxy",
  "XDG_RUNTIME_DIR",
  "GODEBUG",
  "BASH_ENV",
  "A*",
])("a value of %s that no pipe carries is refused: it would act on the client", (name) => {
  expect(handOver({ [name]: "a\nb" }).refused).toEqual([name]);
});

test("each engine has its own options of a bind mount; those of a tmpfs are the kernel's", () => {
  const [folder] = normalise({ extraMounts: [{ ...bind, options: "ro,nosuid,loop" }] }).extraMounts;
  const [memory] = normalise({ extraMounts: [{ type: "tmpfs", target: "/t", options: "size=1m,nosuid" }] }).extraMounts;
  if (!folder || !memory) throw new Error("no mount");
  expect(strangeOptions(folder, "podman")).toEqual(["loop"]);
  expect(strangeOptions(folder, "docker")).toEqual(["nosuid", "loop"]);
  for (const engine of ["podman", "docker"] as const) expect(strangeOptions(memory, engine)).toEqual([]);
});

test("variables of the image are left out in each engine's way", () => {
  const unset = ["LANG", "HOME", "FROM_IMAGE"];
  const environment = { LANG: "C", HOME: "/root", PATH: "/bin" };
  expect(words({}, podman, { unset })).toBe("--unsetenv=LANG --unsetenv=HOME --unsetenv=FROM_IMAGE");
  expect(words({}, { ...podman, version: "3.4.4" }, { unset })).toBe("");
  // What its client needs itself would be handed on.
  expect(words({}, { ...docker, environment }, { unset })).toBe("--env=LANG --env=FROM_IMAGE");
  expect(unsetEnvironment(unset, { ...docker, environment })).toEqual({ HOME: "/root", PATH: "/bin" });
  expect(unsetEnvironment(unset, { ...podman, environment })).toEqual(environment);
});
