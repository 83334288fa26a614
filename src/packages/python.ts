import { execFile } from "node:child_process";
import { promisify } from "node:util";

const spawn = promisify(execFile);

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

/** Runs Python and gives its standard output; rejects when it fails. `PYTHONHOME` never reaches it. */
export async function runPython(call: PythonCall): Promise<string> {
  const { PYTHONHOME: _home, __PYVENV_LAUNCHER__: _launcher, ...environment } = call.environment;
  const { stdout } = await spawn(call.python, [...call.args], {
    cwd: call.cwd,
    env: environment,
    encoding: "utf8",
    timeout: call.timeoutMs,
    killSignal: "SIGKILL",
    maxBuffer: 16 * 1024 * 1024,
    windowsHide: true,
    ...(call.signal === undefined ? {} : { signal: call.signal }),
  });
  return stdout;
}
