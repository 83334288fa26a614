import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { NormalLimits } from "../normal.js";
import { refuse } from "../refuse.js";
import { clearAllLeft, clearLeft, removeFolders } from "./clear.js";
import { Group } from "./group.js";
import { groupName } from "./names.js";
import { CONTROLLERS, type Controller, findPlaces, type GroupPlace, readCgroupFiles } from "./places.js";
import { processLimits } from "./process-limits.js";
import { type GroupSetting, groupSettings } from "./settings.js";
import { asRoot, hasSudo } from "./sudo.js";

/** Which limits can be had by control groups on this machine, by the names of the configuration. */
export function groupLimits(): readonly string[] {
  const files = readCgroupFiles(hasSudo);
  const place = (controller: Controller) => findPlaces([controller], files).get(controller);
  const memory = place("memory");
  return [
    ...(memory ? ["memory"] : []),
    ...(memory?.version === 1 ? ["noOomKill"] : []),
    ...(place("cpu") ? ["cpus"] : []),
    ...(place("pids") ? ["pids"] : []),
    ...(place("blkio") ? ["deviceReadBps", "deviceWriteBps"] : []),
  ];
}

/**
 * Makes a group with the limits; null where none of them needs one. What runs that were killed have left is cleared away first.
 *
 * @throws CommandError "unsupported" where one cannot be set, naming it; nothing is left of the group then.
 */
export function makeGroup(limits: NormalLimits): Group | null {
  clearAllLeft();
  const name = groupName();
  const asked = CONTROLLERS.filter((controller) => groupSettings(controller, 1, limits).length > 0);
  const others: readonly string[] = asked.length === 0 ? [] : processLimits();
  const needed = asked.filter((controller) => !others.includes(controller));
  const places = findPlaces(needed, readCgroupFiles(hasSudo));
  const byController = new Map<Controller, string>();
  let access: GroupPlace["access"] = "own";
  try {
    for (const controller of needed) {
      const place = places.get(controller);
      if (!place) throw refuse("unsupported", `limits: this machine has no ${controller} control group to write to`);
      if (place.access === "sudo") access = "sudo";
      clearLeft(place.parent);
      const folder = join(place.parent, name);
      // Controllers may share a hierarchy. Any other group of that name is somebody else's: to be neither used nor removed.
      if (![...byController.values()].includes(folder)) make(folder, place);
      byController.set(controller, folder);
      for (const setting of groupSettings(controller, place.version, limits)) set(folder, setting, place);
    }
  } catch (error) {
    removeFolders([...byController.values()]);
    throw error;
  }
  return byController.size === 0 ? null : new Group(byController, limits, access);
}

function make(folder: string, place: GroupPlace): void {
  for (const controller of place.enable)
    set(place.parent, { file: "cgroup.subtree_control", value: `+${controller}` }, place);
  try {
    if (place.access === "own") mkdirSync(folder);
    else asRoot('mkdir "$1" && chown "$2" "$1" "$1/cgroup.procs"', [folder, String(process.getuid?.())]);
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code ?? (cause as Error).message;
    throw refuse("unsupported", `limits: no control group can be made in ${place.parent} (${why})`, { cause });
  }
}

function set(folder: string, { file, value, optional }: GroupSetting, { access }: GroupPlace): void {
  const path = join(folder, file);
  if (optional && !existsSync(path)) return;
  try {
    if (access === "own") writeFileSync(path, value, { flag: "r+" });
    else asRoot('printf %s "$2" > "$1"', [path, value]);
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code ?? (cause as Error).message;
    throw refuse("unsupported", `limits: the kernel does not take ${value} for ${file} (${why})`, { cause });
  }
}

/** Removes a group that nothing runs in any more. */
export function removeGroup(group: Group | null): void {
  if (group) removeFolders(group.folders);
}
