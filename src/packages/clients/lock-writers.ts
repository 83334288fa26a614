import { readFileSync, statSync } from "node:fs";
import { basename, extname, resolve } from "node:path";

/** Clients that write the addresses of indexes or files into what a project commits. */
const WRITERS = [
  /(?:^|[\s;&|(/\\"'])pip-compile\b/,
  /-m["',\s]+piptools\b/,
  /(?:^|[\s;&|(/\\])pip[\d.]*(?:\.exe)?\s+(?:-\S+\s+)*lock\b/,
  /-m\s+pip\s+(?:-\S+\s+)*lock\b/,
  /\buv\s+(?:-\S+\s+)*pip\s+compile\b.*(?:--emit-index|pylock)/,
];

/** Files that say what a program runs. */
const RECIPES: Readonly<Record<string, readonly string[]>> = {
  tox: ["tox.ini", "tox.toml", "setup.cfg", "pyproject.toml"],
  nox: ["noxfile.py"],
  make: ["Makefile", "makefile", "GNUmakefile"],
  just: ["justfile", "Justfile"],
  task: ["Taskfile.yml", "Taskfile.yaml"],
  invoke: ["tasks.py"],
  inv: ["tasks.py"],
  doit: ["dodo.py"],
  hatch: ["pyproject.toml", "hatch.toml"],
  pdm: ["pyproject.toml"],
  poe: ["pyproject.toml"],
  "pre-commit": [".pre-commit-config.yaml"],
};
const SCRIPTS = [".sh", ".bash", ".py", ".mk"];
const MOST_BYTES = 1024 * 1024;

/**
 * Whether a command, as words, writes a lock file with addresses: itself, in the text that a shell is given, or by a
 * script or recipe of the project. A list of requirements does not count: it says at its top what wrote it.
 */
export function writesLock(argv: readonly string[], directory: string): boolean {
  if (matches(argv.join(" "))) return true;
  return recipesOf(argv).some((name) => matches(read(resolve(directory, name))));
}

function recipesOf(argv: readonly string[]): readonly string[] {
  const words = argv.flatMap((word) => word.split(/\s+/));
  return words.flatMap((word) => {
    const name = basename(word).replace(/\.exe$/, "");
    return Object.hasOwn(RECIPES, name) ? (RECIPES[name] ?? []) : SCRIPTS.includes(extname(word)) ? [word] : [];
  });
}

function matches(text: string): boolean {
  return WRITERS.some((pattern) => pattern.test(text));
}

function read(path: string): string {
  try {
    const stats = statSync(path);
    // What is no file may never end.
    return !stats.isFile() || stats.size > MOST_BYTES ? "" : readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
