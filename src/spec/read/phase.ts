import { parseTimeout } from "../duration.js";
import type { Phase, PhaseName } from "../model.js";
import type { Entry } from "../yaml/node.js";
import { member, type Node, textOf } from "../yaml/node.js";
import { type Reading, refuseKeys } from "./context.js";
import { readSandbox } from "./sandbox.js";
import { isTrue, readSteps } from "./step.js";

const LATER = ["shards"];

/** Reads a phase; undefined where it has no steps. */
export function readPhase(name: PhaseName, entry: Entry | undefined, reading: Reading): Phase | undefined {
  if (!entry) return undefined;
  const { value: node } = entry;
  refuseKeys(node, LATER, reading);
  const list = node.kind === "list" ? node : member(node, "steps");
  const steps = list?.kind === "list" ? list.items.flatMap((item) => readSteps(item, reading)) : [];
  if (steps.length === 0) return undefined;
  const timeoutMs = parseTimeout(textOf(member(node, "timeout")) ?? "");
  const inputs = name === "install" ? readInputs(member(node, "inputs")) : undefined;
  const sandbox = readSandbox(member(node, "sandbox"));
  if (inputs === undefined) warnOfCached(list, reading);
  return {
    name,
    position: reading.positionOf(entry.offset),
    steps,
    parallel: isTrue(member(node, "parallel")),
    idToken: isTrue(member(node, "id-token")),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(inputs === undefined ? {} : { inputs }),
    ...(sandbox === undefined ? {} : { sandbox }),
  };
}

function readInputs(node: Node | undefined): readonly string[] | undefined {
  return node?.kind === "list" ? node.items.flatMap((item) => textOf(item) ?? []) : undefined;
}

/** Without `install.inputs` nothing says what the step's work depends on, so it is always done. */
function warnOfCached(list: Node | undefined, reading: Reading): void {
  for (const step of list?.kind === "list" ? list.items : []) {
    const cached = step.kind === "map" ? step.entries.get("cached") : undefined;
    if (cached === undefined || !isTrue(cached.value)) continue;
    const message = "`cached` has a meaning only in `install`, and there with `inputs`; this step always runs.";
    reading.report({ offset: cached.offset, severity: "warning", code: "cached-without-inputs", message });
  }
}
