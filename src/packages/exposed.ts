import { lstat, rm, writeFile } from "node:fs/promises";

// Beside the environment: what lies in it is whatever the commands of a sandbox made of it, its stamp too.
function markOf(environment: string): string {
  return `${environment}.exposed`;
}

/** Notes that commands of a sandbox can write to the environment from now on. */
export async function markExposed(environment: string): Promise<void> {
  await writeFile(markOf(environment), "", { mode: 0o600 });
}

/** Whether they could since it was made or restored. */
export async function isExposed(environment: string): Promise<boolean> {
  return (await lstat(markOf(environment)).catch(() => null)) !== null;
}

/** It is made anew, or was restored. */
export async function clearExposed(environment: string): Promise<void> {
  await rm(markOf(environment), { force: true });
}
