import { resolve } from "node:path";
import { type Phase, parseTimeout, type SandboxSettings, type Spec } from "../spec/index.js";
import type { PlanContext } from "./context.js";
import type { PlannedPhase, PlannedSandbox } from "./model.js";
import { AUTOMATIC, type SandboxOverrides } from "./sandbox-overrides.js";

/** What a phase's commands are shut into; null: nothing, they run on the machine as they are. */
export function planSandbox(
  spec: Spec,
  phase: Pick<Phase, "sandbox">,
  context: Pick<PlanContext, "directory" | "workspace"> & { readonly overrides: SandboxOverrides },
): PlannedSandbox | null {
  const { overrides } = context;
  const image = overrides.image ?? spec.image ?? null;
  // `none` is for running without what the spec asks of a sandbox: what it says beside that is all that counts.
  if (overrides.backend === "none") return null;
  if (overrides.backend === null && phase.sandbox?.backend === "none")
    return planned(phase.sandbox, { image: null, ports: [], context });
  const settings = merged(spec.sandbox ?? {}, phase.sandbox ?? {});
  if (!isAsked(spec, phase, overrides)) return null;
  const { automatic } = overrides;
  const byVariable = automatic !== "auto" && isLeftToMachine(spec, phase, overrides);
  if (byVariable && automatic === "none") return null;
  const named = overrides.backend ?? settings.backend ?? (image === null ? "auto" : "container");
  const backend = byVariable ? automatic : named;
  const without =
    image === null || (isShutOff(settings) && (settings.degrade === true || isPublishing(spec, overrides)));
  const sandbox = planned({ ...settings, backend }, { image, ports: without ? [] : spec.ports, context });
  return sandbox !== null && byVariable ? { ...sandbox, namedBy: AUTOMATIC } : sandbox;
}

/** Whether anything says that a phase's commands are shut in. */
function isAsked(spec: Spec, { sandbox }: Pick<Phase, "sandbox">, { backend, image }: SandboxOverrides): boolean {
  return [backend ?? undefined, image ?? spec.image, spec.sandbox, sandbox].some((asks) => asks !== undefined);
}

/** Whether the backend is for the machine to choose. An image leaves it no choice. */
function isLeftToMachine(spec: Spec, phase: Pick<Phase, "sandbox">, overrides: SandboxOverrides): boolean {
  if (!isAsked(spec, phase, overrides) || (overrides.image ?? spec.image) !== undefined) return false;
  const { backend = "auto" } = merged(spec.sandbox ?? {}, phase.sandbox ?? {});
  return (overrides.backend ?? backend) === "auto";
}

function isShutOff({ network }: SandboxSettings): boolean {
  return network === "isolated";
}

/** Whether some phase of the spec can publish its ports: one beside it that shuts itself off does without. Else they are of no use at all. */
function isPublishing(spec: Spec, { backend }: SandboxOverrides): boolean {
  const contained = Object.values(spec.phases).filter(({ sandbox }) => backend !== null || sandbox?.backend !== "none");
  return contained.some(({ sandbox }) => !isShutOff(merged(spec.sandbox ?? {}, sandbox ?? {})));
}

/** Null: nothing is asked of it. */
function planned(
  settings: SandboxSettings,
  about: Pick<PlannedSandbox, "image" | "ports"> & { readonly context: Pick<PlanContext, "directory" | "workspace"> },
): PlannedSandbox | null {
  const { image, ports, context } = about;
  const { backend = "auto", degrade, ...configuration } = withPaths(settings, context.directory);
  if (backend === "none" && image === null && Object.keys(configuration).length === 0) return null;
  return {
    backend,
    image,
    ports,
    workspace: context.workspace ?? context.directory,
    lacking: degrade === true ? "left-out" : "refused",
    configuration,
  };
}

/** What has to be said of overrides: a run without the sandbox that the spec asks for is never silent. */
export function sandboxWarnings(
  spec: Spec,
  phases: readonly Phase[],
  overrides: SandboxOverrides,
): readonly { readonly code: string; readonly message: string }[] {
  const { backend, automatic } = overrides;
  const warning = (what: string, why: string) => [
    { code: "no-sandbox", message: `${what} left out: commands run on this machine as it is (${why}).` },
  ];
  if (backend === "none") {
    const asked = [spec, ...phases].some(({ sandbox }) => sandbox !== undefined && sandbox.backend !== "none");
    if (!asked && spec.image === undefined) return [];
    return warning(
      spec.image === undefined ? "The spec's sandbox is" : "The spec's image and sandbox are",
      "--sandbox none",
    );
  }
  const open = automatic === "none" ? phases.filter((phase) => isLeftToMachine(spec, phase, overrides)) : [];
  if (open.length === 0) return [];
  return warning(`The sandbox of ${open.map(({ name }) => name).join(", ")} is`, `${AUTOMATIC} is none`);
}

/** What has to be said of ports that phases do without: nothing is dropped silently. */
export function portWarnings(
  { ports }: Spec,
  phases: readonly PlannedPhase[],
): readonly { readonly code: string; readonly message: string }[] {
  const without = phases.filter(
    ({ sandbox }) => sandbox !== null && sandbox.image !== null && sandbox.ports.length === 0,
  );
  if (ports.length === 0 || without.length === 0) return [];
  const names = without.map(({ phase }) => phase).join(", ");
  return [{ code: "ports-not-published", message: `No port is published in ${names}: the network is isolated there.` }];
}

/** A phase in its sandbox, whose time limit is that of each command. */
export function shutIn(phase: Omit<PlannedPhase, "sandbox">, sandbox: PlannedSandbox | null): PlannedPhase {
  const limitMs = parseTimeout(sandbox?.configuration.limits?.timeout ?? "");
  if (limitMs === undefined) return { ...phase, sandbox };
  const steps = phase.steps.map((step) => ({ ...step, timeoutMs: Math.min(step.timeoutMs ?? limitMs, limitMs) }));
  return { ...phase, sandbox, steps };
}

/** The phase's keys stand before the spec's; those of `limits` and `capabilities` one by one. */
function merged(ofSpec: SandboxSettings, ofPhase: SandboxSettings): SandboxSettings {
  const part = <K extends "limits" | "capabilities">(key: K) =>
    ofSpec[key] === undefined && ofPhase[key] === undefined ? {} : { [key]: { ...ofSpec[key], ...ofPhase[key] } };
  return { ...ofSpec, ...ofPhase, ...part("limits"), ...part("capabilities") };
}

/** Relative paths start from the folder that commands run in. */
function withPaths(settings: SandboxSettings, directory: string): SandboxSettings {
  const { filesystemRoot, filesystemWritablePaths: writable, extraMounts } = settings;
  const path = (text: string) => resolve(directory, text);
  return {
    ...settings,
    ...(filesystemRoot === undefined ? {} : { filesystemRoot: path(filesystemRoot) }),
    ...(typeof writable === "object" ? { filesystemWritablePaths: writable.map(path) } : {}),
    ...(extraMounts === undefined
      ? {}
      : {
          extraMounts: extraMounts.map((mount) => ({
            ...mount,
            target: path(mount.target),
            ...(mount.source === undefined ? {} : { source: path(mount.source) }),
          })),
        }),
  };
}
