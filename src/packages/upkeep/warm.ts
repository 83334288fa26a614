import { access, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "../../command/index.js";
import { UsageError } from "../../errors.js";
import { computeTag, openClients } from "../clients/index.js";
import { findInterpreter } from "../find-interpreter.js";
import type { Interpreter } from "../interpreter.js";
import { pipWheel } from "../pip-wheel.js";
import { takeSlot } from "../slot.js";
import { builtWheels } from "./built-wheels.js";
import { updateWheelhouse } from "./wheelhouse.js";

/** What the cache is to be primed with. */
export interface WarmOptions {
  /** Requirements files; absolute. */
  readonly requirements: readonly string[];
  /** A version or a path; null: python3 on PATH. */
  readonly python: string | null;
  /** What relative paths in requirements start from; absolute. */
  readonly directory: string;
  readonly cacheDirectory: string;
  /** The machine's environment, already without the runner's secrets: builds of packages see it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  readonly network: "online" | "offline";
  /** Told of what the user should know, a line each. */
  readonly note: (line: string) => void;
  /** Each line that pip writes. */
  readonly output: (line: string) => void;
  /** Ends it, with grace. */
  readonly signal: AbortSignal;
  /** Ends it at once. */
  readonly killSignal: AbortSignal;
}

/** What came of it. */
export interface Warmed {
  /** pip's; a run finds all in place only if it is 0. */
  readonly exitCode: number;
  /** Wheels that were built and kept. */
  readonly built: number;
  readonly fetched: number;
  readonly fetchedBytes: number;
  /** Files that were there already. */
  readonly kept: number;
  readonly wheelhouse: string;
}

/**
 * Primes the cache directory with all that requirements files need: `pip wheel`, through the package index and with the
 * caches that a run would use, so that a run finds everything there and has nothing to download or build.
 *
 * @throws UsageError `no-requirements`, and those of `findInterpreter`, `pipWheel` and `openClients`
 */
export async function warmKept(options: WarmOptions): Promise<Warmed> {
  const { requirements, python: request, cacheDirectory, platform, directory } = options;
  await Promise.all(requirements.map(requireFile));
  const interpreter = await findInterpreter({ ...options, request });
  const pip = await pipWheel({ ...options, pip: "newest", interpreter });
  if (pip === null)
    throw new UsageError("no-pip", `The Python ${interpreter.executable} has no pip, and none can be had.`);
  const tag = computeTag({ interpreter, platform });
  const clients = join(cacheDirectory, "clients", tag);
  const slot = await takeSlot({ cacheDirectory, directory, owner: "forgexec", repository: "warm" });
  try {
    const settings = await openClients({
      ...{ interpreter, pypi: undefined, directory, cacheDirectory, slot, tag, platform },
      ...{ environment: options.environment, home: options.home, note: options.note, signal: options.signal },
      ...{ cache: "on", mode: options.network, writable: "shared" },
    });
    try {
      const before = new Set((await builtWheels(clients)).map(({ path }) => path));
      const variables = { ...without(options.environment, settings.remove), ...settings.variables };
      const exitCode = await runPip({ options, interpreter, pip, variables, requirements });
      const built = (await builtWheels(clients)).filter(({ path }) => !before.has(path)).length;
      const { fetched, fetchedBytes, kept } = settings.usage();
      const wheelhouse = await updateWheelhouse(cacheDirectory, tag);
      const older = [...kept].filter((file) => !fetched.has(file)).length;
      return { exitCode, built, fetched: fetched.size, fetchedBytes, kept: older, wheelhouse };
    } finally {
      await settings.close();
    }
  } finally {
    await slot.lock.release();
  }
}

async function requireFile(path: string): Promise<void> {
  await access(path).catch((error: Error) => {
    throw new UsageError("no-requirements", `The requirements file ${path} can't be read: ${error.message}.`);
  });
}

async function runPip(call: {
  readonly options: WarmOptions;
  readonly interpreter: Interpreter;
  readonly pip: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly requirements: readonly string[];
}): Promise<number> {
  const { options, interpreter, pip, variables, requirements } = call;
  // Only the caches are to stay: what pip puts here are copies of what they hold.
  const wheels = await mkdtemp(join(tmpdir(), "forgexec-warm-"));
  try {
    const { status } = await new Command(interpreter.executable, [join(pip, "pip"), "--no-input", "wheel"])
      .args("--wheel-dir", wheels, ...requirements.map((path) => ["--requirement", path]))
      .envAll({ ...variables, PIP_REQUIRE_VIRTUALENV: "0" })
      .cwd(options.directory)
      .stdout((line) => {
        if (!line.startsWith(`Saved ${wheels}`)) options.output(line);
      })
      .stderr("stdout")
      .signal(options.signal)
      .killSignal(options.killSignal)
      .leftovers("kill")
      .allowFailure()
      .run();
    return status;
  } finally {
    await rm(wheels, { recursive: true, force: true });
  }
}

function without(environment: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  const left = new Set(["PYTHONHOME", "__PYVENV_LAUNCHER__", ...names]);
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !left.has(name)));
}
