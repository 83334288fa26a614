import { readFile } from "node:fs/promises";

export { writeAtomically } from "../write-atomically.js";

/** Content of a text file; null where there is none. Other faults are thrown. */
export async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT") || isCode(error, "ENOTDIR")) return null;
    throw error;
  }
}

/** Whether an error is the system's error of that name. */
export function isCode(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException | null)?.code === code;
}
