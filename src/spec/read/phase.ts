import { parseTimeout } from "../duration.js";
import type { Phase, PhaseName } from "../model.js";
import type { Entry } from "../yaml/node.js";
import { member, textOf } from "../yaml/node.js";
import { type Reading, refuseKeys } from "./context.js";
import { isTrue, readSteps } from "./step.js";

const LATER = ["sandbox", "shards"];

/** Reads a phase; undefined where it has no steps. */
export function readPhase(name: PhaseName, entry: Entry | undefined, reading: Reading): Phase | undefined {
  if (!entry) return undefined;
  const { value: node } = entry;
  refuseKeys(node, name === "install" ? [...LATER, "inputs"] : LATER, reading);
  const list = node.kind === "list" ? node : member(node, "steps");
  const steps = list?.kind === "list" ? list.items.flatMap((item) => readSteps(item, reading)) : [];
  if (steps.length === 0) return undefined;
  const timeoutMs = parseTimeout(textOf(member(node, "timeout")) ?? "");
  return {
    name,
    position: reading.positionOf(entry.offset),
    steps,
    parallel: isTrue(member(node, "parallel")),
    idToken: isTrue(member(node, "id-token")),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  };
}
