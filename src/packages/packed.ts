import { dirname, join } from "node:path";
import { readText } from "../read-file.js";

const HATCHLING = /^\s*build-backend\s*=\s*["']hatchling\b/m;
const IGNORED = /^\.forge\/?\s*$/m;
const IGNORED_HERE = /^\/?\.forge\/?\s*$/m;

/**
 * Whether building the project would pack what `.forge/` links to: hatchling follows links and reads no `.gitignore` but
 * the nearest one from the project upwards, so it would put the whole environment into the sdist.
 */
export async function wouldBePacked(directory: string): Promise<boolean> {
  const project = await readText(join(directory, "pyproject.toml"));
  if (project === null || !HATCHLING.test(project)) return false;
  for (let folder = directory; ; folder = dirname(folder)) {
    const text = await readText(join(folder, ".gitignore"));
    if (text !== null) return !(folder === directory ? IGNORED_HERE : IGNORED).test(text);
    if (folder === dirname(folder)) return true;
  }
}
