import { parentEnvironment, type Settings } from "../command/index.js";
import type { NormalConfig } from "./normal.js";

/** What a command in a sandbox gets as its environment: its own, else the configuration's, else this process's. PATH is kept if it has none. */
export function environmentOf(
  settings: Pick<Settings, "environment">,
  config: Pick<NormalConfig, "env">,
): Map<string, string> {
  const given = settings.environment ?? (config.env ? new Map(Object.entries(config.env)) : null);
  // To read all of this process's takes longer than all else here.
  const wanted = given ?? definedOnes(parentEnvironment());
  const path = wanted.has("PATH") ? undefined : parentEnvironment().PATH;
  return path === undefined ? new Map(wanted) : new Map([["PATH", path], ...wanted]);
}

function definedOnes(environment: NodeJS.ProcessEnv): Map<string, string> {
  return new Map(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
