import { rename } from "node:fs/promises";
import { isCode } from "../files.js";

/** What is to stand at a path. */
export interface Change {
  readonly path: string;
  /** What is ready to be renamed to the path; null: nothing is to be there. */
  readonly fresh: string | null;
  /** Where to put what is at the path now; nothing is there yet. */
  readonly old: string;
}

/**
 * Puts all in place, or, where that fails, nothing. Whoever is killed meanwhile leaves no path with half of something; the
 * first path goes first and comes last, so that where it is there, the others are as well.
 */
export async function swapIn(changes: readonly Change[]): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const { path, old } of changes) {
      if (await moved(path, old)) undo.push(() => rename(old, path));
    }
    for (const { path, fresh } of changes.toReversed()) {
      if (fresh === null) continue;
      await rename(fresh, path);
      undo.push(() => rename(path, fresh));
    }
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => undefined);
    throw error;
  }
}

async function moved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (isCode(error, "ENOENT") || isCode(error, "ENOTDIR")) return false;
    throw error;
  }
}
