import type { NormalConfig } from "../normal.js";
import type { Engine } from "./engine.js";
import type { Image } from "./image.js";

/** What docker's client has to know itself, whatever an image calls its variables. */
const CLIENTS_NEEDS = /^(PATH|HOME|TMPDIR|(DOCKER|XDG|SSH|SSL)_.*|.*_PROXY)$/i;

/** The image's variables that a configuration's environment takes the place of: all that it does not name, but for PATH. */
export function unsetBy(env: NormalConfig["env"], image: Pick<Image, "environment"> | null): readonly string[] {
  if (env === null || image === null) return [];
  return Object.keys(image.environment).filter((name) => name !== "" && name !== "PATH" && !Object.hasOwn(env, name));
}

type Unsets = Pick<Engine, "name" | "version" | "environment">;

/** The options that leave an image's variables out. */
export function unsetArgv(names: readonly string[], engine: Unsets): string[] {
  if (engine.name === "docker") return unsetByDocker(names, engine).map((name) => `--env=${name}`);
  // podman has the option since 4.0.
  return Number.parseInt(engine.version, 10) < 4 ? [] : names.map((name) => `--unsetenv=${name}`);
}

/** What the client is called with for these options: a variable that docker's has itself is handed on by such an option, and not left out. */
export function unsetEnvironment(names: readonly string[], engine: Unsets): Engine["environment"] {
  const unset = engine.name === "docker" ? unsetByDocker(names, engine) : [];
  return Object.fromEntries(Object.entries(engine.environment).filter(([name]) => !unset.includes(name)));
}

function unsetByDocker(names: readonly string[], { environment }: Unsets): readonly string[] {
  return names.filter((name) => !(Object.hasOwn(environment, name) && CLIENTS_NEEDS.test(name)));
}
