import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { type Host, readHost } from "../../src/command/host.js";
import { Command } from "../../src/command/index.js";
import { planLaunch } from "../../src/command/launcher.js";
import { findUnsupported } from "../../src/command/privileges.js";
import { defaultSettings, type Settings } from "../../src/command/settings.js";
import { compiledCommand } from "./compiled.js";
import { python, reporter, reportOf } from "./helper.js";

const root: Host = {
  platform: "linux",
  pid: 42,
  uid: 0,
  gid: 0,
  holds: () => true,
  hardLimit: () => 1000,
  selinux: true,
  appArmor: true,
  helper: (name) => `/usr/bin/${name}`,
};
const someone: Host = { ...root, uid: 1000, gid: 1000, holds: () => false, selinux: false, appArmor: false };
const mac: Host = { ...someone, platform: "darwin" };

function launch(settings: Partial<Settings>, options: { host?: Host; closeFds?: number[]; program?: string } = {}) {
  const plan = planLaunch(
    { ...defaultSettings("prog", ["arg"]), ...settings },
    {
      host: options.host ?? root,
      program: options.program ?? "/bin/prog",
      environment: [["a.b", "c"]],
      closeFds: options.closeFds ?? [],
      pidFd: null,
      statusPath: null,
      goPath: null,
      joinOutputs: false,
    },
  );
  return { argv: [plan.file, ...plan.args], ids: plan.ids };
}

test("where nothing asks for a helper, none is started", () => {
  expect(launch({})).toEqual({ argv: ["/bin/prog", "arg"], ids: {} });
  expect(launch({ user: { uid: 5, gid: 6 } })).toEqual({ argv: ["/bin/prog", "arg"], ids: { uid: 5, gid: 6 } });
  expect(launch({ user: { uid: 0, gid: 0 } })).toEqual({ argv: ["/bin/prog", "arg"], ids: {} });
});

test.each<[string, Partial<Settings>, string[]]>([
  [
    "limits",
    { limits: { openFiles: 9, coreSize: Number.POSITIVE_INFINITY } },
    ["prlimit", "--nofile=9:9", "--core=unlimited:unlimited"],
  ],
  ["groups", { user: { uid: 5, gid: 6, groups: [7, 8] } }, ["setpriv", "--reuid=5", "--regid=6", "--groups=7,8"]],
  [
    "capabilities",
    { user: { uid: 5, gid: 6 }, clearCapabilities: true, capabilities: ["net_raw"] },
    [
      "setpriv",
      "--reuid=5",
      "--regid=6",
      "--clear-groups",
      "--bounding-set=-all,+net_raw",
      "--inh-caps=-all,+net_raw",
      "--ambient-caps=-all,+net_raw",
    ],
  ],
  ["labels", { selinuxLabel: "a:b", appArmorProfile: "p" }, ["setpriv", "--selinux-label=a:b", "--apparmor-profile=p"]],
])("%s are one helper", (_name, settings, [name, ...options]) => {
  expect(launch(settings).argv).toEqual([`/usr/bin/${name}`, ...options, "/bin/prog", "arg"]);
});

test("helpers come in the order in which rights are lost", () => {
  const { argv } = launch({ umask: 0o27, limits: { processes: 5 }, user: { uid: 5, gid: 6 }, daemonize: true });
  const helpers = argv.filter((word) => word.startsWith("/usr/bin/"));
  expect(helpers).toEqual(["setsid", "sh", "flock", "env", "prlimit", "setpriv"].map((name) => `/usr/bin/${name}`));
});

test("the shell's text is fixed: what varies is handed over as arguments", () => {
  const text = (settings: Partial<Settings>) => launch(settings).argv[launch(settings).argv.indexOf("-c") + 1];
  expect(text({ preExec: ["$(evil)", "`x`"], umask: 0 })).toBe(text({ preExec: ["other"], umask: 0o777 }));
});

test("descriptors above 9 take bash, without its start files", () => {
  expect(launch({}, { closeFds: [63, 200] }).argv.slice(0, 3)).toEqual(["/usr/bin/bash", "-p", "-c"]);
});

test("a program whose path has a = in it is no variable to env", () => {
  const { argv } = launch({ umask: 0 }, { program: "/opt/a=b/prog" });
  expect(argv.slice(-5)).toEqual(["/usr/bin/nice", "-n", "0", "/opt/a=b/prog", "arg"]);
});

test("without the right to change the bounding set, no capabilities means no_new_privs too", () => {
  expect(launch({ clearCapabilities: true }, { host: someone }).argv).toEqual([
    "/usr/bin/setpriv",
    "--no-new-privs",
    "--inh-caps=-all",
    "--ambient-caps=-all",
    "/bin/prog",
    "arg",
  ]);
});

test.each<[string, Partial<Settings>, Host]>([
  ["allowCapability", { capabilities: ["net_raw"] }, someone],
  ["user", { user: { uid: 5 } }, someone],
  ["selinuxLabel", { selinuxLabel: "x" }, someone],
  ["appArmorProfile", { appArmorProfile: "x" }, someone],
  ["limits", { limits: { openFiles: 5 } }, mac],
  ["daemonize", { daemonize: true }, mac],
  ["pidFile", { pidFile: "x" }, mac],
  ["handshake", { handshake: true }, mac],
  ["preExec", { preExec: ["x"] }, mac],
  ["clearCapabilities", { clearCapabilities: true }, { ...root, helper: () => null }],
  ["umask", { umask: 0 }, { ...mac, platform: "win32" }],
])("%s is unsupported by name where the host lacks it", (name, settings, host) => {
  expect(findUnsupported({ ...defaultSettings("x", []), ...settings }, host)).toMatch(
    `${name} is not supported here: `,
  );
  expect(findUnsupported(defaultSettings("x", []), host)).toBeNull();
});

test("a helper that only PATH has is looked for on PATH as it is", () => {
  const { PATH } = process.env;
  const folder = mkdtempSync(join(tmpdir(), "forgexec-helper-"));
  try {
    writeFileSync(join(folder, "only-here"), "", { mode: 0o755 });
    process.env.PATH = `${folder}:${PATH}`;
    expect(readHost().helper("only-here")).toBe(join(folder, "only-here"));
    process.env.PATH = PATH;
    expect(readHost().helper("only-here")).toBeNull();
  } finally {
    process.env.PATH = PATH;
    rmSync(folder, { recursive: true });
  }
});

const asRoot = process.getuid?.() === 0 ? test : test.skip;
const command = () => new Command(python, reporter);

test("umask, directory and limits reach the child", async () => {
  const limits = {
    processes: 400,
    openFiles: 99,
    lockedMemory: 65536,
    coreSize: 0,
    cpuTime: 77,
    addressSpace: 2 ** 33,
  };
  const report = await reportOf(command().cwd("/usr").umask(0o27).limits(limits));
  expect(report).toMatchObject({ cwd: "/usr", umask: 0o27, blockedSignals: "0000000000000000", ignoredSignals: 0 });
  expect(report.limits).toMatchObject({
    "Max processes": ["400", "400"],
    "Max open files": ["99", "99"],
    "Max locked memory": ["65536", "65536"],
    "Max core file size": ["0", "0"],
    "Max cpu time": ["77", "77"],
    "Max address space": [String(2 ** 33), String(2 ** 33)],
  });
});

const id = { uid: 12345, gid: 54321 };
const plain = () => new Command("cat", ["/proc/self/status"]).stdout("capture");
const idsIn = (status: string) => /^Uid:\s+(\d+).*\n.*?Gid:\s+(\d+)/ms.exec(status)?.slice(1).map(Number);
const groupsIn = (status: string) => /^Groups:[ \t]*(.*)$/m.exec(status)?.[1]?.trim();

asRoot("as root: user, group and groups are the child's", async () => {
  const alone = (await plain().user(id).run()).stdout;
  expect([idsIn(alone), groupsIn(alone)]).toEqual([[12345, 54321], ""]);
  const grouped = (
    await plain()
      .user({ ...id, groups: [7, 8] })
      .umask(0)
      .run()
  ).stdout;
  expect([idsIn(grouped), groupsIn(grouped)]).toEqual([[12345, 54321], "7 8"]);
});

asRoot("as root: /dev/stderr can be opened by another user too", async () => {
  const result = await new Command("sh", ["-c", "echo x > /dev/stderr"]).user(id).stderr("capture").run();
  expect(result.stderr).toBe("x\n");
});

asRoot("as root: capabilities are cleared but the allowed ones, for root and for others", async () => {
  const none = await reportOf(command().clearCapabilities());
  expect(Object.values(none.capabilities)).toEqual(Array.from({ length: 5 }, () => "0000000000000000"));
  const allowed = (await plain().user(id).clearCapabilities().allowCapability("CAP_NET_BIND_SERVICE").run()).stdout;
  expect(allowed.match(/^Cap\w+:\s+0000000000000400$/gm)).toHaveLength(5);
});

asRoot("as root without capabilities: clearing them means no_new_privs, allowing one is unsupported", async () => {
  const { stdout } = await new Command("setpriv", ["--bounding-set=-all", "--inh-caps=-all", process.execPath])
    .args("--input-type=module", "-e", weak, compiledCommand)
    .stdout("capture")
    .run();
  const [status, reason] = JSON.parse(stdout);
  expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
  expect(status.match(/^Cap\w+:\s+0000000000000000$/gm)).toHaveLength(5);
  expect(reason).toBe("unsupported");
});

const weak = `
const { Command } = await import(process.argv[1]);
const cleared = await new Command("cat", ["/proc/self/status"]).clearCapabilities().stdout("capture").run();
const refused = await new Command("true").allowCapability("net_raw").run().catch((error) => error);
console.log(JSON.stringify([cleared.stdout, refused.reason]));
`;

test("a helper that fails is not taken for the program", async () => {
  const { launchFault } = await import("../../src/command/launch-fault.js");
  const exit = { exitCode: 127, signal: null };
  expect(launchFault(exit, ["setpriv: failed to execute x: No such file"], ["setpriv"])?.reason).toBe("not-found");
  expect(launchFault({ ...exit, exitCode: 1 }, ["prlimit: failed to set"], ["prlimit"])?.reason).toBe("spawn");
  expect(launchFault({ ...exit, exitCode: 1 }, ["prlimit: mine"], [])).toBeNull();
  expect(launchFault({ ...exit, exitCode: 3 }, ["prlimit: mine"], ["prlimit"])).toBeNull();
});
