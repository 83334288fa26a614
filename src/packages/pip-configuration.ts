import { rm, writeFile } from "node:fs/promises";
import { writeIni } from "./ini.js";
import type { Interpreter } from "./interpreter.js";
import { isNullDevice, readPipConfiguration } from "./pip-files.js";
import { mergePipConfiguration, type PipAdditions, pipVariables } from "./pip-merge.js";
import type { PackageOptions } from "./session.js";

/**
 * Writes what pip is configured with, merged with the spec's part, to a file of mode 0600 at `path`, and gives the
 * variables that make pip use it. The user's own files are not touched.
 */
export async function configurePip(
  path: string,
  additions: PipAdditions,
  where: { readonly options: PackageOptions; readonly interpreter: Interpreter },
): Promise<Readonly<Record<string, string>>> {
  const { environment, home, platform, root } = where.options;
  // Some file instead of the null device would bring the system's files back, which the user has switched off.
  if (isNullDevice(environment.PIP_CONFIG_FILE)) {
    return {
      PIP_CONFIG_FILE: environment.PIP_CONFIG_FILE as string,
      ...pipVariables(environment, additions, "always"),
    };
  }
  const { basePrefix } = where.interpreter;
  const surroundings = { environment, home, platform, basePrefix, ...(root === undefined ? {} : { root }) };
  const merged = mergePipConfiguration(await readPipConfiguration(surroundings), additions);
  await rm(path, { force: true });
  await writeFile(path, writeIni(merged), { flag: "wx", mode: 0o600 });
  return { PIP_CONFIG_FILE: path, ...pipVariables(environment, additions, "where-set") };
}
