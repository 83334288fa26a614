import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readIfThere } from "../files.js";

const HATCHLING = /^\s*build-backend\s*=\s*["']hatchling\b/m;
const IGNORED = /^\.forge\/?\s*$/m;
const IGNORED_HERE = /^\/?\.forge\/?\s*$/m;

/**
 * Whether building the project would pack what `.forge/` links to: hatchling follows links and reads no `.gitignore` but
 * the nearest one from the project upwards, so it would put the whole environment into the sdist.
 */
export async function wouldBePacked(directory: string): Promise<boolean> {
  const project = await readIfThere(join(directory, "pyproject.toml")).catch(() => null);
  if (project === null || !HATCHLING.test(project)) return false;
  for (let folder = directory; ; folder = dirname(folder)) {
    const text = await readFile(join(folder, ".gitignore"), "utf8").catch(() => null);
    if (text !== null) return !(folder === directory ? IGNORED_HERE : IGNORED).test(text);
    if (folder === dirname(folder)) return true;
  }
}
