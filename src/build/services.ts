import { UsageError } from "../errors.js";
import {
  findImagePython,
  findInterpreter,
  openPackages,
  type PackageCache,
  type PackageOptions,
  type PendingSave,
  recoverPackages,
} from "../packages/index.js";
import type { Plan } from "../plan/index.js";
import type { Masker, RunServices } from "../run/index.js";
import type { Spec, Value } from "../spec/index.js";
import { cacheDirectory } from "./cache-directory.js";
import type { CacheFaults } from "./cache-faults.js";
import type { Machine } from "./machine.js";
import type { RunControl } from "./model.js";
import type { Blame } from "./sandbox/blame.js";
import { recoverSandboxes } from "./sandbox/recover.js";
import type { Sandboxes } from "./sandbox/sandboxes.js";

export interface ServiceParts {
  readonly machine: Machine;
  readonly plan: Plan;
  readonly spec: Spec;
  readonly masker: Masker;
  readonly resolve: (value: Value) => string;
  /** The repository's owner and name, where they are known. */
  readonly owner: string | null;
  readonly repository: string | null;
  /** What commands get of the machine's environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly idTokenEnvironment: Readonly<Record<string, string>>;
  readonly cache: PackageCache;
  readonly network: "online" | "offline";
  readonly faults: CacheFaults;
  /** Takes what a run leaves to be saved later. */
  readonly pending: PendingSave[];
  readonly sandboxes: Sandboxes;
  readonly blame: Blame;
}

/** Puts a run's services together; each run control gives a set of its own. */
export function servicesFor(parts: ServiceParts): (control: RunControl) => RunServices {
  const { machine, plan, masker, resolve, idTokenEnvironment } = parts;
  return ({ signal, killSignal }) => ({
    now: machine.now,
    environment: withPath(parts.environment, machine.platform),
    idTokenEnvironment,
    resolve,
    masker,
    signal,
    killSignal,
    openSandbox: ({ phase, ...rest }) => parts.sandboxes.open(phase, rest),
    recover: async () => [
      ...(await recoverSandboxes()),
      ...(await recoverPackages({ home: machine.home, cacheDirectory: cacheDirectory(machine) })),
    ],
    openPackages: async (wanted) => {
      const inImage = parts.sandboxes.pythonImage();
      if (inImage !== null && "why" in inImage) {
        wanted.note(`${inImage.why} The commands run without an environment of their own.`);
        return null;
      }
      parts.faults.listen((message) => wanted.warn("package-cache", message));
      const phases = plan.phases.filter(({ steps }) => steps.length > 0).map(({ phase }) => phase);
      const indexes = indexesOf(plan).map(resolve);
      const commands = plan.phases.flatMap(({ steps }) => steps.map(({ argv }) => argv));
      const isolated = plan.phases.filter(({ sandbox }) => sandbox?.configuration.network === "isolated");
      const isolatedCommands = isolated.flatMap(({ steps }) => steps.map(({ argv }) => argv));
      const reach = isolated.length > 0 ? "only-index" : "open";
      const sandboxes = plan.phases.some(({ sandbox }) => sandbox !== null && sandbox.backend !== "none")
        ? "some"
        : "none";
      const image = inImage === null ? {} : { image: inImage.image };
      const run = { resolve, phases, commands, isolatedCommands, indexes, reach, sandboxes, ...image } as const;
      const session = await openPackages({ ...packageOptions(parts), ...run, ...wanted });
      if (session === null) return null;
      const close = async (outcome?: { readonly succeeded: boolean }): Promise<void> => {
        await session.close(outcome);
        parts.pending.splice(0, parts.pending.length, ...session.pending());
      };
      return { ...session, close };
    },
  });
}

/** What the spec's variables name to pip as indexes. */
function indexesOf(plan: Plan): readonly Value[] {
  const values = plan.phases.flatMap(({ environment, steps }) => [
    environment,
    ...steps.map((step) => step.environment),
  ]);
  return values.flatMap(({ PIP_INDEX_URL, PIP_EXTRA_INDEX_URL }) =>
    [PIP_INDEX_URL ?? [], PIP_EXTRA_INDEX_URL ?? []].flat(),
  );
}

/** What the build's environment is made of and where, without what only a run knows. */
export function packageOptions(
  parts: Omit<ServiceParts, "faults" | "pending" | "sandboxes" | "blame">,
): Omit<PackageOptions, "resolve" | "note" | "phases"> {
  const { machine, plan, spec, cache, network, owner, repository } = parts;
  return {
    python: plan.python,
    pypi: spec.pypi,
    environmentInputs: spec.environmentInputs,
    specEnvironment: spec.environment,
    directory: plan.directory,
    cacheDirectory: cacheDirectory(machine),
    owner,
    repository,
    environment: withPath(parts.environment, machine.platform),
    home: machine.home,
    platform: machine.platform,
    cache,
    network,
    now: () => machine.now().getTime(),
  };
}

/** An interpreter that the spec insists on must be there before anything runs; else a UsageError. */
export async function requireInterpreter(parts: ServiceParts, signal: AbortSignal): Promise<void> {
  const { plan, spec, blame } = parts;
  if (plan.python === null && spec.pypi === undefined) return;
  try {
    await findNeeded(parts, signal);
  } catch (error) {
    const at = [plan.python === null ? "pypi" : "python"];
    throw error instanceof UsageError ? blame.placed({ error, at }) : error;
  }
}

async function findNeeded(parts: ServiceParts, signal: AbortSignal): Promise<void> {
  const { machine, plan, environment, sandboxes } = parts;
  const inImage = sandboxes.pythonImage();
  if (inImage !== null && "why" in inImage) throw new UsageError("no-environment", inImage.why);
  if (inImage !== null) {
    await findImagePython(inImage.image, { request: plan.python, cacheDirectory: cacheDirectory(machine), signal });
    return;
  }
  await findInterpreter({
    request: plan.python,
    environment: withPath(environment, machine.platform),
    platform: machine.platform,
    directory: plan.directory,
    cacheDirectory: cacheDirectory(machine),
  });
}

/** Windows calls it Path, and an object, unlike the environment itself, minds the case. */
function withPath(
  environment: Readonly<Record<string, string>>,
  platform: NodeJS.Platform,
): Readonly<Record<string, string>> {
  if (platform !== "win32") return environment;
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name.toUpperCase() === "PATH" ? "PATH" : name, value]),
  );
}
