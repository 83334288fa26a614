import type { Backend, SandboxConfig } from "./model.js";
import type { NormalConfig, NormalMount } from "./normal.js";
import { normalise } from "./normalise.js";
import { refuse, type SandboxFault } from "./refuse.js";

/** A backend, and which of a mount's options it does not take. */
interface Taker {
  readonly name: Backend;
  strangeOptions(mount: NormalMount): readonly string[];
}

/** Each option that the backend does not take. */
export function findStrangeOptions({ extraMounts }: NormalConfig, backend: Taker): readonly SandboxFault[] {
  return extraMounts.flatMap((mount, index) =>
    backend.strangeOptions(mount).map((strange) => {
      const why = `extraMounts: the ${backend.name} sandbox cannot do ${optionOf(mount, strange)}: leave it out`;
      return { at: ["extraMounts", index, "options"], error: refuse("unsupported", why) };
    }),
  );
}

/** @throws CommandError "unsupported" for the first of them. */
export function checkOptions(config: NormalConfig, backend: Taker): void {
  for (const { error } of findStrangeOptions(config, backend)) throw error;
}

/** The configuration without such options; `warn` is told of each. */
export function degradeOptions(config: SandboxConfig, backend: Taker, warn: (message: string) => void): SandboxConfig {
  const found = normalise(config).extraMounts.map((mount) => ({ mount, strange: backend.strangeOptions(mount) }));
  if (found.every(({ strange }) => strange.length === 0)) return config;
  const extraMounts = (config.extraMounts ?? []).map((given, index) => {
    const { mount, strange } = found[index] ?? {};
    if (!mount || !strange?.length) return given;
    for (const option of strange)
      warn(`The ${backend.name} sandbox cannot do extraMounts' ${optionOf(mount, option)} here: it is left out.`);
    return { ...given, options: mount.options.filter((option) => !strange.includes(option)).join(",") };
  });
  return { ...config, extraMounts };
}

function optionOf({ type, target }: NormalMount, option: string): string {
  return `option ${JSON.stringify(option)} of the ${type} mount at ${JSON.stringify(target)}`;
}
