import { capabilityName } from "../../command/index.js";
import { resolveInside } from "../inside-root.js";
import type { MountPoints } from "../mount-points.js";
import type { NormalConfig } from "../normal.js";
import { type MountRequest, mountArgs } from "./mounts.js";
import type { View } from "./view.js";

/** What bubblewrap's arguments are made of. */
export interface ArgvRequest {
  readonly config: NormalConfig;
  readonly view: View | null;
  readonly points: MountPoints;
  /** This process's working directory; null: it was removed. */
  readonly here: string | null;
  readonly uid: number;
  /** The capabilities of commands, by number. */
  readonly keep: readonly number[];
}

/** The arguments that make the sandbox, without the command. */
export function sandboxArgs(request: ArgvRequest): readonly string[] {
  const { config, view, points, uid, keep } = request;
  const mounts: MountRequest = { config, view, points, uid, shown: shownFolder(request) };
  return [
    "--die-with-parent",
    ...(uid === 0 ? [] : ["--unshare-user"]),
    "--unshare-pid",
    "--unshare-ipc",
    "--unshare-uts",
    "--unshare-cgroup-try",
    ...(config.network === "isolated" ? ["--unshare-net"] : []),
    ...mountArgs(mounts).args,
    "--cap-drop",
    "ALL",
    ...keep.flatMap((number) => ["--cap-add", capabilityName(number) ?? []].flat()),
  ];
}

/** A folder that was named, or this process's own where it is not a whole home, is shown though it lies in what is hidden. */
function shownFolder({ config, view, here }: ArgvRequest): string | null {
  if (!view) return null;
  const folder = config.cwd ?? (here === null || view.hidden.includes(here) ? null : here);
  const real = folder === null ? null : resolveInside(config.filesystemRoot, folder);
  return real !== null && view.hidden.some((path) => isInside(real, path)) ? real : null;
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
