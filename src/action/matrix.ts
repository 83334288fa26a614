import type { Plan } from "../plan/index.js";

/** A value for `strategy.matrix`, as JSON: one entry, since nothing in the spec is a list. */
export function matrixOf({ python, stage }: Pick<Plan, "python" | "stage">): string {
  return JSON.stringify({ include: [{ ...(python === null ? {} : { python }), stage }] });
}
