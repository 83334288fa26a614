import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import picomatch from "picomatch";
import { bounded } from "../bounded.js";
import { UsageError } from "../errors.js";
import { readRegularFile } from "../read-file.js";
import { archivesIn, farthest, type PackageSource, packageSource } from "./requirement-sources.js";

/** What an installation depends on in the project's tree. */
export interface InstallInputs {
  /** Over the paths and contents of the files. */
  readonly hash: string;
  /** Whether something is installed from a folder, so that the environment holds the project's path. */
  readonly fromPath: "yes" | "no";
  /** Where the files install from: what is in a folder, a repository or behind a URL changes without them. */
  readonly filesFrom: PackageSource;
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
const MAX_TOTAL_BYTES = 64 * 1024 * 1024;
/** How long the patterns of the spec may be compared with a folder's names, in milliseconds. */
const MATCH_BOUND = 500;

/**
 * Hashes the files that installing depends on: those that `install.inputs` names, else the usual ones in the tree
 * (requirements, constraints, pyproject.toml, setup.py and setup.cfg, locks, tox.ini, Pipfile), and in both cases files
 * which the commands, or `further` words, name and what requirements files include. Bounded: a large tree is read only near its root.
 */
export async function installInputs(
  directory: string,
  install: unknown,
  further: readonly string[] = [],
): Promise<InstallInputs> {
  const words = wordsOf(install).slice(0, MAX_FILES);
  const declared = (install as { readonly inputs?: unknown } | null)?.inputs;
  const patterns = Array.isArray(declared) ? declared.filter((each) => typeof each === "string") : USUAL;
  const found = await walk(directory, picomatch([...patterns], { dot: true }));
  const named = [...words, ...further]
    .map((word) => resolve(directory, word))
    .filter((path) => mayBeInput(directory, path));
  // What the commands name comes first: it counts however much else there is.
  const contents = await readAll([...named, ...found], directory);
  const hash = createHash("sha256");
  for (const [file, content] of [...contents].sort(([left], [right]) => (left < right ? -1 : 1)))
    hash.update(JSON.stringify([relative(directory, file), content.length])).update(content);
  const filesFrom = farthest([...contents].map(([file, content]) => packageSource(file, content)));
  const fromPath = words.some(installsPath) || filesFrom === "folder";
  return { hash: hash.digest("hex"), fromPath: fromPath ? "yes" : "no", filesFrom };
}

async function readAll(files: readonly string[], directory: string): Promise<ReadonlyMap<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  let looked = 0;
  let room = MAX_TOTAL_BYTES;
  // A set goes on to what is added to it while it is walked.
  const queue = new Set(files);
  for (const file of queue) {
    if (looked++ >= MAX_FILES) break;
    const content = await contentOf(file, Math.min(MAX_BYTES, room));
    if (content === null) continue;
    room -= content.length;
    contents.set(file, content);
    const archives = archivesIn(file, content).map((path) => resolve(directory, path));
    for (const other of [...includedBy(file, content), ...archives].slice(0, MAX_FILES)) queue.add(other);
  }
  return contents;
}

// pip's requirements file format: -r, -c and their long forms, relative to the file that has them.
function includedBy(file: string, content: Buffer): readonly string[] {
  if (!/\.(txt|in|pip|list)$/.test(file)) return [];
  const lines = content.toString("utf8").matchAll(/^\s*(?:-[rc]|--requirement|--constraint)[ =]?\s*([^\s#]+)/gm);
  return [...lines].map(([, path = ""]) => resolve(dirname(file), path)).filter((path) => !path.includes("\0"));
}

// Elsewhere on the machine only what looks like it: a program's or a device's file is none.
function mayBeInput(directory: string, path: string): boolean {
  const within = path.startsWith(directory.endsWith(sep) ? directory : directory + sep);
  return within || /\.(txt|in|toml|lock|cfg|whl|tar\.gz|zip)$/.test(path);
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
  return (
    word === "-e" || word === "--editable" || /^\.{1,2}(\/|$|\[)/.test(word) || PROJECT_INSTALLERS.has(basename(word))
  );
}

/** Of a file that is too large its size and time; null for what is no file. */
async function contentOf(path: string, limit: number): Promise<Buffer | null> {
  try {
    const content = await readRegularFile(path, limit);
    if ("bytes" in content) return content.bytes;
    return content.problem === "too-large" ? Buffer.from(`${content.size} ${content.mtimeMs}`) : null;
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
      entries.sort((left, right) => (left.name < right.name ? -1 : 1));
      const pathOf = ({ name }: { readonly name: string }): string => join(folder, name);
      for (const entry of entries) if (entry.isDirectory() && !SKIPPED.has(entry.name)) next.push(pathOf(entry));
      const files = entries.filter((entry) => !entry.isDirectory()).map(pathOf);
      const here = wantedOf(files, (path) => wanted(relative(directory, path).split(sep).join("/")));
      for (const path of here) found.push(path);
      if (found.length > MAX_FILES) return found;
    }
    level = next;
  }
  return found;
}

function wantedOf(files: readonly string[], wanted: (path: string) => boolean): readonly string[] {
  const matched = bounded(() => files.filter(wanted), MATCH_BOUND);
  if (matched !== null) return matched.value;
  throw new UsageError(
    "slow-pattern",
    "install.inputs: a pattern takes too long to compare with the project's files. Write it with fewer `*` and alternatives.",
  );
}
