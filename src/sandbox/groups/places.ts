import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** The controllers that limits need, by cgroup v1's names. */
export type Controller = "memory" | "cpu" | "pids" | "blkio";

/** Where a group with a controller can be made. */
export interface GroupPlace {
  readonly version: 1 | 2;
  /** The folder that the group's own folder goes into. */
  readonly parent: string;
  readonly access: "own" | "sudo";
}

/** What the files of a machine say of its cgroups; a test hands in others. */
export interface CgroupFiles {
  /** /proc/self/mountinfo and /proc/self/cgroup (proc(5), cgroups(7)). */
  readonly mountinfo: string;
  readonly membership: string;
  /** Whether `sudo -n` is to be had. */
  readonly sudo: () => boolean;
}

/** This machine's. */
export function readCgroupFiles(sudo: () => boolean): CgroupFiles {
  return { mountinfo: read("/proc/self/mountinfo"), membership: read("/proc/self/cgroup"), sudo };
}

/** Where a group with this controller can be made; null: nowhere, as there is no such controller, or none that may be written to. */
export function findPlace(controller: Controller, files: CgroupFiles): GroupPlace | null {
  const first = firstVersion(controller, files);
  return first ?? secondVersion(controller, files);
}

function firstVersion(controller: Controller, files: CgroupFiles): GroupPlace | null {
  const mount = mounts(files.mountinfo).find(({ type, options }) => type === "cgroup" && options.includes(controller));
  if (!mount) return null;
  const own = memberships(files.membership).find(({ controllers }) => controllers.includes(controller))?.path;
  // A container sees its own part of the tree as the whole of it.
  const path = own === undefined ? mount.point : join(mount.point, relative(mount.root, own));
  const parent = path.startsWith(mount.point) && existsSync(path) ? path : mount.point;
  return withAccess(parent, 1, files);
}

/** Of cgroup v2 the nearest folder upwards whose children have the controller: a folder with processes in it cannot hand one down. */
function secondVersion(controller: Controller, files: CgroupFiles): GroupPlace | null {
  const name = controller === "blkio" ? "io" : controller;
  const mount = mounts(files.mountinfo).find(({ type }) => type === "cgroup2");
  if (!mount) return null;
  const own = memberships(files.membership).find(({ controllers }) => controllers.length === 0)?.path ?? "/";
  let path = join(mount.point, relative(mount.root, own));
  if (!path.startsWith(mount.point) || !existsSync(path)) path = mount.point;
  for (; path.startsWith(mount.point); path = dirname(path)) {
    if (!read(join(path, "cgroup.subtree_control")).split(/\s+/).includes(name)) continue;
    const place = withAccess(path, 2, files);
    if (place) return place;
  }
  return null;
}

function withAccess(parent: string, version: 1 | 2, files: CgroupFiles): GroupPlace | null {
  try {
    accessSync(parent, constants.W_OK);
    return { version, parent, access: "own" };
  } catch (error) {
    const refused = (error as NodeJS.ErrnoException).code === "EACCES";
    return refused && files.sudo() ? { version, parent, access: "sudo" } : null;
  }
}

function mounts(mountinfo: string) {
  return mountinfo.split("\n").flatMap((line) => {
    const [before = "", after = ""] = line.split(" - ");
    const [, , , root = "/", point = ""] = before.split(" ");
    const [type = "", , options = ""] = after.split(" ");
    return type.startsWith("cgroup") ? [{ root, point, type, options: options.split(",") }] : [];
  });
}

function memberships(membership: string) {
  return membership.split("\n").flatMap((line) => {
    const [number, controllers, ...path] = line.split(":");
    if (number === undefined || controllers === undefined) return [];
    return [{ controllers: controllers.split(",").filter(Boolean), path: path.join(":") }];
  });
}

function read(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
