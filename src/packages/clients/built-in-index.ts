import type { Interpreter } from "../interpreter.js";
import { runPython } from "../python.js";

const SCRIPT = `
import sys
sys.path[:0] = sys.argv[1:]
from pip._internal.models.index import PyPI
print(PyPI.simple_url)
`;
const TIMEOUT_MS = 12_000;

/** The index that pip has built in: asked of the interpreter's own pip, else of the one that its ensurepip brings. Null: there is no pip. */
export function builtInIndex(
  { executable, pip, bundledPip, image }: Interpreter,
  environment: Readonly<Record<string, string>>,
): ((signal: AbortSignal) => Promise<string>) | null {
  if (image !== undefined) {
    const { builtInIndex: url } = image;
    return url === null ? null : async () => url;
  }
  if (pip === null && bundledPip === null) return null;
  const wheel = pip === null && bundledPip !== null ? [bundledPip] : [];
  return async (signal) => {
    const args = ["-I", "-c", SCRIPT, ...wheel];
    const text = await runPython({ python: executable, args, environment, cwd: "/", timeoutMs: TIMEOUT_MS, signal });
    return text.trim();
  };
}
