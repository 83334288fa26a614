import { existsSync, statSync } from "node:fs";
import { posix } from "node:path";
import { isWithin } from "../within.js";
import { deviceNumber } from "./groups/settings.js";
import { onHost, resolveInside } from "./inside-root.js";
import { mountPointType } from "./mount-points.js";
import type { NormalConfig } from "./normal.js";
import { Reader } from "./reader.js";
import { refuse, type SandboxFault } from "./refuse.js";

/** Every sandbox but a chroot has these of its own. */
const OWN = ["/proc", "/dev"];

/** What a configuration names of this machine and is not there, or is something else than what it is wanted for. */
export function findAbsent(config: NormalConfig): readonly SandboxFault[] {
  const reader = new Reader();
  const { filesystemRoot, workspace, extraMounts, writablePaths, limits } = config;
  for (const [key, path] of Object.entries({ filesystemRoot, workspace }))
    if (path !== null) reader.part([key], () => requireFolder(key, path), undefined, path);
  extraMounts.forEach(({ source }, index) => {
    if (source !== null) reader.part(["extraMounts", index, "source"], () => mountPointType(source), null, source);
  });
  const listed = writablePaths.type === "some" ? writablePaths.paths : [];
  if (reader.faults.length === 0)
    listed.forEach((path, index) => {
      const source = sourceOf(path, config);
      if (source !== null)
        reader.part(["filesystemWritablePaths", index], () => requireThere(path, source), undefined, source);
    });
  for (const key of ["deviceReadBps", "deviceWriteBps"] as const)
    for (const { device } of limits[key]) reader.part(["limits", key, device], () => deviceNumber(device), "", device);
  return reader.faults;
}

function requireFolder(key: string, path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  throw refuse("mount", `${key} ${path} is no folder, or is not there`);
}

function requireThere(path: string, source: string): void {
  if (existsSync(source)) return;
  const where = source === path ? "" : ` (${source} on this machine)`;
  throw refuse(
    "mount",
    `filesystemWritablePaths has ${path}, which is not there${where}: make it first, or leave it out`,
  );
}

/** Where a path of the sandbox is on this machine; null: in what is made anew, or in an image. */
function sourceOf(path: string, config: NormalConfig): string | null {
  const { filesystemRoot: root, image, extraMounts, workspace } = config;
  const mount = extraMounts.findLast(({ target }) => isWithin(path, target));
  if (mount !== undefined)
    return mount.source === null ? null : posix.join(mount.source, posix.relative(mount.target, path));
  if (workspace !== null && isWithin(path, workspace)) return path;
  if (image !== null || OWN.some((folder) => isWithin(path, folder))) return null;
  const inside = resolveInside(root, path);
  return inside === null ? null : onHost(root, inside);
}
