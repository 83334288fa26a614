import type { Sections } from "../ini.js";
import { isNullDevice, readPipConfiguration } from "../pip-files.js";
import { mergePipConfiguration, pipAdditions, pipVariables } from "../pip-merge.js";
import type { ClientOptions } from "./model.js";

/** What pip is configured with for the commands, the spec's part in it. */
export interface PipSettings {
  readonly sections: Sections;
  /** `off`: the machine has switched pip's files off, so all goes into variables. */
  readonly files: "on" | "off";
  /** What is changed among the machine's variables. */
  readonly variables: Readonly<Record<string, string>>;
  /** All variables that count: those of the machine with the changed ones. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Reads what pip is configured with on the machine, and merges the spec's part. @throws UsageError `invalid-pip-configuration` */
export async function readPipSettings(options: ClientOptions): Promise<PipSettings> {
  const { environment, home, platform, root, interpreter } = options;
  const additions = pipAdditions(options.pypi, options.directory);
  // Some file instead of the null device would bring the system's files back, which the user has switched off.
  if (isNullDevice(environment.PIP_CONFIG_FILE)) {
    const variables = pipVariables(environment, additions, "always");
    return { sections: new Map(), files: "off", variables, environment: { ...environment, ...variables } };
  }
  const { basePrefix } = interpreter;
  const surroundings = { environment, home, platform, basePrefix, ...(root === undefined ? {} : { root }) };
  const sections = mergePipConfiguration(await readPipConfiguration(surroundings), additions);
  const variables = pipVariables(environment, additions, "where-set");
  return { sections, files: "on", variables, environment: { ...environment, ...variables } };
}

/** The value that `pip install` goes by: of a variable, else of its own section, else of the global one. Empty ones don't count. */
export function pipOption({ sections, environment }: PipSettings, option: string): string | null {
  const variable = environment[`PIP_${option.toUpperCase().replaceAll("-", "_")}`];
  return variable || sections.get("install")?.get(option) || sections.get("global")?.get(option) || null;
}

/** Whether an option that is on or off is on, for any of pip's commands. */
export function isOn(settings: PipSettings, option: string): boolean {
  const { sections, environment } = settings;
  const variable = environment[`PIP_${option.toUpperCase().replaceAll("-", "_")}`];
  const values = [variable, ...[...sections.values()].map((options) => options.get(option))];
  return values.some((value) => /^(?:y|yes|t|true|on|1)$/i.test(value?.trim() ?? ""));
}

/** The words of an option that is a list. */
export function words(value: string | null | undefined): readonly string[] {
  return (value ?? "").split(/\s+/).filter(Boolean);
}
