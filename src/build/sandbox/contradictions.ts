import { UsageError } from "../../errors.js";
import { contradictionsOf, type PlannedPhase, type PlannedSandbox, planSandbox } from "../../plan/index.js";
import type { Diagnostic, Spec } from "../../spec/index.js";
import { SpecError } from "../model.js";
import { Blame, type Blamed } from "./blame.js";
import { askedOf } from "./configuration.js";
import { orDegrade, usageErrorOf } from "./faults.js";

type Phases = readonly Pick<PlannedPhase, "phase" | "sandbox">[];

/** Refuses sandboxes that no machine can make, also where a plan is only shown. @throws UsageError `sandbox-unsupported` with all that is wrong */
export async function refuseContradictions(phases: Phases, blame: Blame): Promise<void> {
  const found = [];
  for (const { phase, sandbox } of phases)
    for (const { at, error } of sandbox === null ? [] : await errorsOf(sandbox)) found.push({ phase, at, error });
  const error = blame.all(found);
  if (error !== null) throw error;
}

/** What of a valid spec's sandboxes no machine can make as it stands, each once; `text` is the spec's. */
export async function sandboxFindings(spec: Spec, text: string): Promise<readonly Diagnostic[]> {
  const overridden = { backend: false, image: false, python: false };
  const blame = new Blame({ file: spec.file, text, overridden });
  const context = { directory: "/", overrides: { backend: null, image: null, automatic: "auto" } } as const;
  const phases = Object.values(spec.phases).map((phase) => ({
    phase: phase.name,
    sandbox: planSandbox(spec, phase, context),
  }));
  try {
    await refuseContradictions(phases, blame);
    return [];
  } catch (error) {
    if (error instanceof SpecError) return error.diagnostics;
    throw error;
  }
}

async function errorsOf(sandbox: PlannedSandbox): Promise<readonly Blamed[]> {
  const together = contradictionsOf(sandbox).map(({ key, message }) => ({
    at: [key],
    error: new UsageError("sandbox-unsupported", message),
  }));
  const { getExecutor } = await import("../../sandbox/index.js");
  const { backend, image } = sandbox;
  const contained = image !== null && (backend === "auto" || backend === "container");
  const executor = getExecutor(backend !== "auto" ? backend : contained ? "container" : "bubblewrap");
  const { ports: _ports, image: named, ...config } = askedOf(sandbox);
  const faults = executor.faults(contained && named !== undefined ? { ...config, image: named } : config);
  const refused = faults.filter(({ error }) => sandbox.lacking === "refused" || error.reason !== "unsupported");
  const hints = { unsupported: orDegrade(sandbox) };
  return [
    ...together,
    ...refused.map(({ at, error }) => ({ at, error: usageErrorOf("sandbox-unsupported", error, hints) })),
  ];
}
