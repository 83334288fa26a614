import { existsSync } from "node:fs";
import { join } from "node:path";
import type { PackageSession } from "../../run/index.js";
import type { Image, SandboxConfig } from "../../sandbox/index.js";

/** What commands are shut into. */
interface Place {
  readonly config: SandboxConfig;
  /** Null: this machine's files, or another root's. */
  readonly image: Image | null;
}

/** Whether the Python of the environment is there inside. */
export function isOfUse({ madeBy }: PackageSession, { config, image }: Place): boolean {
  if (madeBy !== undefined && "image" in madeBy) return image?.id === madeBy.image;
  if (image !== null) return false;
  const root = config.filesystemRoot ?? "/";
  return root === "/" || (madeBy !== undefined && existsSync(join(root, madeBy.machine)));
}

/** Why commands do without the environment although it was made for the machine that they run on, for people; null: they do not. */
export function whyOfNoUse(packages: PackageSession, place: Place): string | null {
  const { madeBy } = packages;
  if (madeBy === undefined || "image" in madeBy || place.image !== null || isOfUse(packages, place)) return null;
  const { filesystemRoot } = place.config;
  return `The build's environment is not there in ${filesystemRoot}: it was made by ${madeBy.machine}, which that root does not have. The commands run with what the root has.`;
}
