import { lstat } from "node:fs/promises";
import { partsOf } from "./parts.js";
import { removeParts } from "./remove-parts.js";

/**
 * Takes away what a killed run left mounted at an environment's place; costs a look where nothing is. The caller holds its slot.
 *
 * @throws ImageError where it can't be taken away
 */
export async function clearPlace(environment: string): Promise<void> {
  const folder = await lstat(`${environment}.image`).catch(() => null);
  if (folder !== null) await removeParts(await partsOf(environment));
}
