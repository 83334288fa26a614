import { statSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { UsageError } from "../errors.js";
import { interpreterIn, inVersionFolders, isProgram, matching, onPath } from "./candidates.js";
import type { Interpreter, InterpreterSearch } from "./interpreter.js";
import { probe } from "./probe.js";
import { matchesVersion, newestFirst, versionParts } from "./version-request.js";

/**
 * The Python interpreter that a request names, verified by asking it.
 *
 * Looked for on PATH (pyenv's shims resolved), then, for a version, in the tool cache of GitHub's runners
 * (`RUNNER_TOOL_CACHE`, `AGENT_TOOLSDIRECTORY`), in pyenv's and in uv's folders. Any Python from 3.6 on will do.
 *
 * @throws UsageError `no-python` (nothing asked for, none there), `python-not-found` (says which there are),
 *   `invalid-python` (the request is neither a version nor a path).
 */
export async function findInterpreter(search: InterpreterSearch): Promise<Interpreter> {
  const { request } = search;
  if (request === null) return findDefault(search);
  const parts = versionParts(request);
  if (parts !== null && Number(parts[0]) < 3) {
    throw new UsageError(
      "invalid-python",
      `python: "${request}" is too old: the build's environment needs Python 3.6 or later.`,
    );
  }
  if (parts !== null) return findVersion(request, parts, search);
  if (/[\\/]/.test(request)) return findPath(request, search);
  throw new UsageError(
    "invalid-python",
    `python: "${request}" is neither a version such as "3.12" nor a path. Write python: "3.12", or the interpreter's path.`,
  );
}

function defaultNames(platform: NodeJS.Platform): readonly string[] {
  return platform === "win32" ? ["python", "python3"] : ["python3", "python"];
}

async function findDefault(search: InterpreterSearch): Promise<Interpreter> {
  for (const path of onPath(defaultNames(search.platform), search)) {
    const interpreter = await probe(path, search);
    if (interpreter !== null) return interpreter;
  }
  throw new UsageError(
    "no-python",
    `No Python was found on PATH (${defaultNames(search.platform).join(", ")}).${elsewhere(search)} ` +
      "Install Python 3 (on GitHub: the actions/setup-python step before this one), or name an interpreter with `python` in the spec or --python.",
  );
}

async function findVersion(request: string, parts: readonly string[], search: InterpreterSearch): Promise<Interpreter> {
  const found: Interpreter[] = [];
  for (const path of candidatesFor(parts, search)) {
    const interpreter = await probe(path, search);
    if (interpreter === null) continue;
    if (matchesVersion(interpreter.version, parts)) return interpreter;
    found.push(interpreter);
  }
  throw new UsageError("python-not-found", notThere(request, found, search));
}

/** PATH first; the folders of installed versions are looked through only where it has none that fits. */
function* candidatesFor(parts: readonly string[], search: InterpreterSearch): Generator<string> {
  const named = parts.length > 1 ? [`python${parts.slice(0, 2).join(".")}`] : [];
  yield* onPath([...named, ...defaultNames(search.platform)], search);
  yield* matching(inVersionFolders(search), parts);
}

async function findPath(request: string, search: InterpreterSearch): Promise<Interpreter> {
  const path = isAbsolute(request) ? request : resolve(search.directory ?? "/", request);
  const inFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory()
    ? interpreterIn(path, "", search)[0]?.executable
    : undefined;
  const executable = inFolder ?? path;
  const interpreter = isProgram(executable) ? await probe(executable, search) : null;
  if (interpreter !== null) return interpreter;
  throw new UsageError(
    "python-not-found",
    `python: ${path} is no Python 3 interpreter that can be run. Give the path of one, or a version such as "3.12".${elsewhere(search)}`,
  );
}

function notThere(request: string, found: readonly Interpreter[], search: InterpreterSearch): string {
  const others = new Map(inVersionFolders(search).map(({ executable, version }) => [executable, version]));
  for (const { base, version, executable } of new Map(found.map((each) => [each.base, each])).values()) {
    others.delete(base);
    others.set(executable, version);
  }
  const there = [...others].map(([executable, version]) => `${version} (${executable})`).sort(newestFirst);
  const list = there.length === 0 ? "No other Python was found either." : `Found: ${there.join(", ")}.`;
  return (
    `Python ${request} was asked for and is not on this machine. ${list} ` +
    `Install it (on GitHub: actions/setup-python with python-version: "${request}" before this step; elsewhere the system's packages or \`pyenv install ${request}\`), ` +
    "or ask for another with `python` in the spec or --python."
  );
}

function elsewhere(search: InterpreterSearch): string {
  const there = inVersionFolders(search).map(({ version, executable }) => `${version} (${executable})`);
  return there.length === 0 ? "" : ` Found elsewhere: ${there.join(", ")}.`;
}
