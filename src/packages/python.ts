import { run } from "../command/index.js";

/** One run of a Python interpreter. */
export interface PythonCall {
  readonly python: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Python puts it on its path in some modes, so never the project. */
  readonly cwd: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** Runs Python and gives its standard output; rejects with a CommandError when it fails. PYTHONHOME never reaches it. */
export async function runPython(call: PythonCall): Promise<string> {
  const { PYTHONHOME: _home, __PYVENV_LAUNCHER__: _launcher, ...env } = call.environment;
  const { python, args, cwd, timeoutMs: timeout, signal } = call;
  const options = { env, cwd, timeout, killGrace: 0, maxBuffer: 16 * 1024 * 1024 };
  const { stdout } = await run(python, args, signal === undefined ? options : { ...options, signal });
  return stdout;
}
