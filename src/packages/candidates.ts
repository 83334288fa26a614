import { accessSync, constants, readdirSync, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import type { InterpreterSearch } from "./interpreter.js";
import { behindShim, pyenvRootOf } from "./pyenv.js";
import { matchesVersion, newestFirst } from "./version-request.js";

/** An interpreter that lies in a folder named after its version. */
export interface Installed {
  readonly version: string;
  readonly executable: string;
}

/** Programs on PATH with one of these names, in the order of `names`, then of PATH. Relative entries don't count: the project could fill them. */
export function onPath(names: readonly string[], search: InterpreterSearch): readonly string[] {
  const folders = pathOf(search).split(delimiter).filter(isAbsolute);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, programName(name, search.platform))));
  return [...new Set(found.filter(isProgram).flatMap((path) => unshim(path, search)))];
}

function unshim(path: string, search: InterpreterSearch): readonly string[] {
  const root = pyenvRootOf(path);
  if (root === null) return [path];
  const real = behindShim(path, root, { environment: search.environment, directory: search.directory });
  return real !== null && isProgram(real) ? [real] : [];
}

/** Interpreters in the tool cache of GitHub's runners, in pyenv and in uv, the newest first. */
export function inVersionFolders(search: InterpreterSearch): readonly Installed[] {
  const { environment } = search;
  const home = environment.HOME ?? environment.USERPROFILE;
  const toolCaches = [environment.RUNNER_TOOL_CACHE, environment.AGENT_TOOLSDIRECTORY];
  const pyenvRoot = environment.PYENV_ROOT ?? (home && join(home, ".pyenv"));
  const uvRoot = environment.UV_PYTHON_INSTALL_DIR ?? (home && join(home, ".local", "share", "uv", "python"));
  const found = [
    ...toolCaches.filter((root): root is string => Boolean(root)).flatMap((root) => fromToolCache(root, search)),
    ...(pyenvRoot ? fromFolders(join(pyenvRoot, "versions"), /^(\d+\.\d+\.\w+)$/, search) : []),
    ...(uvRoot ? fromFolders(uvRoot, /^cpython-(\d+\.\d+\.\w+)-/, search) : []),
  ];
  const usable = found.filter(({ version }) => !version.startsWith("2."));
  return usable.sort((left, right) => newestFirst(left.version, right.version));
}

/** Those of `installed` that a request's parts name. */
export function matching(installed: readonly Installed[], parts: readonly string[]): readonly string[] {
  return installed.filter(({ version }) => matchesVersion(version, parts)).map(({ executable }) => executable);
}

// <tool cache>/Python/3.12.1/x64/bin/python, beside a file x64.complete.
function fromToolCache(root: string, search: InterpreterSearch): readonly Installed[] {
  const folder = join(root, "Python");
  return list(folder).flatMap((version) =>
    list(join(folder, version)).flatMap((arch) => interpreterIn(join(folder, version, arch), version, search)),
  );
}

function fromFolders(folder: string, pattern: RegExp, search: InterpreterSearch): readonly Installed[] {
  return list(folder).flatMap((name) => {
    const version = pattern.exec(name)?.[1];
    return version === undefined ? [] : interpreterIn(join(folder, name), version, search);
  });
}

/** The interpreter of an installation or virtual environment, as a list of one or none. */
export function interpreterIn(prefix: string, version: string, search: InterpreterSearch): readonly Installed[] {
  const places = search.platform === "win32" ? ["python.exe", "Scripts/python.exe"] : ["bin/python3", "bin/python"];
  const executable = places.map((place) => join(prefix, place)).find(isProgram);
  return executable === undefined ? [] : [{ version, executable }];
}

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function programName(name: string, platform: NodeJS.Platform): string {
  return platform === "win32" ? `${name}.exe` : name;
}

function pathOf({ environment, platform }: InterpreterSearch): string {
  if (platform !== "win32") return environment.PATH ?? "";
  const name = Object.keys(environment).find((key) => key.toUpperCase() === "PATH");
  return (name && environment[name]) ?? "";
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
