import { statSync } from "node:fs";
import { systemError } from "../command/index.js";
import { deviceNumber } from "./groups/settings.js";
import { aroundWorkspace, Layers } from "./layers.js";
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
  const layers = reader.faults.length === 0 ? layersOf(config, reader) : null;
  if (layers !== null)
    listed.forEach((path, index) => {
      const at = ["filesystemWritablePaths", index];
      const source = reader.part(at, () => layers.hostPath(layers.resolve(path)), null, path);
      if (source !== null) reader.part(at, () => requireThere(path, source), undefined, source);
    });
  for (const key of ["deviceReadBps", "deviceWriteBps"] as const)
    for (const { device } of limits[key]) reader.part(["limits", key, device], () => deviceNumber(device), "", device);
  return reader.faults;
}

function requireFolder(key: string, path: string): void {
  const cause = faultOf(path, "folder");
  if (cause !== null) throw refuse("mount", `${key} ${path} is no folder, or is not there`, { cause });
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

/** What keeps a path from being what is wanted; null: nothing does. */
function faultOf(path: string, wanted: "folder" | "anything"): unknown {
  try {
    return statSync(path).isDirectory() || wanted === "anything" ? null : systemError("ENOTDIR", { path });
  } catch (cause) {
    return cause;
  }
}

/** The sandbox's files as far as this machine has them: not what is made anew, nor what is in an image. */
function layersOf({ filesystemRoot, image, extraMounts, workspace }: NormalConfig, reader: Reader): Layers {
  const layers = new Layers(image === null ? filesystemRoot : null);
  for (const target of OWN) layers.add({ target, backing: null });
  const placed = extraMounts.map((mount, index) => ({ ...mount, at: ["extraMounts", index, "target"] }));
  const { before, after } = aroundWorkspace(placed, workspace);
  const lay = ({ at, source, target }: (typeof placed)[number]): void =>
    reader.part(at, () => layers.add({ target: layers.resolve(target), backing: source }), undefined, target);
  before.forEach(lay);
  if (workspace !== null) layers.add({ target: layers.resolve(workspace), backing: workspace });
  after.forEach(lay);
  return layers;
}
