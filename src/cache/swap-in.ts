import { rename } from "node:fs/promises";
import { join } from "node:path";
import { isCode } from "../files.js";

/** What is to stand at a path. */
export interface Change {
  readonly path: string;
  /** What is ready to be renamed to the path; null: nothing is to be there. */
  readonly fresh: string | null;
  /** An empty folder on the same file system, for what is at the path now. */
  readonly old: string;
}

/** Others may put something to the same path meanwhile; so often it is moved away again. */
const TRIES = 20;

/**
 * Puts all in place, or, where that fails, nothing. Whoever is killed meanwhile leaves no path with half of something; the
 * first path goes first and comes last, so that where it is there, the others are as well.
 */
export async function swapIn(changes: readonly Change[]): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const { path, old } of changes) {
      const away = join(old, "0");
      if (await isMoved(path, away)) undo.push(() => rename(away, path));
    }
    for (const change of changes.toReversed()) {
      const { path, fresh } = change;
      if (fresh === null) continue;
      await place(fresh, change);
      undo.push(() => rename(path, fresh));
    }
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => undefined);
    throw error;
  }
}

async function place(fresh: string, { path, old }: Change): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      return await rename(fresh, path);
    } catch (error) {
      const taken = ["ENOTEMPTY", "EEXIST", "EISDIR", "ENOTDIR"].some((code) => isCode(error, code));
      if (!taken || tried === TRIES) throw error;
      await isMoved(path, join(old, String(tried)));
    }
  }
}

async function isMoved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (isCode(error, "ENOENT") || isCode(error, "ENOTDIR")) return false;
    throw error;
  }
}
