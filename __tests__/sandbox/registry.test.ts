import { expect, test } from "@jest/globals";
import { BACKENDS, executorForPlatform, getExecutor, type SandboxConfig } from "../../src/sandbox/index.js";
import { failureOf } from "../command/helper.js";
import { testEverybodys } from "./support/machine.js";

test("an executor is had by its name, always the same one", () => {
  for (const name of BACKENDS) {
    expect(getExecutor(name).name).toBe(name);
    expect(getExecutor(name)).toBe(getExecutor(name));
  }
});

test("a name that is none is an error with those that there are", () => {
  const refused = { name: "UsageError", code: "unknown-sandbox" };
  for (const name of ["jail", "", "AUTO"])
    expect(() => getExecutor(name)).toThrow(
      expect.objectContaining({
        ...refused,
        message: expect.stringMatching(/none, chroot, bubblewrap, container; "auto"/),
      }),
    );
  expect(() => executorForPlatform({ environment: { FORGEXEC_SANDBOX: "jail" } })).toThrow(
    expect.objectContaining({ ...refused, message: expect.stringMatching(/^FORGEXEC_SANDBOX: .*"jail"/) }),
  );
});

test.each(BACKENDS)("FORGEXEC_SANDBOX names %s, over what the machine has", (name) => {
  expect(executorForPlatform({ environment: { FORGEXEC_SANDBOX: name } })).toBe(getExecutor(name));
});

testEverybodys("auto is the machine's executor", () => {
  expect(getExecutor("auto")).toBe(executorForPlatform());
  const { FORGEXEC_SANDBOX: before } = process.env;
  process.env.FORGEXEC_SANDBOX = "chroot";
  try {
    expect(getExecutor("auto")).toBe(getExecutor("chroot"));
  } finally {
    if (before === undefined) delete process.env.FORGEXEC_SANDBOX;
    else process.env.FORGEXEC_SANDBOX = before;
  }
});

testEverybodys("the machine's executor is bubblewrap, unless the environment names another", async () => {
  for (const environment of [{}, { FORGEXEC_SANDBOX: "auto" }, { FORGEXEC_SANDBOX: "" }]) {
    expect(executorForPlatform({ environment }).name).toBe("bubblewrap");
  }
  const executor = executorForPlatform({ environment: { FORGEXEC_SANDBOX: "none" } });
  expect(executor.name).toBe("none");
  expect(await executor.runSandbox(["echo", "xyzzy"])).toEqual({ exitCode: 0, stdout: "xyzzy\n", stderr: "" });
});

const everything: SandboxConfig = {
  cwd: "/",
  filesystemRoot: "/srv",
  filesystemWritablePaths: ["/tmp"],
  mounts: "isolated",
  network: "isolated",
  image: "x",
  extraMounts: [{ type: "proc", target: "/proc" }],
  limits: { memory: "1GiB", timeout: "5m", noOomKill: false },
  capabilities: { drop: ["chown"], add: ["net_raw"] },
};

test("a configuration is degraded to what none can do, with a warning for each change", () => {
  const warnings: string[] = [];
  const degraded = getExecutor("none").degradeConfigForCapabilities(everything, {
    warn: (message) => warnings.push(message),
  });
  expect(degraded).toEqual({
    cwd: "/",
    filesystemRoot: "/",
    filesystemWritablePaths: "all",
    mounts: "undefined",
    network: "undefined",
    extraMounts: [],
    limits: { timeout: "5m", noOomKill: false },
    capabilities: {},
  });
  expect(warnings.map((warning) => /cannot do (\S+)/.exec(warning)?.[1]).sort()).toEqual(
    [
      "capabilities.add",
      "capabilities.drop",
      "extraMounts",
      "filesystemRoot",
      "filesystemWritablePaths",
      "image",
      "limits.memory",
      "mounts",
      "network",
    ].sort(),
  );
  expect(warnings.every((warning) => warning.startsWith("The none sandbox cannot do "))).toBe(true);
});

test("a degraded configuration is one that can be run", async () => {
  const executor = getExecutor("none");
  const config = executor.degradeConfigForCapabilities(everything, { warn() {} });
  expect((await executor.runSandbox(["pwd"], config)).stdout).toBe("/\n");
});

test("what a backend can do is left as it is, without a warning", () => {
  const config = { filesystemWritablePaths: ["/tmp"], mounts: "isolated", network: "isolated" } as const;
  const unexpected = (message: string) => {
    throw new Error(message);
  };
  expect(getExecutor("bubblewrap").degradeConfigForCapabilities(config, { warn: unexpected })).toEqual(config);
});

test.each<[string, SandboxConfig]>([
  ["network", { network: "isolated" }],
  ["mounts", { mounts: "isolated" }],
  ["filesystemRoot", { filesystemRoot: "/srv" }],
  ["filesystemWritablePaths", { filesystemWritablePaths: "none" }],
  ["filesystemWritablePaths", { filesystemWritablePaths: ["/tmp"] }],
  ["image", { image: "debian:12" }],
  ["extraMounts", { extraMounts: [{ type: "tmpfs", target: "/tmp" }] }],
  ["limits.memory", { limits: { memory: "1GiB" } }],
  ["limits.pids", { limits: { pids: 10 } }],
  ["capabilities.drop", { capabilities: { drop: ["chown"] } }],
])("%s is refused where there is no sandbox", async (key, config) => {
  const executor = getExecutor("none");
  for (const asked of [executor.runSandbox(["true"], config), executor.open(config)]) {
    const error = await failureOf(asked);
    expect(error.reason).toBe("unsupported");
    expect(error.message).toContain(`cannot do ${key}`);
  }
});

test.each<[string, SandboxConfig]>([
  ["cwd", { cwd: "relative" }],
  ["filesystemRoot", { filesystemRoot: "relative" }],
  ["filesystemWritablePaths", { filesystemWritablePaths: ["tmp"] }],
  ["env", { env: { "a=b": "c" } }],
  ["extraMounts", { extraMounts: [{ type: "bind", target: "/x" }] }],
  ["extraMounts", { extraMounts: [{ type: "ext4" as "bind", target: "/x" }] }],
  ["limits.memory", { limits: { memory: "much" } }],
  ["limits.timeout", { limits: { timeout: "soon" } }],
  ["limits.pids", { limits: { pids: 0.5 } }],
  ["limits.cpus", { limits: { cpus: 0 } }],
  ["capabilities.drop", { capabilities: { drop: ["everything"] } }],
  ["forwards", { forwards: [{ port: 80, to: { port: 80 } }] }],
  ["forwards", { network: "isolated", forwards: [{ port: 0, to: { port: 80 } }] }],
])("a bad %s is named", async (key, config) => {
  const error = await failureOf(getExecutor("bubblewrap").open(config));
  expect(error.reason).toBe("invalid");
  expect(error.message).toContain(key);
});
