import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** The controllers that limits need, by cgroup v1's names. */
export type Controller = "memory" | "cpu" | "pids" | "blkio";

export const CONTROLLERS: readonly Controller[] = ["memory", "cpu", "pids", "blkio"];

/** Where a group with a controller can be made. */
export interface GroupPlace {
  readonly version: 1 | 2;
  /** The folder that the group's own folder goes into. */
  readonly parent: string;
  readonly access: "own" | "sudo";
  /** Controllers of cgroup v2 that the parent has to be told first to hand down. */
  readonly enable: readonly string[];
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

/** Whether there are control groups of any version, whoever may write to them. */
export function hasGroups({ mountinfo }: Pick<CgroupFiles, "mountinfo">): boolean {
  return mounts(mountinfo).length > 0;
}

/** Every folder that a group may have been made in, and that this user may write to, whatever the controllers. */
export function ownParents(files: CgroupFiles): readonly string[] {
  const first = CONTROLLERS.flatMap((controller) => firstVersion(controller, files)?.parent ?? []);
  const second = upwards(files);
  return [...new Set([...first, ...second])].filter((parent) => accessTo([parent]) === "own");
}

/**
 * Where a group with these controllers can be made. Of cgroup v2 it is one folder for all of them, since a process is in one group there;
 * what is missing in the answer has no place: there is no such controller, or none that may be written to.
 */
export function findPlaces(
  controllers: readonly Controller[],
  files: CgroupFiles,
): ReadonlyMap<Controller, GroupPlace> {
  const places = new Map<Controller, GroupPlace>();
  for (const controller of controllers) {
    const place = firstVersion(controller, files);
    if (place) places.set(controller, place);
  }
  const others = controllers.filter((controller) => !places.has(controller));
  const place = others.length === 0 ? null : secondVersion(others, files);
  if (place) for (const controller of others) places.set(controller, place);
  return places;
}

function firstVersion(controller: Controller, files: CgroupFiles): GroupPlace | null {
  const mount = mounts(files.mountinfo).find(({ type, options }) => type === "cgroup" && options.includes(controller));
  if (!mount) return null;
  const own = memberships(files.membership).find(({ controllers }) => controllers.includes(controller))?.path;
  // A container sees its own part of the tree as the whole of it.
  const path = own === undefined ? mount.point : join(mount.point, relative(mount.root, own));
  const parent = path.startsWith(mount.point) && existsSync(path) ? path : mount.point;
  const access = accessTo([parent]);
  if (access === "own" || (access === "refused" && files.sudo()))
    return { version: 1, parent, access: access === "own" ? "own" : "sudo", enable: [] };
  return null;
}

/**
 * Of cgroup v2 the nearest folder upwards whose children have the controllers, or can be given them. The user's own come before those that
 * take sudo(8).
 */
function secondVersion(controllers: readonly Controller[], files: CgroupFiles): GroupPlace | null {
  const names = controllers.map((controller) => (controller === "blkio" ? "io" : controller));
  const places = upwards(files).flatMap((parent) => {
    const enable = toEnable(parent, names);
    const written = ["", "cgroup.procs", ...(enable?.length ? ["cgroup.subtree_control"] : [])];
    return enable ? [{ parent, enable, access: accessTo(written.map((file) => join(parent, file))) }] : [];
  });
  for (const access of ["own", "refused"] as const) {
    const found = places.filter((place) => place.access === access);
    const place = found.find(({ enable }) => enable.length === 0) ?? found[0];
    if (place && (access === "own" || files.sudo()))
      return { version: 2, parent: place.parent, access: access === "own" ? "own" : "sudo", enable: place.enable };
  }
  return null;
}

/** The folder of cgroup v2 that this process is in, and those above it, as far as they are to be seen. */
function upwards(files: CgroupFiles): readonly string[] {
  const mount = mounts(files.mountinfo).find(({ type }) => type === "cgroup2");
  if (!mount) return [];
  const own = memberships(files.membership).find(({ controllers }) => controllers.length === 0)?.path ?? "/";
  let path = join(mount.point, relative(mount.root, own));
  if (!path.startsWith(mount.point) || !existsSync(path)) path = mount.point;
  const folders: string[] = [];
  for (; path.startsWith(mount.point); path = dirname(path)) folders.push(path);
  return folders;
}

/**
 * What a folder has to be told to hand down, for its children to have the controllers; null: they cannot have them. A group with processes
 * in it hands none down, unless it is the root of all; and one of threads has no such children.
 */
function toEnable(folder: string, names: readonly string[]): readonly string[] | null {
  const words = (file: string) => read(join(folder, file)).split(/\s+/).filter(Boolean);
  const type = read(join(folder, "cgroup.type")).trim();
  if (type !== "" && type !== "domain") return null;
  const handedDown = words("cgroup.subtree_control");
  const missing = names.filter((name) => !handedDown.includes(name));
  if (missing.length === 0) return [];
  const free = type === "" || handedDown.length > 0 || words("cgroup.procs").length === 0;
  const available = words("cgroup.controllers");
  return free && missing.every((name) => available.includes(name)) ? missing : null;
}

function accessTo(paths: readonly string[]): "own" | "refused" | "none" {
  try {
    for (const path of paths) accessSync(path, constants.W_OK);
    return "own";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EACCES" ? "refused" : "none";
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
