import { Layers } from "../layers.js";
import { type MountPoints, mountPointType } from "../mount-points.js";
import type { NormalMount } from "../normal.js";

/** Tells `points` of the mount points that lie in this machine's files. Those in a new file system are made there, by the helper. */
export function findMountPoints(mounts: readonly NormalMount[], root: string, points: MountPoints): void {
  const layers = new Layers(root);
  for (const { type, source, target } of mounts) {
    const inside = layers.resolve(target);
    const path = layers.hostPath(inside);
    const kind = source === null ? "folder" : mountPointType(source);
    if (path !== null) points.need(path, kind);
    layers.add({ target: inside, backing: type === "bind" ? source : null });
  }
}
