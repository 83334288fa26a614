import type { Slot } from "./wiring.js";

/**
 * Puts another descriptor over those that the child must not get, where there is no bash to close them: what they are of is out of reach
 * then, though their numbers are open.
 */
export function coverFds(stdio: readonly Slot[], unwanted: readonly number[], cover: number): Slot[] {
  const slots: Slot[] = [...stdio];
  for (const fd of unwanted) {
    // From 3 on, "ignore" leaves a number as it is: closed.
    while (slots.length < fd) slots.push("ignore");
    slots[fd] = cover;
  }
  return slots;
}
