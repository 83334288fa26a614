import { environmentKeyOf, isImagePythonKnown } from "../packages/index.js";
import type { Plan } from "../plan/index.js";
import { cacheDirectory } from "./cache-directory.js";
import { packageOptions, type ServiceParts } from "./services.js";

/** What a plan says of the key of the build's environment in the package cache. */
export type ShownKey = Pick<Plan, "cacheKey" | "cacheKeyMissing">;

type KeyParts = Omit<ServiceParts, "faults" | "pending" | "blame">;

/**
 * The key, where there is one and it can be told without running or fetching anything: an image's digest is part of it, which its engine
 * is asked for, and what its Python once said of itself.
 */
export async function shownKey(parts: KeyParts): Promise<ShownKey> {
  const { plan, cache, sandboxes, machine } = parts;
  if (!plan.needsPython || cache.use === "off") return { cacheKey: null };
  const options = { ...packageOptions(parts), resolve: () => "", note: () => undefined, phases: [] };
  const seen = await sandboxes.look(plan.phases);
  if (seen === null) return { cacheKey: await environmentKeyOf(options) };
  if ("why" in seen) return missing(seen.why);
  const { image } = seen;
  if (!(await isImagePythonKnown(image, { request: plan.python, cacheDirectory: cacheDirectory(machine) })))
    return missing(`no run has asked the image ${image.name} for its Python yet`);
  return { cacheKey: await environmentKeyOf({ ...options, image }) };
}

function missing(cacheKeyMissing: string): ShownKey {
  return { cacheKey: null, cacheKeyMissing };
}
