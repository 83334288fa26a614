import type { SandboxBounds, SandboxMount, SandboxSettings } from "../model.js";
import { member, type Node, textOf, toPlain } from "../yaml/node.js";

/** Reads a `sandbox`; undefined where there is none. What is of a wrong type was reported by the schema. */
export function readSandbox(node: Node | undefined): SandboxSettings | undefined {
  if (node?.kind !== "map") return undefined;
  return defined<SandboxSettings>({
    backend: textOf(member(node, "backend")),
    filesystemRoot: textOf(member(node, "filesystem-root")),
    filesystemWritablePaths:
      textOf(member(node, "filesystem-writable-paths")) ?? texts(node, "filesystem-writable-paths"),
    mounts: textOf(member(node, "mounts")),
    extraMounts: items(node, "extra-mounts")?.map(readMount),
    network: textOf(member(node, "network")),
    limits: readLimits(member(node, "limits")),
    capabilities: readCapabilities(member(node, "capabilities")),
    degrade: plainOf(member(node, "degrade")),
  });
}

function readMount(node: Node): SandboxMount {
  const text = (key: string) => textOf(member(node, key));
  return defined<SandboxMount>({
    type: text("type"),
    source: text("source"),
    target: text("target"),
    options: text("options"),
  });
}

function readLimits(node: Node | undefined): SandboxBounds | undefined {
  if (node?.kind !== "map") return undefined;
  const value = (key: string) => plainOf(member(node, key));
  return defined<SandboxBounds>({
    memory: textOf(member(node, "memory")),
    cpus: value("cpus"),
    pids: value("pids"),
    openFiles: value("open-files"),
    timeout: textOf(member(node, "timeout")),
    deviceReadBps: readRates(member(node, "device-read-bps")),
    deviceWriteBps: readRates(member(node, "device-write-bps")),
    noOomKill: value("no-oom-kill"),
  });
}

function readRates(node: Node | undefined): Readonly<Record<string, string>> | undefined {
  if (node?.kind !== "map") return undefined;
  return Object.fromEntries([...node.entries.values()].map(({ key, value }) => [key, textOf(value) ?? ""]));
}

function readCapabilities(node: Node | undefined): SandboxSettings["capabilities"] {
  if (node?.kind !== "map") return undefined;
  return defined<NonNullable<SandboxSettings["capabilities"]>>({ drop: texts(node, "drop"), add: texts(node, "add") });
}

function items(node: Node, key: string): readonly Node[] | undefined {
  const list = member(node, key);
  return list?.kind === "list" ? list.items : undefined;
}

function texts(node: Node, key: string): readonly string[] | undefined {
  return items(node, key)?.flatMap((item) => textOf(item) ?? []);
}

function plainOf(node: Node | undefined): unknown {
  return node?.kind === "scalar" ? toPlain(node) : undefined;
}

/** The keys that have a value. The schema has seen to it that it is of the right type. */
function defined<T>(from: Readonly<Record<keyof T, unknown>>): T {
  return Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined)) as T;
}
