import { isIP } from "node:net";
import { capabilityNumber } from "../command/index.js";
import { absolute } from "./absolute.js";
import type { ExtraMount, SandboxConfig, SandboxForward, SandboxPort } from "./model.js";
import type { NormalConfig, NormalMount, WritablePaths } from "./normal.js";
import { readLimits } from "./normalise-limits.js";
import { refuse } from "./refuse.js";
import { listOf, objectOf, shown } from "./shape.js";

/** A compiler sees to it that none is missing, nor one too many. */
const KEYS = Object.keys({
  cwd: true,
  env: true,
  filesystemRoot: true,
  filesystemWritablePaths: true,
  mounts: true,
  extraMounts: true,
  network: true,
  forwards: true,
  stdout: true,
  stderr: true,
  image: true,
  pull: true,
  ports: true,
  workspace: true,
  limits: true,
  capabilities: true,
} satisfies Record<keyof SandboxConfig, true>) as (keyof SandboxConfig)[];

/**
 * Checks a configuration, whatever backend it is for, and brings it into one form.
 *
 * @throws CommandError "invalid", naming the key.
 */
export function normalise(given: SandboxConfig): NormalConfig {
  const config: SandboxConfig = objectOf("the configuration", given, KEYS);
  checkNulls(config);
  const forwards = listOf("forwards", config.forwards);
  forwards.forEach(checkForward);
  once(
    "forwards",
    forwards.map(({ port }) => port),
  );
  const network = oneOf("network", config.network, ["undefined", "isolated"]);
  const capabilities = objectOf("capabilities", config.capabilities, ["drop", "add"]);
  return {
    cwd: config.cwd === undefined ? null : absolute("cwd", config.cwd),
    env: readEnvironment(config.env),
    filesystemRoot: absolute("filesystemRoot", config.filesystemRoot ?? "/"),
    writablePaths: readWritablePaths(config.filesystemWritablePaths ?? "all"),
    mounts: oneOf("mounts", config.mounts, ["undefined", "isolated"]),
    extraMounts: listOf("extraMounts", config.extraMounts).map(readMount),
    network,
    forwards,
    stdout: config.stdout ?? "capture",
    stderr: config.stderr ?? "capture",
    image: config.image === undefined ? null : readImage(config.image),
    pull: oneOf("pull", config.pull, ["missing", "never"]),
    ports: readPorts(listOf("ports", config.ports), network),
    workspace: config.workspace === undefined ? null : readWorkspace(config.workspace),
    limits: readLimits(config.limits),
    capabilities: {
      drop: readCapabilities("drop", capabilities.drop),
      add: readCapabilities("add", capabilities.add),
    },
  };
}

/** What is absent is the standard; null is no way to say so. */
function checkNulls(config: SandboxConfig): void {
  const empty = KEYS.find((key) => config[key] === null);
  if (empty !== undefined) throw refuse("invalid", `${empty} is null; leave it out instead`);
}

/** One of a few words; absent: the first. */
function oneOf<T extends string>(key: string, value: T | undefined, words: readonly [T, ...T[]]): T {
  const found = value === undefined ? words[0] : words.find((word) => word === value);
  if (found !== undefined) return found;
  throw refuse("invalid", `${key} is ${shown(value)}; it can be: ${words.join(", ")}`);
}

/** A port can lead to one place only. */
function once(key: string, ports: readonly number[]): void {
  const twice = ports.find((port, index) => ports.indexOf(port) !== index);
  if (twice !== undefined) throw refuse("invalid", `${key} has the port ${twice} twice`);
}

function readImage(image: string): string {
  if (typeof image === "string" && /^[^\s\0-][^\s\0]*$/.test(image)) return image;
  throw refuse("invalid", `image is ${shown(image)}, which is no name of a container image`);
}

/** These are the sandbox's own; and a workspace that is everything would show all that it hides. */
function readWorkspace(path: string): string {
  const workspace = absolute("workspace", path);
  if (!/^\/(proc|sys|dev)?(\/|$)/.test(workspace) || /^\/dev\/shm\/./.test(workspace)) return workspace;
  throw refuse("invalid", `workspace is ${shown(path)}; it has to be a folder of its own`);
}

function readEnvironment(env: SandboxConfig["env"]): Readonly<Record<string, string>> | null {
  if (env === undefined) return null;
  for (const [name, value] of Object.entries(objectOf("env", env, null))) {
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
  const { type, options = "", ...rest } = objectOf("extraMounts", mount, ["type", "source", "target", "options"]);
  if (type !== "proc" && type !== "tmpfs" && type !== "bind") {
    throw refuse("invalid", `extraMounts has the type ${JSON.stringify(type)}; there are proc, tmpfs and bind`);
  }
  if (typeof options !== "string") {
    throw refuse("invalid", `extraMounts has the options ${shown(options)}, not a text as ro,nosuid`);
  }
  const target = absolute("extraMounts' target", rest.target ?? "");
  if (target === "/") {
    throw refuse(
      "invalid",
      "extraMounts' target is /, which would hide all else; give filesystemRoot for another root",
    );
  }
  return {
    type,
    source: type === "bind" ? absolute("extraMounts' source", rest.source ?? "") : null,
    target,
    options: options.split(",").filter((option) => option !== "" && option !== "defaults"),
  };
}

function checkForward(forward: SandboxForward): void {
  const { port, to } = objectOf("forwards", forward, ["port", "to"]);
  checkPort("forwards", port);
  const either: { readonly port?: number; readonly socketPath?: string } | undefined = to;
  const place = objectOf("forwards' to", either, ["port", "socketPath"]);
  if (place.socketPath === undefined) checkPort("forwards", place.port);
  else absolute("forwards' socketPath", place.socketPath);
  if (place.socketPath !== undefined && place.port !== undefined)
    throw refuse("invalid", "forwards' to has a port and a socketPath; give one");
}

function readPorts(ports: readonly SandboxPort[], network: NormalConfig["network"]): readonly Required<SandboxPort>[] {
  if (ports.length > 0 && network === "isolated") {
    throw refuse("invalid", "ports cannot be published with an isolated network; leave one of the two out");
  }
  return ports.map((port) => {
    const { host, sandbox, address = "127.0.0.1" } = objectOf("ports", port, ["host", "sandbox", "address"]);
    checkPort("ports", host);
    checkPort("ports", sandbox);
    if (typeof address === "string" && isIP(address) !== 0) return { host, sandbox, address };
    throw refuse("invalid", `ports has the address ${shown(address)}, which is none`);
  });
}

function checkPort(key: string, port: number | undefined): asserts port is number {
  if (port !== undefined && Number.isInteger(port) && port >= 1 && port <= 65_535) return;
  throw refuse("invalid", `${key} has the port ${shown(port)}, which is none`);
}

function readCapabilities(which: "drop" | "add", names: readonly string[] | undefined): readonly string[] {
  const plain = listOf(`capabilities.${which}`, names).map((name) => String(name).toLowerCase().replace(/^cap_/, ""));
  const wrong = plain.find((name) => name !== "all" && capabilityNumber(name) === null);
  if (wrong !== undefined) {
    throw refuse(
      "invalid",
      `capabilities.${which} has ${JSON.stringify(wrong)}, which is no capability (capabilities(7))`,
    );
  }
  return [...new Set(plain)];
}
