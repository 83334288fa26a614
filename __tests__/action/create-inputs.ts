import { type Inputs, readInputs } from "../../src/action/inputs.js";

/** The inputs at their defaults, with some of them otherwise. */
export function createInputs(overrides: Partial<Inputs> = {}): Inputs {
  return { ...readInputs(() => ""), ...overrides };
}
