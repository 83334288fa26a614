import type { Plan } from "../plan/index.js";
import { type Event, type RunServices, run } from "../run/index.js";
import type { RunControl } from "./model.js";
import { requireInterpreter, type ServiceParts } from "./services.js";
import { shownKey } from "./shown-key.js";

/** Sees to it that all sandboxes can be had, and runs. Fetching an image is part of the run's time. */
export async function* runPrepared(
  parts: ServiceParts,
  { control, services }: { readonly control: RunControl; readonly services: RunServices },
): AsyncGenerator<Event, void, undefined> {
  const { sandboxes, plan } = parts;
  const began = performance.now();
  const late = plan.timeoutMs === null ? [] : [AbortSignal.timeout(Math.min(plan.timeoutMs, LONGEST_TIMER))];
  const signal = AbortSignal.any([control.signal, ...late]);
  const warnings: Plan["warnings"][number][] = [];
  try {
    const degraded = await sandboxes.prepare(plan.phases, { signal, progress: control.progress ?? (() => {}) });
    warnings.push(...degraded.map((message) => ({ code: "sandbox-degraded", message })));
    if (!signal.aborted) await requireInterpreter(parts, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  if (late.some(({ aborted }) => aborted) && !control.signal.aborted)
    warnings.push({ code: "not-prepared", message: "The run's time was over before its sandboxes were prepared." });
  const spentMs = Math.round(performance.now() - began);
  const shown = signal.aborted ? {} : await shownKey(parts);
  yield* run({ ...plan, ...shown, warnings: [...plan.warnings, ...warnings] }, { ...services, spentMs });
}

/** The longest delay that Node's timers take, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;
