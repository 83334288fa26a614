import { isIP } from "node:net";
import { capabilityNumber } from "../command/index.js";
import { absolute } from "./absolute.js";
import type { ExtraMount, SandboxConfig, SandboxForward, SandboxPort } from "./model.js";
import type { NormalConfig, NormalMount, WritablePaths } from "./normal.js";
import { readLimits } from "./normalise-limits.js";
import { Reader } from "./reader.js";
import { refuse, type SandboxFault } from "./refuse.js";
import { listOf, objectOf, shown } from "./shape.js";
import { withSize } from "./tmpfs-size.js";

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
  const reader = new Reader();
  const config = readConfig(given, reader);
  for (const { error } of reader.faults) throw error;
  return config;
}

/** Everything for which `normalise` refuses a configuration. */
export function findInvalid(given: SandboxConfig): readonly SandboxFault[] {
  const reader = new Reader();
  reader.part([], () => readConfig(given, reader), null);
  return reader.faults;
}

function readConfig(given: SandboxConfig, reader: Reader): NormalConfig {
  const config: SandboxConfig = objectOf("the configuration", given, KEYS);
  checkNulls(config);
  const part = <K extends keyof SandboxConfig, T>(key: K, read: (value: SandboxConfig[K]) => T, instead: T): T =>
    reader.part([key], () => read(config[key]), instead);
  const optional = <K extends keyof SandboxConfig, T>(
    key: K,
    read: (value: NonNullable<SandboxConfig[K]>) => T,
  ): T | null => part<K, T | null>(key, (value) => (value === undefined ? null : read(value as never)), null);
  const network = part<"network", NormalConfig["network"]>(
    "network",
    (word) => oneOf("network", word, ["undefined", "isolated"]),
    "undefined",
  );
  return {
    cwd: optional("cwd", (path) => absolute("cwd", path)),
    env: part("env", readEnvironment, null),
    filesystemRoot: part("filesystemRoot", (root = "/") => absolute("filesystemRoot", root), "/"),
    writablePaths: part("filesystemWritablePaths", readWritablePaths, { type: "all" }),
    mounts: part<"mounts", NormalConfig["mounts"]>(
      "mounts",
      (word) => oneOf("mounts", word, ["undefined", "isolated"]),
      "undefined",
    ),
    extraMounts: part("extraMounts", (mounts) => listOf("extraMounts", mounts), []).flatMap((mount, index) => {
      const at = ["extraMounts", index];
      const read = reader.part<readonly NormalMount[]>(at, () => [readMount(mount)], []);
      return read.map((one) => ({ ...one, options: reader.part([...at, "options"], () => withSize(one), []) }));
    }),
    network,
    forwards: part("forwards", readForwards, []),
    stdout: config.stdout ?? "capture",
    stderr: config.stderr ?? "capture",
    image: optional("image", readImage),
    pull: part<"pull", NormalConfig["pull"]>("pull", (word) => oneOf("pull", word, ["missing", "never"]), "missing"),
    ports: part("ports", (ports) => readPorts(listOf("ports", ports), network), []),
    workspace: optional("workspace", readWorkspace),
    limits: readLimits(config.limits, reader),
    capabilities: readCapabilities(config.capabilities, reader),
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

function readWritablePaths(paths: "all" | "none" | readonly string[] = "all"): WritablePaths {
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

function readForwards(given: SandboxConfig["forwards"]): readonly SandboxForward[] {
  const forwards = listOf("forwards", given);
  forwards.forEach(checkForward);
  once(
    "forwards",
    forwards.map(({ port }) => port),
  );
  return forwards;
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

function readCapabilities(given: SandboxConfig["capabilities"], reader: Reader): NormalConfig["capabilities"] {
  const sets = reader.part(["capabilities"], () => objectOf("capabilities", given, ["drop", "add"]), {});
  const read = (which: "drop" | "add"): readonly string[] => {
    const key = `capabilities.${which}`;
    const names = reader.part(["capabilities", which], () => listOf(key, sets[which]), []);
    const plain = names.flatMap((name, index) =>
      reader.part<readonly string[]>(["capabilities", which, index], () => [readCapability(key, String(name))], []),
    );
    return [...new Set(plain)];
  };
  return { drop: read("drop"), add: read("add") };
}

function readCapability(key: string, name: string): string {
  const plain = name.toLowerCase().replace(/^cap_/, "");
  if (plain === "all" || capabilityNumber(plain) !== null) return plain;
  throw refuse("invalid", `${key} has ${JSON.stringify(plain)}, which is no capability (capabilities(7))`);
}
