import { UsageError } from "../../errors.js";
import { contradictionOf, type PlannedPhase, planSandbox } from "../../plan/index.js";
import type { Diagnostic, Spec } from "../../spec/index.js";
import { SpecError } from "../model.js";
import { Blame } from "./blame.js";

/** Refuses sandboxes that no machine can make, also where a plan is only shown. @throws UsageError `sandbox-unsupported` */
export function refuseContradictions(phases: readonly Pick<PlannedPhase, "phase" | "sandbox">[], blame: Blame): void {
  for (const { phase, sandbox } of phases) {
    const found = sandbox === null ? null : contradictionOf(sandbox);
    if (found === null) continue;
    throw blame.placed(new UsageError("sandbox-unsupported", found.message), phase, found.key);
  }
}

/** What of a valid spec's sandboxes no machine can make as it stands, each once; `text` is the spec's. */
export function sandboxFindings(spec: Spec, text: string): readonly Diagnostic[] {
  const blame = new Blame({ file: spec.file, text, overridden: { backend: false, image: false } });
  const context = { directory: "/", overrides: { backend: null, image: null } };
  const found = new Map<string, Diagnostic>();
  for (const phase of Object.values(spec.phases)) {
    const sandbox = planSandbox(spec, phase, context);
    try {
      if (sandbox !== null) refuseContradictions([{ phase: phase.name, sandbox }], blame);
    } catch (error) {
      if (!(error instanceof SpecError)) throw error;
      for (const each of error.diagnostics) found.set(JSON.stringify(each), each);
    }
  }
  return [...found.values()];
}
