import type { Plan } from "./model.js";

/** A value for `strategy.matrix` of a workflow: one entry, since nothing in the spec is a list. */
export function matrixOf({ python, stage }: Pick<Plan, "python" | "stage">): {
  readonly include: readonly { readonly python?: string; readonly stage: string }[];
} {
  return { include: [{ ...(python === null ? {} : { python }), stage }] };
}
