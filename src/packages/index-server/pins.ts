import picomatch from "picomatch";
import { normalizeName } from "./names.js";
import type { IndexPin } from "./options.js";

const REMEMBERED = 10_000;

/** Tells, of a normalised name, which index alone may serve it; null: any. Names count before globs, else the first that fits. */
export function pinnedTo(pins: readonly IndexPin[]): (project: string) => string | null {
  if (pins.length === 0) return () => null;
  const names = new Map<string, string>();
  const globs: { readonly matches: (name: string) => boolean; readonly index: string }[] = [];
  for (const { pattern, index } of pins) {
    const normal = normalizeName(pattern);
    if (/^[a-z0-9-]+$/.test(normal)) names.set(normal, names.get(normal) ?? index);
    else globs.push({ matches: picomatch(normal, { dot: true }), index });
  }
  const known = new Map<string, string | null>();
  return (project) => {
    let index = known.get(project);
    if (index === undefined) {
      index = names.get(project) ?? globs.find(({ matches }) => matches(project))?.index ?? null;
      if (known.size < REMEMBERED) known.set(project, index);
    }
    return index;
  };
}
