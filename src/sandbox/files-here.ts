import { statSync } from "node:fs";
import { systemError } from "../command/index.js";
import { isWithin } from "../within.js";
import { aroundWorkspace, type Layer, Layers } from "./layers.js";
import { mountPointType } from "./mount-points.js";
import type { NormalConfig } from "./normal.js";
import type { Reader } from "./reader.js";
import { type ConfigPath, refuse } from "./refuse.js";

/** Every sandbox but a chroot has these of its own. */
const OWN = ["/proc", "/dev"];

/** What nobody in the sandbox is to see of this machine, and what lies in it that is shown all the same. */
export interface View {
  readonly hidden: readonly string[];
  /** Read-only. */
  readonly kept: readonly string[];
}

/** The sandbox's files as far as this machine has them: not what is in an image, nor what is missing, which `reader` is told of. */
export function filesOf(config: NormalConfig, reader: Reader, view: View = { hidden: [], kept: [] }): Layers {
  const { filesystemRoot, image, extraMounts, workspace } = config;
  const folder = (key: string, path: string): string | null =>
    reader.part<string | null>([key], () => requireFolder(key, path), null, path);
  const root = folder("filesystemRoot", filesystemRoot);
  const shown = workspace === null ? null : { target: workspace, backing: folder("workspace", workspace) };
  const placed = extraMounts.map((mount, index) => placedMount(mount, { reader, at: ["extraMounts", index] }));
  const layers = new Layers(image === null ? root : null);
  const named = [config.cwd ?? [], ...writablePathsOf(config)].flat().map((path) => layers.resolve(path));
  for (const target of OWN) layers.add({ target, backing: null });
  for (const target of view.hidden) layers.add({ target, backing: null, content: "nothing" });
  for (const path of [...view.kept, ...named.filter((path) => view.hidden.some((folder) => isWithin(path, folder)))])
    layers.add({ target: path, backing: path });
  const { before, after } = aroundWorkspace(placed, workspace);
  const lay = ({ at, ...layer }: (typeof placed)[number]): void =>
    reader.part(at, () => layers.add({ ...layer, target: layers.resolve(layer.target) }), undefined, layer.target);
  before.forEach(lay);
  if (shown !== null) layers.add({ ...shown, target: layers.resolve(shown.target) });
  after.forEach(lay);
  return layers;
}

export function writablePathsOf({ writablePaths }: NormalConfig): readonly string[] {
  return writablePaths.type === "some" ? writablePaths.paths : [];
}

/** A mount as a layer, with the place in the configuration that says where it is to be. */
function placedMount(
  { type, source, target }: NormalConfig["extraMounts"][number],
  { reader, at }: { readonly reader: Reader; readonly at: ConfigPath },
): Layer & { readonly at: ConfigPath } {
  const place = { at: [...at, "target"], target };
  if (source === null) return { ...place, backing: null, ...(type === "tmpfs" ? { content: "nothing" as const } : {}) };
  return { ...place, backing: reader.part<string | null>([...at, "source"], () => there(source), null, source) };
}

function there(source: string): string {
  mountPointType(source);
  return source;
}

function requireFolder(key: string, path: string): string {
  const cause = faultOf(path, "folder");
  if (cause === null) return path;
  throw refuse("mount", `${key} ${path} is no folder, or is not there`, { cause });
}

export function isFolder(path: string): boolean {
  return faultOf(path, "folder") === null;
}

/** What keeps a path from being what is wanted, as the system tells it; null: nothing does. */
export function faultOf(path: string, wanted: "folder" | "anything"): unknown {
  try {
    return statSync(path).isDirectory() || wanted === "anything" ? null : systemError("ENOTDIR", { path });
  } catch (cause) {
    return cause;
  }
}
