import { realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { UsageError } from "../errors.js";
import { findSpec } from "../spec/index.js";
import type { BuildOptions } from "./model.js";

export interface Located {
  /** Absolute. */
  readonly specPath: string;
  /** The spec's file for messages: relative to the working directory where it lies within it. */
  readonly shown: string;
  /** Absolute. */
  readonly directory: string;
  /** What a sandbox shows at its own path: the workspace, else the spec's folder where `directory` lies in it, else `directory`. */
  readonly workspace: string;
}

/** Finds the spec and the folder that commands run in. What is not there, or lies outside `confineTo`, is a UsageError. */
export async function locate(options: BuildOptions): Promise<Located> {
  const { cwd } = options.machine;
  const given = options.directory === undefined ? undefined : resolve(cwd, options.directory);
  if (given !== undefined) await requireDirectory(given, options.directory ?? given);
  const specPath = await specOf(options, given);
  const directory = given ?? dirname(specPath);
  if (options.confineTo !== undefined) {
    const root = await realpath(options.confineTo);
    await requireInside(specPath, { root, what: "spec" });
    await requireInside(directory, { root, what: "working directory" });
  }
  const workspace = await workspaceOf(options.confineTo ?? dirname(specPath), directory);
  return { specPath, shown: shownPath(specPath, cwd), directory, workspace };
}

/** Links resolved where `directory` is only by them in the folder: it has to be seen at its own path. */
async function workspaceOf(folder: string, directory: string): Promise<string> {
  if (directory === folder || directory.startsWith(folder + sep)) return folder;
  const [real, within] = await Promise.all([realpath(folder), realpath(directory)]);
  return within === real || within.startsWith(real + sep) ? real : directory;
}

async function specOf(options: BuildOptions, directory: string | undefined): Promise<string> {
  const { cwd } = options.machine;
  if (options.spec !== undefined) {
    const fromHere = resolve(cwd, options.spec);
    const fromThere = resolve(directory ?? cwd, options.spec);
    return (await exists(fromHere)) || !(await exists(fromThere)) ? fromHere : fromThere;
  }
  const starts = directory === undefined || directory === cwd ? [cwd] : [directory, cwd];
  for (const start of starts) {
    const found = await findSpec(start);
    if (found !== undefined) return found;
  }
  const message = `No .forge.yml in ${starts.join(" or ")} or any folder above it. Write one with "forgexec init", or name a file with --spec.`;
  throw new UsageError("no-spec", message);
}

async function requireDirectory(path: string, shown: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) return;
  const why = found === null ? "there is no such directory" : "it is not a directory";
  throw new UsageError(
    "no-directory",
    `${shown}: ${why}. Name an existing one as the directory that the build runs in.`,
  );
}

async function requireInside(path: string, limit: { readonly root: string; readonly what: string }): Promise<void> {
  // A path that does not exist is reported later, as a missing file; here only its folder's place counts.
  const real = await realpath(path).catch(() => path);
  if (real === limit.root || real.startsWith(limit.root + sep)) return;
  throw new UsageError(
    "outside-workspace",
    `${path}: the ${limit.what} lies outside the workspace ${limit.root}, which is refused.`,
  );
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

function shownPath(path: string, cwd: string): string {
  const inside = relative(cwd, path) || ".";
  return inside.startsWith("..") || isAbsolute(inside) ? path : inside;
}
