import { makeInImage } from "./image-python.js";
import { makeEnvironment } from "./make-environment.js";
import type { PackageOptions } from "./session.js";
import { removeStamp, type StampKey, type StampSource, type Standing, writeStamp } from "./stamp.js";

/** Whether the spec has anything under `install`. */
function hasInstall(install: unknown): boolean {
  const steps = Array.isArray(install) ? install : (install as { readonly steps?: unknown } | null | undefined)?.steps;
  return Array.isArray(steps) ? steps.length > 0 : Boolean(install);
}

/**
 * Sees to it that an environment stands at `source.path` that is not there, or not that of `key`: makes a new one. Without
 * `install` among the phases an outdated one stays as it is, since nothing would fill a new one.
 */
export async function prepareEnvironment(
  source: StampSource,
  options: PackageOptions,
  found: { readonly key: StampKey; readonly now: Exclude<Standing, { readonly state: "valid" }> },
): Promise<void> {
  const { note } = options;
  const { key, now } = found;
  const installs = options.phases.includes("install");
  const filled = hasInstall(source.inputs.install);
  if (now.state === "outdated" && filled && !installs) {
    note(`The environment is used as it stands, although ${now.reason}. Run the install phase to bring it up to date.`);
    return;
  }
  if (now.state === "outdated") note(`The environment is made anew: ${now.reason}.`);
  await removeStamp(source.path);
  if (options.image !== undefined) {
    const { interpreter, path } = source;
    const pip = options.pypi?.pip ?? "newest";
    await makeInImage(options.image, { path, interpreter, pip, signal: options.signal });
  } else
    await makeEnvironment({
      path: source.path,
      interpreter: source.interpreter,
      pip: options.pypi?.pip ?? "newest",
      index: options.pypi?.indexUrl || options.environment.PIP_INDEX_URL ? "named" : "unnamed",
      cacheDirectory: options.cacheDirectory,
      network: options.network,
      environment: options.environment,
      platform: options.platform,
      note,
      signal: options.signal,
    });
  if (!filled) await writeStamp(source, key, "files");
  else if (!installs)
    note(
      "The environment is empty: it was not there, and install is not among the phases. Run the install phase first.",
    );
}
