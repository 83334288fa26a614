import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { mkdir, readFile, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeAtomically } from "../files.js";
import { fileIdentity, interpreterIdentity } from "./identity.js";
import type { Interpreter, InterpreterSearch } from "./interpreter.js";
import { runPython } from "./python.js";

const PROBE_FORMAT = 1;
const PROBE_TIMEOUT_MS = 30_000;

// Python 3.6 and later must understand this. Wheels of distributions lie where WHEEL_PKG_DIR says.
export const PROBE = `
import glob, json, os, platform, sys, sysconfig
if sys.version_info < (3, 6):
    sys.exit(3)
def bundled():
    try:
        import ensurepip
    except ImportError:
        return None
    folders = [sysconfig.get_config_var("WHEEL_PKG_DIR"), os.path.join(os.path.dirname(ensurepip.__file__), "_bundled")]
    for folder in folders:
        found = glob.glob(os.path.join(folder, "pip-*.whl")) if folder else []
        if found:
            return sorted(found)[-1]
    return None
def pip():
    try:
        import importlib.util
        spec = importlib.util.find_spec("pip")
        if spec is None or not spec.origin:
            return None
        with open(spec.origin, encoding="utf-8") as source:
            for line in source:
                if line.startswith("__version__"):
                    return line.split("=", 1)[1].strip().strip("\\"'")
    except Exception:
        pass
    return None
base = getattr(sys, "_base_executable", None) or sys.executable
if sys.prefix == sys.base_prefix:
    base = sys.executable
print(json.dumps({
    "executable": sys.executable, "version": platform.python_version(), "implementation": sys.implementation.name,
    "build": sys.version, "base": os.path.realpath(base), "basePrefix": sys.base_prefix,
    "pip": pip(), "bundledPip": bundled(),
}))
`;

interface Memo {
  readonly format: number;
  readonly identity: string;
  readonly baseIdentity: string | null;
  readonly interpreter: Interpreter;
}

/** Asks the interpreter at `executable` who it is, or takes its kept answer while its file is the same; null: it is no usable Python. */
export async function probe(executable: string, search: InterpreterSearch): Promise<Interpreter | null> {
  const identity = interpreterIdentity(executable);
  if (identity === null) return null;
  const memo = memoPath(executable, search);
  const kept = memo && (await recall(memo, identity));
  if (kept) return kept;
  const interpreter = await ask(executable, search);
  if (interpreter !== null && memo !== null) {
    const baseIdentity = fileIdentity(interpreter.base);
    const content: Memo = { format: PROBE_FORMAT, identity, baseIdentity, interpreter };
    await mkdir(join(memo, ".."), { recursive: true, mode: 0o700 })
      .then(() => writeAtomically(memo, JSON.stringify(content)))
      .catch(() => undefined);
  }
  return interpreter;
}

async function ask(executable: string, search: InterpreterSearch): Promise<Interpreter | null> {
  try {
    const text = await runPython({
      python: executable,
      args: ["-I", "-c", PROBE],
      environment: search.environment,
      cwd: tmpdir(),
      timeoutMs: PROBE_TIMEOUT_MS,
      signal: search.signal,
    });
    const answer = JSON.parse(text) as Interpreter;
    return { ...answer, executable, base: await realpath(answer.base).catch(() => answer.base) };
  } catch (error) {
    if (search.signal?.aborted) throw error;
    return null;
  }
}

/** A script stands for whatever interpreter it picks at the moment, so only programs' answers are kept. */
function memoPath(executable: string, search: InterpreterSearch): string | null {
  if (search.cacheDirectory === undefined || isScript(executable)) return null;
  const name = createHash("sha256").update(executable).digest("hex").slice(0, 32);
  return join(search.cacheDirectory, "interpreters", `${name}.json`);
}

function isScript(path: string): boolean {
  try {
    const file = openSync(path, "r");
    try {
      const start = Buffer.alloc(2);
      readSync(file, start, 0, 2, 0);
      return start.toString("latin1") === "#!";
    } finally {
      closeSync(file);
    }
  } catch {
    return true;
  }
}

async function recall(path: string, identity: string): Promise<Interpreter | null> {
  try {
    const memo = JSON.parse(await readFile(path, "utf8")) as Memo;
    const same =
      memo.format === PROBE_FORMAT &&
      memo.identity === identity &&
      memo.baseIdentity === fileIdentity(memo.interpreter.base);
    return same ? memo.interpreter : null;
  } catch {
    return null;
  }
}
