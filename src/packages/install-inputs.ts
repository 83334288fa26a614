import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import picomatch from "picomatch";

/** What an installation depends on in the project's tree. */
export interface InstallInputs {
  /** Over the paths and contents of the files. */
  readonly hash: string;
  /** Whether something is installed from a folder, so that the environment holds the project's path. */
  readonly fromPath: "yes" | "no";
}

const USUAL = [
  "**/*requirements*.{txt,in}",
  "**/requirements/**/*.{txt,in}",
  "**/*constraints*.txt",
  "**/pyproject.toml",
  "**/setup.{py,cfg}",
  "**/*.lock",
  "**/tox.ini",
  "**/Pipfile*",
];
const SKIPPED = new Set([".git", ".hg", ".forge", "node_modules", ".venv", "venv", ".tox", ".nox", "__pycache__"]);
const MAX_FOLDERS = 3000;
const MAX_DEPTH = 10;
const MAX_FILES = 2000;
const MAX_BYTES = 8 * 1024 * 1024;

/**
 * Hashes the files that installing depends on: those that `install.inputs` names, else the usual ones in the tree
 * (requirements, constraints, pyproject.toml, setup.py and setup.cfg, locks, tox.ini, Pipfile), and files which the
 * commands name. Bounded: a tree too large is read only near its root.
 */
export async function installInputs(directory: string, install: unknown): Promise<InstallInputs> {
  const words = wordsOf(install);
  const declared = (install as { readonly inputs?: unknown } | null)?.inputs;
  const patterns = Array.isArray(declared)
    ? declared.filter((each): each is string => typeof each === "string")
    : USUAL;
  const files = new Set([
    ...(await walk(directory, picomatch([...patterns], { dot: true }))),
    ...words.map((word) => resolve(directory, word)),
  ]);
  const hash = createHash("sha256");
  let fromPath = words.some(installsPath);
  for (const file of [...files]
    .filter((path) => isWithin(directory, path))
    .sort()
    .slice(0, MAX_FILES)) {
    const content = await contentOf(file);
    if (content === null) continue;
    hash.update(JSON.stringify([relative(directory, file), content.length])).update(content);
    fromPath ||=
      /\.(txt|in)$/.test(file) && /^\s*(-e|--editable|\.{1,2}(\/|\s|$|\[)|file:)/m.test(content.toString("latin1"));
  }
  return { hash: hash.digest("hex"), fromPath: fromPath ? "yes" : "no" };
}

function isWithin(directory: string, path: string): boolean {
  return path.startsWith(directory.endsWith(sep) ? directory : directory + sep);
}

// Whatever words the commands have, in whichever form the spec gave them.
function wordsOf(value: unknown): readonly string[] {
  if (typeof value === "string")
    return value.split(/[\s'"=]+/).filter((word) => word !== "" && word.length < 512 && !word.includes("\0"));
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(wordsOf);
}

const PROJECT_INSTALLERS = new Set([
  "poetry",
  "pdm",
  "hatch",
  "flit",
  "uv",
  "make",
  "pipenv",
  "rye",
  "pixi",
  "setup.py",
]);

function installsPath(word: string): boolean {
  return word === "-e" || word === "--editable" || /^\.{1,2}(\/|$|\[)/.test(word) || PROJECT_INSTALLERS.has(word);
}

// A FIFO or a device would never end.
async function contentOf(path: string): Promise<Buffer | null> {
  try {
    const stats = await stat(path);
    if (!stats.isFile()) return null;
    return stats.size <= MAX_BYTES ? await readFile(path) : Buffer.from(`${stats.size} ${stats.mtimeMs}`);
  } catch {
    return null;
  }
}

async function walk(directory: string, wanted: (path: string) => boolean): Promise<readonly string[]> {
  const found: string[] = [];
  let level = [directory];
  let folders = 0;
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
    const next: string[] = [];
    for (const folder of level) {
      if (++folders > MAX_FOLDERS) return found;
      const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
      // A virtual environment, whatever its name.
      if (depth > 0 && entries.some(({ name }) => name === "pyvenv.cfg")) continue;
      for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
        const path = join(folder, entry.name);
        if (entry.isDirectory() && !SKIPPED.has(entry.name)) next.push(path);
        else if (!entry.isDirectory() && wanted(relative(directory, path).split(sep).join("/"))) found.push(path);
      }
    }
    level = next;
  }
  return found;
}
