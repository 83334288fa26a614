import { mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { UsageError } from "../errors.js";
import type { Interpreter } from "./interpreter.js";
import { pipWheel } from "./pip-wheel.js";
import { runPython } from "./python.js";
import { PUT_PIP_IN } from "./python-scripts.js";

/** What an environment is made of. */
export interface EnvironmentRequest {
  readonly path: string;
  readonly interpreter: Interpreter;
  /** Version of its pip: a version, `newest` or `bundled`. */
  readonly pip: string;
  /** Whether an index is named, so that the environment is of use without a pip of its own. */
  readonly index: "named" | "unnamed";
  readonly cacheDirectory: string;
  readonly network?: "online" | "offline" | undefined;
  readonly environment: Readonly<Record<string, string>>;
  readonly platform: NodeJS.Platform;
  readonly note: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

const MAKE_TIMEOUT_MS = 120_000;

/** Folder of an environment's programs. */
export function programsOf(path: string, platform: NodeJS.Platform): string {
  return join(path, platform === "win32" ? "Scripts" : "bin");
}

/** The environment's own Python. */
export function pythonOf(path: string, platform: NodeJS.Platform): string {
  return join(programsOf(path, platform), platform === "win32" ? "python.exe" : "python");
}

/**
 * Makes a virtual environment with pip, and without setuptools, at `path`; what was there is removed first. It is made
 * in place, since its scripts hold its path.
 *
 * @throws UsageError `no-environment` with Python's own words, `no-pip` where there is neither pip nor an index.
 */
export async function makeEnvironment(request: EnvironmentRequest): Promise<void> {
  const { path, interpreter, signal } = request;
  const wheel = await pipWheel(request);
  if (wheel === null && request.index === "unnamed") {
    throw new UsageError(
      "no-pip",
      `${interpreter.executable} has neither pip nor ensurepip, and no index is named. Install pip for it (on Debian: python3-pip or python3-venv), or give pypi.index-url or PIP_INDEX_URL.`,
    );
  }
  await rm(path, { recursive: true, force: true, maxRetries: 3 });
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const call = { environment: request.environment, cwd: tmpdir(), timeoutMs: MAKE_TIMEOUT_MS, signal };
  try {
    await runPython({ ...call, python: interpreter.executable, args: ["-I", "-m", "venv", "--without-pip", path] });
    if (wheel === null) {
      request.note(`${interpreter.executable} has no pip: the environment has none either.`);
      return;
    }
    await putPipIn(request, wheel, call);
  } catch (error) {
    if (signal?.aborted) throw error;
    const { stderr, stdout, message } = error as { stderr?: string; stdout?: string; message: string };
    throw new UsageError(
      "no-environment",
      `${interpreter.executable} could not make the build's environment ${path}: ${(stderr || stdout || message).trim().slice(-2000)}`,
      { cause: error },
    );
  }
}

type Call = Omit<Parameters<typeof runPython>[0], "python" | "args">;

async function putPipIn(request: EnvironmentRequest, wheel: string, call: Call): Promise<void> {
  const python = pythonOf(request.path, request.platform);
  // There pip's own launchers are programs, which only pip makes.
  const args =
    request.platform === "win32"
      ? ["-I", join(wheel, "pip"), "--isolated", "install", "--no-index", "--no-deps", wheel]
      : ["-I", "-c", PUT_PIP_IN, wheel];
  await runPython({ ...call, python, args });
}
