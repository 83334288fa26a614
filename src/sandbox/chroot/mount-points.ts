import { isWithin } from "../../within.js";
import { onHost, resolveInside } from "../inside-root.js";
import { type MountPoints, mountPointType } from "../mount-points.js";
import type { NormalMount } from "../normal.js";
import { refuse } from "../refuse.js";

/**
 * Makes the mount points that are missing in the root itself, so that they can be taken away again. Those in what another mount lays over it
 * are made there, by the helper.
 */
export function prepareMountPoints(mounts: readonly NormalMount[], root: string, points: MountPoints): void {
  const laid: string[] = [];
  for (const { type, source, target } of mounts) {
    const inside = resolveInside(root, target);
    if (inside === null) throw refuse("mount", `${target} cannot be followed: its symbolic links go round in a circle`);
    const kind = type === "bind" && source !== null ? mountPointType(source) : "folder";
    if (!laid.some((other) => isWithin(inside, other))) points.make(onHost(root, inside), kind);
    laid.push(inside);
  }
}
