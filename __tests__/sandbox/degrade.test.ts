import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { BACKENDS, getExecutor, type SandboxCapabilities, type SandboxConfig } from "../../src/sandbox/index.js";
import { compiledSources } from "../index-server/compiled.js";
import { usePodman } from "./container/podman.js";
import { ofFolders } from "./support/backends.js";
import { noGroups, testEverybodys } from "./support/machine.js";
import { useRootFolder } from "./support/root-folder.js";

usePodman();
const { root, scratch } = useRootFolder();

/** One thing that can be asked for; where the capabilities have it; and the whole configuration that asks for nothing else. */
type Piece = readonly [name: string, key: keyof SandboxCapabilities, value: string, config: SandboxConfig];
const limit = (name: string, value: unknown, more = {}): Piece => [
  `limits.${name}`,
  "limits",
  name,
  { limits: { ...more, [name]: value } },
];
const pieces: readonly Piece[] = [
  ["cwd", "cwd", "any", { cwd: "/data" }],
  ["env", "env", "any", { env: { A: "B" } }],
  ["filesystemRoot", "filesystemRoot", "any", { filesystemRoot: "/srv" }],
  ["filesystemWritablePaths", "filesystemWritablePaths", "none", { filesystemWritablePaths: "none" }],
  ["filesystemWritablePaths", "filesystemWritablePaths", "any", { filesystemWritablePaths: ["/tmp"] }],
  ["mounts", "mounts", "isolated", { mounts: "isolated" }],
  ["network", "network", "isolated", { network: "isolated" }],
  ["extraMounts", "extraMounts", "proc", { extraMounts: [{ type: "proc", target: "/proc" }] }],
  ["extraMounts", "extraMounts", "tmpfs", { extraMounts: [{ type: "tmpfs", source: null, target: "/mnt" }] }],
  ["extraMounts", "extraMounts", "bind", { extraMounts: [{ type: "bind", source: "/etc", target: "/mnt" }] }],
  ["image", "image", "any", { image: "debian:12" }],
  ["pull", "pull", "never", { pull: "never" }],
  ["ports", "ports", "any", { ports: [{ host: 8080, sandbox: 80 }] }],
  ["workspace", "workspace", "any", { workspace: "/srv" }],
  ["capabilities.drop", "capabilities", "drop", { capabilities: { drop: ["chown"] } }],
  ["capabilities.add", "capabilities", "add", { capabilities: { add: ["net_raw"] } }],
  limit("memory", "1GiB"),
  limit("cpus", 0.5),
  limit("pids", 50),
  limit("openFiles", 50),
  limit("timeout", "1m"),
  limit("deviceReadBps", { "/dev/x": "1MiB" }),
  limit("deviceWriteBps", { "/dev/x": "1MiB" }),
];

/** What of a key is left where a backend can do nothing else of it, and is said so. */
const remains: Readonly<Record<string, string>> = {
  filesystemRoot: "/",
  filesystemWritablePaths: "all",
  mounts: "undefined",
  network: "undefined",
};

function degraded(name: (typeof BACKENDS)[number], config: SandboxConfig) {
  const warnings: string[] = [];
  const result = getExecutor(name).degradeConfigForCapabilities(config, { warn: (said) => warnings.push(said) });
  return { result, warnings };
}

describe.each(BACKENDS)("%s", (name) => {
  testEverybodys.each(pieces)(
    "%s (%s %s) is left as it is, or set to what remains or taken out, with one warning",
    (asked, key, value, config) => {
      const executor = getExecutor(name);
      const { result, warnings } = degraded(name, config);
      const known = (executor.capabilities[key] ?? []).includes(value);
      if (known) expect({ result, warnings }).toEqual({ result: config, warnings: [] });
      else {
        expect(warnings).toEqual([expect.stringContaining(`The ${name} sandbox cannot do ${asked} `)]);
        const remaining = remains[asked];
        if (remaining !== undefined && executor.capabilities[key]?.includes(remaining))
          expect(result).toEqual({ [key]: remaining });
        else expect(JSON.stringify(Object.values(result))).toMatch(/^\[(|\[\]|\{\})\]$/);
        expect(() => executor.check(config)).toThrow(`cannot do ${asked}`);
      }
      executor.check(result);
      expect(degraded(name, result)).toEqual({ result, warnings: [] });
    },
  );

  test("a mount keeps those of its options that the backend takes, with a warning for each of the others", () => {
    if (name === "none") return;
    const mount = (options: string) => ({
      extraMounts: [{ type: "bind", source: "/etc", target: "/mnt", options }] as const,
    });
    const strange = name === "bubblewrap" ? "noexec" : "uid=7";
    const asked = mount(`ro,${strange}`);
    const { result, warnings } = degraded(name, asked);
    expect(result).toEqual(mount("ro"));
    expect(warnings).toEqual([expect.stringContaining(strange)]);
    expect(() => getExecutor(name).check(asked)).toThrow(expect.objectContaining({ reason: "unsupported" }));
    getExecutor(name).check(result);
  });

  test("forwards without an isolated network are what open takes, or are left out with a warning", () => {
    const asked: SandboxConfig = { cwd: "/", forwards: [{ port: 3141, to: { port: 3141 } }] };
    const { result, warnings } = degraded(name, asked);
    const takes = name === "container";
    expect({ result, told: warnings.length }).toEqual(
      takes ? { result: asked, told: 0 } : { result: { cwd: "/" }, told: 1 },
    );
    for (const warning of warnings) expect(warning).toContain("forwards");
    const executor = getExecutor(name);
    expect(executor.faults(asked).map(({ at }) => at)).toEqual(takes ? [] : [["forwards"]]);
    if (!takes) expect(() => executor.check(asked)).toThrow("forwards");
    executor.check(result);
  });

  test("what is no configuration is refused, not degraded", () => {
    for (const config of [{ extraMounts: 5 }, { limits: { memory: "much" } }, { network: "bogus" }, { key: "none" }])
      expect(() => degraded(name, config as unknown as SandboxConfig)).toThrow(
        expect.objectContaining({ reason: "invalid" }),
      );
  });
});

describe.each(ofFolders)("$name", ({ name, test }) => {
  test("a configuration of everything, degraded, is one that commands run in", async () => {
    const everything: SandboxConfig = {
      cwd: "/data",
      env: { PATH: "/bin" },
      filesystemRoot: root,
      filesystemWritablePaths: ["/data/1"],
      mounts: "isolated",
      network: "isolated",
      extraMounts: [
        { type: "proc", target: "/proc" },
        { type: "tmpfs", target: "/mnt" },
        { type: "bind", source: scratch, target: "/srv", options: "ro" },
      ],
      limits: { memory: "256MiB", cpus: 1, pids: 60, openFiles: 99, timeout: "1m" },
      capabilities: { drop: ["chown"], add: ["net_raw"] },
      stdout: "capture",
      stderr: "stdout",
    };
    const { result, warnings } = degraded(name, everything);
    const lacking = [...(name === "chroot" ? ["network"] : []), ...(name === "container" ? [] : noGroups)];
    expect(warnings).toHaveLength(lacking.length);
    for (const each of lacking) expect(warnings.join()).toContain(each);
    const { exitCode, stdout } = await getExecutor(name).runSandbox(["sh", "-c", "pwd; ls /srv; ulimit -n"], result);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "/data\nroot\n99\n" });
  });
});

testEverybodys("warnings go to Node's unless somebody else wants them", async () => {
  const program = join(await compiledSources(), "warned.mjs");
  const config = '{ network: "isolated" }';
  writeFileSync(
    program,
    `import { getExecutor } from "./sandbox/index.js";
     for (const rest of [[], [{}], [{ warn: undefined }]])
       getExecutor("chroot").degradeConfigForCapabilities(${config}, ...rest);`,
  );
  const { stderr, status } = spawnSync(process.execPath, [program], { encoding: "utf8" });
  expect(status).toBe(0);
  expect(stderr.match(/Warning: The chroot sandbox cannot do network/g)).toHaveLength(3);
});
