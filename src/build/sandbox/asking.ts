import { UsageError } from "../../errors.js";
import type { PlannedPhase, PlannedStep } from "../../plan/index.js";
import type { Executor } from "../../sandbox/index.js";

/**
 * Refuses a phase with a step that would be asked whether it is ready in a network that is not to be entered from here.
 *
 * @throws UsageError `sandbox-unsupported`
 */
export function requireAsking(phase: PlannedPhase, executor: Executor): void {
  const asked = askedStep(phase);
  if (asked !== null && !entersNetworks(executor)) throw notAsked(asked, executor);
}

/** The first step that an address is asked for; null: there is none. */
export function askedStep({ steps }: PlannedPhase): PlannedStep | null {
  return steps.find(({ ready }) => ready?.kind === "http" || ready?.kind === "tcp") ?? null;
}

/** The error of a step that cannot be asked whether it is ready. */
export function notAsked({ name, ready }: PlannedStep, executor: Executor): UsageError {
  const what = `${name}: ready.${ready?.kind} cannot be asked`;
  return unsupported(what, executor, "Or use ready.command or ready.log");
}

/** The error of a package index that commands could not reach. */
export function indexUnreachable(executor: Executor): UsageError {
  const what = "The run's package index cannot be reached from inside";
  return unsupported(what, executor, "Or run without a package cache (--no-cache)");
}

/** Whether this machine gets into the networks of sandboxes that have their own. */
export function entersNetworks({ name, capabilities }: Executor): boolean {
  return name !== "container" || capabilities.forwards.length > 0;
}

function unsupported(what: string, executor: Executor, hint: string): UsageError {
  const why = executor.whyNot("forwards") ?? "its service numbers processes in another way than this machine";
  return new UsageError(
    "sandbox-unsupported",
    `${what}, since containers' networks cannot be entered here: ${why}. ${hint}.`,
  );
}
