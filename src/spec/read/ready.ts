import { parseTimeout } from "../duration.js";
import type { Readiness } from "../model.js";
import { member, type Node, textOf } from "../yaml/node.js";
import { readCommand } from "./command.js";
import type { Reading } from "./context.js";

/** How long a background command may take to become ready where the spec does not say. */
const DEFAULT_TIMEOUT_MS = 30_000;

export function readReady(node: Node | undefined, reading: Reading): Readiness | undefined {
  if (node?.kind !== "map") return undefined;
  const timeoutMs = parseTimeout(textOf(member(node, "timeout")) ?? "") ?? DEFAULT_TIMEOUT_MS;
  const url = textOf(member(node, "http"));
  if (url !== undefined) return { kind: "http", url, timeoutMs };
  const address = textOf(member(node, "tcp"));
  if (address !== undefined) return { kind: "tcp", ...readAddress(address), timeoutMs };
  const pattern = textOf(member(node, "log"));
  if (pattern !== undefined) return { kind: "log", pattern, timeoutMs };
  const command = readCommand(member(node, "command"), undefined, reading);
  return command ? { kind: "command", words: command.words, timeoutMs } : undefined;
}

function readAddress(address: string): { host: string; port: number } {
  const colon = address.lastIndexOf(":");
  const host = colon < 0 ? "127.0.0.1" : address.slice(0, colon).replace(/^\[(.*)\]$/, "$1");
  return { host, port: Number(address.slice(colon + 1)) };
}
