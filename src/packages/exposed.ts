import { rm, writeFile } from "node:fs/promises";
import { readIfThere } from "../files.js";

// Beside the environment: what lies in it is whatever the commands of a sandbox made of it, its stamp too.
function markOf(environment: string): string {
  return `${environment}.exposed`;
}

/** Notes that commands of a sandbox can write to the environment of this key from now on. */
export async function markExposed(environment: string, key: string): Promise<void> {
  await writeFile(markOf(environment), key, { mode: 0o600 });
}

/** Its key, if they could since it was made or restored; null: they could not. */
export async function exposedKey(environment: string): Promise<string | null> {
  return readIfThere(markOf(environment));
}

/** It is made anew, or was restored. */
export async function clearExposed(environment: string): Promise<void> {
  await rm(markOf(environment), { force: true });
}
