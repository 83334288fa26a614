import { readFile } from "node:fs/promises";
import { UsageError } from "../errors.js";
import {
  commandEnvironment,
  forgeVariables,
  idTokenEnvironment,
  policyFor,
  readGithubContext,
} from "../github/index.js";
import type { PendingSave } from "../packages/index.js";
import { type Known, type Plan, planRun } from "../plan/index.js";
import { createMasker } from "../secrets/index.js";
import { loadSpec, type Platform, parseTimeout } from "../spec/index.js";
import { VERSION } from "../version.js";
import { cacheDirectory } from "./cache-directory.js";
import { CacheFaults } from "./cache-faults.js";
import { locate } from "./locate.js";
import { type Build, type BuildOptions, SpecError } from "./model.js";
import { openBuild } from "./open.js";
import { packageCacheOf } from "./package-cache.js";
import { runPrepared } from "./run-prepared.js";
import { Blame } from "./sandbox/blame.js";
import { refuseContradictions } from "./sandbox/contradictions.js";
import { hiddenOf } from "./sandbox/hidden.js";
import { Sandboxes } from "./sandbox/sandboxes.js";
import { secretsOf } from "./secrets.js";
import { type ServiceParts, servicesFor } from "./services.js";
import { shownKey } from "./shown-key.js";

/**
 * Reads the spec and plans the run; nothing runs yet.
 * @throws SpecError with all diagnostics of a spec that has errors
 * @throws UsageError for everything else that is found before a run: stage, phase, directory, policy, variables, secrets
 */
export async function prepareBuild(options: BuildOptions): Promise<Build> {
  const { machine } = options;
  const timeoutMs = timeoutOf(options.timeout);
  const place = await locate(options);
  const { spec, text, diagnostics } = await loadSpec(place.specPath, place.shown);
  if (spec === undefined)
    throw new SpecError(`${place.shown}: the spec has errors; nothing was run.`, { diagnostics, specText: text });

  const context = await readGithubContext(machine.environment, (path) => readFile(path, "utf8"));
  const policy = policyFor(context);
  const variables = await forgeVariables({
    environment: machine.environment,
    context,
    directory: place.directory,
    needCommitCount: text.includes("forge-commit-count"),
  });
  const planned = planRun(spec, {
    version: VERSION,
    stage: options.stage,
    directory: place.directory,
    platform: platformOf(machine.platform),
    variables,
    policy,
    machineVariables: new Set(Object.keys(machine.environment)),
    phases: options.phases,
    environment: options.environment,
    keepGoing: options.keepGoing,
    ...(options.from === undefined ? {} : { from: options.from }),
    ...(options.python === undefined ? {} : { python: options.python }),
    ...(options.sandbox === undefined ? {} : { sandbox: options.sandbox }),
    ...(machine.environment.FORGEXEC_SANDBOX === undefined
      ? {}
      : { automaticSandbox: machine.environment.FORGEXEC_SANDBOX }),
    ...(options.image === undefined ? {} : { image: options.image }),
    workspace: place.workspace,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  const overridden = {
    backend: options.sandbox !== undefined,
    image: options.image !== undefined,
    python: options.python !== undefined,
  };
  const blame = new Blame({ file: place.shown, text, overridden });
  await refuseContradictions(planned.phases, blame);
  const masker = createMasker();
  const secrets = await secretsOf({ build: options, plan: planned, spec, decryption: policy.decryption });
  for (const secret of secrets.secrets) masker.add(secret);
  const faults = new CacheFaults();
  const pending: PendingSave[] = [];
  const cache = packageCacheOf({
    choice: options.cache ?? {},
    context,
    stage: planned.stage,
    machine,
    cacheDirectory: cacheDirectory(machine),
    warn: (message) => faults.warn(message),
  });
  const shared = {
    machine,
    spec,
    cache,
    network: options.network ?? "online",
    masker,
    resolve: secrets.resolve,
    owner: knownText(variables.owner),
    repository: knownText(variables.repo),
    environment: commandEnvironment(machine.environment, {
      workflowCommands: options.workflowCommands === "passed",
      platform: machine.platform,
    }),
    idTokenEnvironment: idTokenEnvironment(machine.environment, { platform: machine.platform }),
  } as const;
  const sandboxes = new Sandboxes({
    environment: shared.environment,
    directory: planned.directory,
    hidden: hiddenOf({
      cacheDirectory: cacheDirectory(machine),
      machine: machine.environment,
      seen: shared.environment,
    }),
    blame,
  });
  const shown = options.secrets === "left-alone" || !hasImage(planned);
  const plan: Plan = {
    ...planned,
    ...(shown ? await shownKey({ ...shared, plan: planned, sandboxes }) : {}),
    warnings: [...planned.warnings, ...secrets.warnings],
  };
  const parts: ServiceParts = { ...shared, plan, faults, pending, sandboxes, blame };
  const services = servicesFor(parts);
  return {
    spec,
    plan,
    diagnostics,
    specText: text,
    mask: (value) => masker.mask(value),
    pendingSaves: () => pending,
    secrets: secrets.secrets,
    run: (control) => runPrepared(parts, { control, services: services(control) }),
    open: (wanted) =>
      openBuild({
        ...wanted,
        plan,
        prepareSandbox: (phase) => sandboxes.prepare([phase], { signal: wanted.signal, progress: wanted.note }),
        services: services({ signal: wanted.signal, killSignal: wanted.signal }),
      }),
  };
}

function timeoutOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const milliseconds = parseTimeout(text);
  if (milliseconds !== undefined) return milliseconds;
  throw new UsageError(
    "invalid-timeout",
    `The timeout "${text}" is not a duration such as 90, 90s, 10m or 1h30m, more than 0 and at most 24d.`,
  );
}

/** The platform as a step's `if` names it; every Unix but macOS counts as linux. */
function platformOf(platform: NodeJS.Platform): Platform {
  if (platform === "win32") return "windows";
  return platform === "darwin" ? "macos" : "linux";
}

/** Before a run images are looked at anyway, and fetched. */
function hasImage({ phases }: Plan): boolean {
  return phases.some(({ sandbox }) => sandbox !== null && sandbox.image !== null);
}

function knownText(variable: Known): string | null {
  return "value" in variable ? variable.value : null;
}
