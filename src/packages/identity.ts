import { type Stats, statSync } from "node:fs";
import { dirname, join } from "node:path";

/** A text that changes when the file at `path` (links followed) is another one or was written; null: there is none. */
export function fileIdentity(path: string): string | null {
  let stats: Stats;
  try {
    stats = statSync(path);
  } catch {
    return null;
  }
  return [stats.dev, stats.ino, stats.size, stats.mtimeMs, stats.ctimeMs].join(":");
}

/** The identity of an interpreter: its own, and that of the pyvenv.cfg which makes it a virtual environment's. */
export function interpreterIdentity(executable: string): string | null {
  const own = fileIdentity(executable);
  return own && `${own} ${fileIdentity(join(dirname(executable), "..", "pyvenv.cfg")) ?? "-"}`;
}
