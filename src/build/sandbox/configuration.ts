import { existsSync, realpathSync } from "node:fs";
import type { PlannedSandbox } from "../../plan/index.js";
import type { PackagePlaces } from "../../run/index.js";
import type { Executor, ExtraMount, SandboxConfig, SandboxForward } from "../../sandbox/index.js";
import { isWithin } from "../../within.js";
import { ORDERS } from "./hidden.js";

/** What a plan asks of a backend, in the words of `forgexec/sandbox`; the time limit is each step's own already. */
export function configurationOf(sandbox: PlannedSandbox, executor: Executor, directory: string): SandboxConfig {
  const { workspace } = sandbox;
  return {
    ...askedOf(sandbox),
    cwd: directory,
    ...(executor.capabilities.workspace?.includes("any") ? { workspace } : {}),
  };
}

/** The same without what it has of the folders that are in use. */
export function askedOf({ image, ports, configuration }: PlannedSandbox): SandboxConfig {
  const { timeout: _timeout, ...limits } = configuration.limits ?? {};
  return {
    ...configuration,
    ...(Object.keys(limits).length === 0 ? {} : { limits }),
    ...(image === null ? {} : { image, ports }),
  };
}

/** What of the build's own environment is shown inside, and how. */
export interface Shown {
  readonly places: PackagePlaces;
  /** Whether commands may write to the environment, whatever the configuration's writable paths. */
  readonly environment: "writable" | "as-configured";
}

/** The configuration with the build's own environment in it, and the clients' caches. */
export function withEnvironment(config: SandboxConfig, { places, environment }: Shown): SandboxConfig {
  const { extraMounts = [], filesystemWritablePaths = "all" } = config;
  const mounts: ExtraMount[] = [
    ...places.readable.map((path) => bind(path, "ro")),
    ...[places.environment, ...places.writable].map((path) => bind(path)),
    ...places.elsewhere.map(({ source, target }) => ({ ...bind(source, "ro"), target })),
  ];
  const open = [...places.writable, ...(environment === "writable" ? [places.environment] : [])];
  const listed = listOf(filesystemWritablePaths, places.environment);
  return {
    ...config,
    extraMounts: onTop(mounts, extraMounts),
    ...(listed === "all" ? {} : { filesystemWritablePaths: [...listed, ...open] }),
  };
}

/** The build's own mounts on top of what the spec lays over folders that they lie in, such as a tmpfs at /tmp. */
function onTop(own: readonly ExtraMount[], ofSpec: readonly ExtraMount[]): readonly ExtraMount[] {
  const covers = ({ target }: ExtraMount): boolean => own.some((mount) => isWithin(mount.target, target));
  return [...ofSpec.filter(covers), ...own, ...ofSpec.filter((mount) => !covers(mount))];
}

/** Whether commands may write to a folder of this machine that is shown at its own path. */
export function writesTo({ filesystemWritablePaths = "all" }: SandboxConfig, folder: string): boolean {
  const listed = listOf(filesystemWritablePaths, folder);
  return listed === "all" || listed.some((path) => isWithin(folder, path) || isWithin(path, folder));
}

/** Writable paths; what is but a link to the folder, as `.forge/env` is to the environment, as the folder itself: a sandbox may have no such link. */
function listOf(
  writable: NonNullable<SandboxConfig["filesystemWritablePaths"]>,
  folder: string,
): "all" | readonly string[] {
  if (writable === "all") return "all";
  const real = realOf(folder);
  return writable === "none" ? [] : writable.map((path) => (realOf(path) === real ? folder : path));
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** The configuration with one way out: to the package index, by the port that clients know it by. */
export function withIndex(config: SandboxConfig, forward: SandboxForward): SandboxConfig {
  return { ...config, forwards: [forward] };
}

/** The configuration with the files that the runner reads, where commands have their names: they lie in the home. */
export function withOrders(config: SandboxConfig, environment: Readonly<Record<string, string>>): SandboxConfig {
  const named = ORDERS.flatMap((name) => environment[name] ?? []).filter((path) => path !== "" && existsSync(path));
  const paths = [...new Set(named)];
  if (paths.length === 0) return config;
  const { extraMounts = [], filesystemWritablePaths: writable = "all" } = config;
  return {
    ...config,
    extraMounts: [...extraMounts, ...paths.map((path) => bind(path))],
    ...(writable === "all" ? {} : { filesystemWritablePaths: [...(writable === "none" ? [] : writable), ...paths] }),
  };
}

function bind(path: string, options?: string): ExtraMount {
  return { type: "bind", source: path, target: path, ...(options === undefined ? {} : { options }) };
}
