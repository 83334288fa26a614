import { faultOf, filesOf, isFolder, type View, writablePathsOf } from "./files-here.js";
import { deviceNumber } from "./groups/settings.js";
import type { NormalConfig } from "./normal.js";
import { Reader } from "./reader.js";
import { refuse, type SandboxFault } from "./refuse.js";

/** What a configuration names of this machine and is not there, or is something else than what it is wanted for. */
export function findAbsent(config: NormalConfig): readonly SandboxFault[] {
  const reader = new Reader();
  const { limits } = config;
  const layers = filesOf(config, reader);
  writablePathsOf(config).forEach((path, index) => {
    const at = ["filesystemWritablePaths", index];
    const source = reader.part(at, () => layers.hostPath(layers.resolve(path)), null, path);
    if (source !== null) reader.part(at, () => requireThere(path, source), undefined, source);
  });
  for (const key of ["deviceReadBps", "deviceWriteBps"] as const)
    for (const { device } of limits[key]) reader.part(["limits", key, device], () => deviceNumber(device), "", device);
  return reader.faults;
}

/** That commands which name no folder have none to start in; nothing where this machine cannot tell. */
export function findLostStart(config: NormalConfig): readonly SandboxFault[] {
  const { cwd } = config;
  if (cwd === null) return [];
  const reader = new Reader();
  // What else is missing is told as such.
  const layers = filesOf(config, new Reader());
  const place = reader.part(["cwd"], () => layers.resolve(cwd), null, cwd);
  if (place === null) return reader.faults;
  const source = layers.hostPath(place);
  const isThere = source === null ? !layers.lacks(place, writablePathsOf(config)) : isFolder(source);
  if (isThere) return [];
  const where = source === null || source === cwd ? "" : ` (${source} on this machine)`;
  const error = refuse("spawn", `cwd ${cwd} is no folder inside, or is not there${where}`);
  return [{ at: ["cwd"], error, path: source ?? cwd }];
}

/** Whether the sandbox covers what is in a folder, with what it hides of this machine or with its own mounts. */
export function isHidden(folder: string, config: NormalConfig, view?: View): boolean {
  const reader = new Reader();
  const layers = filesOf(config, reader, view);
  const place = reader.part<string | null>([], () => layers.resolve(folder), null);
  return place !== null && layers.lacks(place, writablePathsOf(config));
}

function requireThere(path: string, source: string): void {
  const cause = faultOf(source, "anything");
  if (cause === null) return;
  const where = source === path ? "" : ` (${source} on this machine)`;
  throw refuse(
    "mount",
    `filesystemWritablePaths has ${path}, which is not there${where}: make it first, or leave it out`,
    { cause },
  );
}
