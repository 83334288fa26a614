import { isIP } from "node:net";
import { capabilityNumber } from "../command/index.js";
import { absolute } from "./absolute.js";
import type { ExtraMount, SandboxConfig, SandboxForward, SandboxPort } from "./model.js";
import type { NormalConfig, NormalMount, WritablePaths } from "./normal.js";
import { readLimits } from "./normalise-limits.js";
import { refuse } from "./refuse.js";

/**
 * Checks a configuration, whatever backend it is for, and brings it into one form.
 *
 * @throws CommandError "invalid", naming the key.
 */
export function normalise(config: SandboxConfig): NormalConfig {
  const forwards = config.forwards ?? [];
  forwards.forEach(checkForward);
  const network = config.network ?? "undefined";
  return {
    cwd: config.cwd === undefined ? null : absolute("cwd", config.cwd),
    env: readEnvironment(config.env),
    filesystemRoot: absolute("filesystemRoot", config.filesystemRoot ?? "/"),
    writablePaths: readWritablePaths(config.filesystemWritablePaths ?? "all"),
    mounts: config.mounts ?? "undefined",
    extraMounts: (config.extraMounts ?? []).map(readMount),
    network,
    forwards,
    stdout: config.stdout ?? "capture",
    stderr: config.stderr ?? "capture",
    image: config.image ?? null,
    pull: config.pull ?? "missing",
    ports: readPorts(config.ports ?? [], network),
    workspace: config.workspace === undefined ? null : absolute("workspace", config.workspace),
    limits: readLimits(config.limits ?? {}),
    capabilities: {
      drop: readCapabilities("drop", config.capabilities?.drop),
      add: readCapabilities("add", config.capabilities?.add),
    },
  };
}

function readEnvironment(env: SandboxConfig["env"]): Readonly<Record<string, string>> | null {
  if (env === undefined) return null;
  for (const [name, value] of Object.entries(env)) {
    if (name === "" || /[=\0]/.test(name) || typeof value !== "string" || value.includes("\0")) {
      throw refuse("invalid", `env has ${JSON.stringify(name)}, which is no variable with a text`);
    }
  }
  return { ...env };
}

function readWritablePaths(paths: "all" | "none" | readonly string[]): WritablePaths {
  if (paths === "all" || paths === "none") return { type: paths };
  if (!Array.isArray(paths)) {
    throw refuse("invalid", `filesystemWritablePaths is ${JSON.stringify(paths)}, not all, none or a list of paths`);
  }
  const plain = paths.map((path) => absolute("filesystemWritablePaths", path));
  return { type: "some", paths: [...new Set(plain)] };
}

function readMount(mount: ExtraMount): NormalMount {
  const { type } = mount;
  if (type !== "proc" && type !== "tmpfs" && type !== "bind") {
    throw refuse("invalid", `extraMounts has the type ${JSON.stringify(type)}; there are proc, tmpfs and bind`);
  }
  const source = type === "bind" ? absolute("extraMounts' source", mount.source ?? "") : null;
  const options = (mount.options ?? "").split(",").filter((option) => option !== "" && option !== "defaults");
  return { type, source, target: absolute("extraMounts' target", mount.target), options };
}

function checkForward(forward: SandboxForward): void {
  const target = "port" in forward.to ? forward.to.port : null;
  for (const port of target === null ? [forward.port] : [forward.port, target]) checkPort("forwards", port);
  if ("socketPath" in forward.to) absolute("forwards' socketPath", forward.to.socketPath);
}

function readPorts(ports: readonly SandboxPort[], network: NormalConfig["network"]): readonly Required<SandboxPort>[] {
  if (ports.length > 0 && network === "isolated") {
    throw refuse("invalid", "ports cannot be published with an isolated network; leave one of the two out");
  }
  return ports.map(({ host, sandbox, address = "127.0.0.1" }) => {
    for (const port of [host, sandbox]) checkPort("ports", port);
    if (isIP(address) === 0) throw refuse("invalid", `ports has the address ${JSON.stringify(address)}, which is none`);
    return { host, sandbox, address };
  });
}

function checkPort(key: string, port: number): void {
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return;
  throw refuse("invalid", `${key} has the port ${port}, which is none`);
}

function readCapabilities(which: "drop" | "add", names: readonly string[] | undefined): readonly string[] {
  const plain = (names ?? []).map((name) => String(name).toLowerCase().replace(/^cap_/, ""));
  const wrong = plain.find((name) => name !== "all" && capabilityNumber(name) === null);
  if (wrong !== undefined) {
    throw refuse(
      "invalid",
      `capabilities.${which} has ${JSON.stringify(wrong)}, which is no capability (capabilities(7))`,
    );
  }
  return [...new Set(plain)];
}
