import type { Toolkit } from "./toolkit.js";

/** Registers a secret with the runner: whole, which masks each line on GitHub, and line by line for runners that mask it whole only. */
export function hide(core: Pick<Toolkit, "setSecret">, secret: string): void {
  const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
  for (const text of new Set([secret, ...lines])) {
    if (text.trim() !== "") core.setSecret(text);
  }
}
