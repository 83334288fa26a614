import { stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

export const SPEC_FILE = ".forge.yml";

/** The nearest `.forge.yml` in `directory` or a folder above it, as an absolute path; undefined where there is none. */
export async function findSpec(directory: string): Promise<string | undefined> {
  for (let folder = resolve(directory); ; folder = dirname(folder)) {
    const path = join(folder, SPEC_FILE);
    const found = await stat(path).then(
      (stats) => !stats.isDirectory(),
      () => false,
    );
    if (found) return path;
    if (folder === dirname(folder)) return undefined;
  }
}
