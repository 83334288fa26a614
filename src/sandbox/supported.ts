import type { Backend, SandboxCapabilities, SandboxConfig } from "./model.js";
import { type ConfigPath, refuse, type SandboxFault, type Subject } from "./refuse.js";

/** One thing that is asked for, with what to fall back to where it cannot be had. */
interface Demand {
  /** The key of `capabilities`. */
  readonly key: keyof SandboxConfig;
  readonly at: ConfigPath;
  /** The key as messages name it, as `limits.memory`. */
  readonly name: string;
  /** What has to be in the table: one of these. */
  readonly values: readonly string[];
  /** As messages show it. */
  readonly shown: string;
  readonly fallback: string;
  /** `remaining`: what the backend takes of the key. */
  readonly without: (config: SandboxConfig, remaining: readonly string[]) => SandboxConfig;
}

/** A configuration that is looked at, and for whom. */
interface Asked {
  readonly config: SandboxConfig;
  readonly command?: Subject;
  /** What stands against a key here, and what to do about it; null: no more is known than its values. */
  readonly whyNot?: (key: keyof SandboxConfig) => string | null;
}

/**
 * @throws CommandError "unsupported" for the first thing that the backend cannot do here, naming its key. To be called before anything runs.
 */
export function checkSupported(backend: Backend, capabilities: SandboxCapabilities, asked: Asked): void {
  for (const { error } of findUnsupported(backend, capabilities, asked)) throw error;
}

/** All of what the backend cannot do. */
export function findUnsupported(
  backend: Backend,
  capabilities: SandboxCapabilities,
  asked: Asked,
): readonly SandboxFault[] {
  const details = asked.command === undefined ? {} : { command: asked.command };
  const lacking = demandsOf(asked.config).filter((demand) => !isMet(demand, capabilities));
  return lacking.map(({ key, at, name, shown }) => {
    const can = capabilities[key] ?? [];
    const known = can.length === 0 ? `it has no ${key} at all` : `its ${key} can be: ${can.join(", ")}`;
    const reason = asked.whyNot?.(key) ?? null;
    const here = reason === null ? ` (${known}). Leave it out` : `: ${reason}. Otherwise leave it out`;
    const why = `the ${backend} sandbox cannot do ${name}${shown} here${here}, or choose another backend`;
    return { at, error: refuse("unsupported", why, details) };
  });
}

/** The configuration with what the backend cannot do set to what remains of it, or taken out where nothing does; `warn` is told of each change. */
export function degrade(
  backend: Backend,
  capabilities: SandboxCapabilities,
  asked: { readonly config: SandboxConfig; readonly warn: (message: string) => void },
): SandboxConfig {
  let { config } = asked;
  for (const demand of demandsOf(config)) {
    if (isMet(demand, capabilities)) continue;
    config = demand.without(config, capabilities[demand.key] ?? []);
    asked.warn(`The ${backend} sandbox cannot do ${demand.name}${demand.shown} here: ${demand.fallback}.`);
  }
  return config;
}

function isMet(demand: Demand, capabilities: SandboxCapabilities): boolean {
  return demand.values.some((value) => capabilities[demand.key]?.includes(value) ?? false);
}

function demandsOf(config: SandboxConfig): readonly Demand[] {
  const demands: Demand[] = [];
  const set = <K extends keyof SandboxConfig>(key: K, standard: SandboxConfig[K], fallback: string) => {
    const value = config[key];
    if (value === undefined || value === standard) return;
    const text = typeof value === "string" ? value : "any";
    const free = key === "image" || key === "filesystemRoot" || key === "cwd" || key === "workspace";
    demands.push({
      key,
      at: [key],
      name: key,
      values: free ? ["any"] : [text],
      shown: typeof value === "string" ? ` ${JSON.stringify(value)}` : "",
      fallback,
      // Whoever has all that is said of a sandbox written down is to read there what it comes to.
      without: (from, remaining) =>
        typeof standard === "string" && remaining.includes(standard) ? { ...from, [key]: standard } : omit(from, key),
    });
  };
  set("image", undefined, "it is left out, and commands run on this machine's own files");
  set("pull", "missing", "it is left out");
  if (config.ports?.length) set("ports", undefined, "none is published");
  set("workspace", undefined, "it is left out, and files keep the owner that commands give them");
  set("filesystemRoot", "/", 'the root is "/"');
  set("filesystemWritablePaths", "all", "everything that the user may write to is writable");
  set("mounts", "undefined", 'it is "undefined"');
  set("network", "undefined", 'it is "undefined", the machine\'s own network');
  if (config.forwards?.length) set("forwards", undefined, "they are left out");
  demands.push(...mountDemands(config), ...limitDemands(config), ...capabilityDemands(config));
  return demands;
}

function mountDemands(config: SandboxConfig): Demand[] {
  return (config.extraMounts ?? []).map((mount, index) => ({
    key: "extraMounts" as const,
    at: ["extraMounts", index],
    name: "extraMounts",
    values: [mount.type],
    shown: ` of type ${mount.type} at ${JSON.stringify(mount.target)}`,
    fallback: "it is left out",
    without: (from) => ({ ...from, extraMounts: (from.extraMounts ?? []).filter((other) => other !== mount) }),
  }));
}

function limitDemands(config: SandboxConfig): Demand[] {
  const limits = config.limits ?? {};
  const asked = (Object.keys(limits) as (keyof typeof limits)[]).filter((name) => isAsked(limits[name]));
  return asked.map((name) => ({
    key: "limits" as const,
    at: ["limits", name],
    name: `limits.${name}`,
    values: [name],
    shown: "",
    fallback: "it is left out",
    without: (from) => ({ ...from, limits: omit(from.limits ?? {}, name) }),
  }));
}

function isAsked(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.keys(value).length > 0;
  return value !== undefined && value !== false;
}

function capabilityDemands(config: SandboxConfig): Demand[] {
  const { capabilities } = config;
  const asked = (["drop", "add"] as const).filter((which) => (capabilities?.[which] ?? []).length > 0);
  return asked.map((which) => ({
    key: "capabilities" as const,
    at: ["capabilities", which],
    name: `capabilities.${which}`,
    values: [which],
    shown: "",
    fallback: "it is left out",
    without: (from) => ({ ...from, capabilities: omit(from.capabilities ?? {}, which) }),
  }));
}

function omit<T extends object, K extends keyof T>(from: T, key: K): T {
  const { [key]: _left, ...rest } = from;
  return rest as T;
}
