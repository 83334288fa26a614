import { findInterpreter, openPackages, recoverPypirc } from "../packages/index.js";
import type { Plan } from "../plan/index.js";
import type { Masker, RunServices } from "../run/index.js";
import type { Spec, Value } from "../spec/index.js";
import { cacheDirectory } from "./cache-directory.js";
import type { Machine, RunControl } from "./model.js";

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
}

/** Puts a run's services together; each run control gives a set of its own. */
export function servicesFor(parts: ServiceParts): (control: RunControl) => RunServices {
  const { machine, plan, spec, masker, resolve, idTokenEnvironment } = parts;
  const environment = withPath(parts.environment, machine.platform);
  const cache = cacheDirectory(machine);
  return ({ signal, killSignal }) => ({
    now: machine.now,
    environment,
    idTokenEnvironment,
    resolve,
    masker,
    signal,
    killSignal,
    recover: () => recoverPypirc({ home: machine.home, cacheDirectory: cache }),
    openPackages: (session) =>
      openPackages({
        python: plan.python,
        pypi: spec.pypi,
        environmentInputs: spec.environmentInputs,
        directory: plan.directory,
        cacheDirectory: cache,
        owner: parts.owner,
        repository: parts.repository,
        environment,
        home: machine.home,
        platform: machine.platform,
        resolve,
        phases: plan.phases.filter(({ steps }) => steps.length > 0).map(({ phase }) => phase),
        ...session,
      }),
  });
}

/** An interpreter that the spec insists on must be there before anything runs; else a UsageError. */
export async function requireInterpreter({ machine, plan, spec, environment }: ServiceParts): Promise<void> {
  if (plan.python === null && spec.pypi === undefined) return;
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
