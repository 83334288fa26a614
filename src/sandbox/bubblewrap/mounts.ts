import { isWithin } from "../../within.js";
import { aroundWorkspace, type Layer, Layers } from "../layers.js";
import { type MountPoints, mountPointType } from "../mount-points.js";
import type { NormalConfig, NormalMount } from "../normal.js";
import { debugPorts } from "./debug-ports.js";
import { tmpfsOptions } from "./mount-options.js";
import type { View } from "./view.js";

/** What the mounts are made of. */
export interface MountRequest {
  readonly config: Pick<NormalConfig, "filesystemRoot" | "writablePaths" | "extraMounts" | "workspace">;
  /** What is hidden of this machine; null: the root is another one. */
  readonly view: View | null;
  /** A folder that is shown although it lies in what is hidden. */
  readonly shown: string | null;
  /** Told of the mount points in this machine's files. */
  readonly points: MountPoints;
  /** The user who makes the sandbox. */
  readonly uid: number;
}

/** Of every proc file system what is not of processes, but of the whole machine: root may write there whatever its capabilities are (proc(5)). */
const MACHINES_OWN = ["acpi", "asound", "bus", "fs", "irq", "scsi", "sys", "sysrq-trigger"];

/** bubblewrap's arguments for the sandbox's files (bwrap(1)), and where a path leads in there. */
export function mountArgs(request: MountRequest): { readonly args: readonly string[]; readonly layers: Layers } {
  const { config, view } = request;
  const { filesystemRoot, writablePaths } = config;
  const build = new Build(request);
  const layers = build.layers;
  build.push(layers.under("/"), writablePaths.type === "all" ? "--bind" : "--ro-bind", filesystemRoot, "/");
  build.proc("/proc");
  build.system("--dev", "/dev");
  if (view) {
    // As root the files of /sys could be written to, the sandbox's own limits among them.
    build.push(null, "--ro-bind", "/sys", "/sys");
    for (const path of view.hidden) build.tmpfs(path, []);
    for (const path of view.kept) build.bind(path, path, "--ro-bind");
    for (const path of debugPorts()) build.push(null, "--ro-bind", "/dev/null", path);
  }
  if (request.shown !== null)
    build.bind(request.shown, request.shown, build.isWritable(request.shown) ? "--bind" : "--ro-bind");
  for (const path of view ? namedIn(view, config) : []) build.bind(path, path, "--bind");
  const { workspace } = config;
  const { before, after } = aroundWorkspace(config.extraMounts, workspace);
  for (const mount of before) build.extra(mount);
  if (workspace !== null) build.bind(workspace, workspace, "--bind");
  for (const mount of after) build.extra(mount);
  if (writablePaths.type !== "all") build.closeAllBut(writablePaths.type === "some" ? writablePaths.paths : []);
  return { args: build.args, layers };
}

/** Writable paths are shown where they lie in what is hidden, unless something is mounted there anyway. */
function namedIn({ hidden }: View, { writablePaths, extraMounts }: MountRequest["config"]): readonly string[] {
  if (writablePaths.type !== "some") return [];
  return writablePaths.paths.filter(
    (path) =>
      hidden.some((folder) => isWithin(path, folder)) && !extraMounts.some(({ target }) => isWithin(path, target)),
  );
}

class Build {
  /** What is laid over what, from the bottom up. */
  readonly #steps: { readonly layer: Layer | null; readonly args: readonly string[] }[] = [];
  /** What is done when all is mounted. */
  readonly #last: string[] = [];
  readonly layers: Layers;
  readonly #request: MountRequest;
  /** Those that are still writable as a whole. */
  #tmpfs: string[] = [];

  constructor(request: MountRequest) {
    this.#request = request;
    this.layers = new Layers(request.config.filesystemRoot);
  }

  get args(): readonly string[] {
    return [...this.#steps.flatMap(({ args }) => args), ...this.#last];
  }

  push(layer: Layer | null, ...args: readonly string[]): void {
    this.#steps.push({ layer, args });
  }

  /** Whether the configuration lets a path be written to. */
  isWritable(path: string): boolean {
    const { writablePaths } = this.#request.config;
    if (writablePaths.type !== "some") return writablePaths.type === "all";
    return writablePaths.paths.some((folder) => isWithin(this.layers.resolve(path), this.layers.resolve(folder)));
  }

  #lay(layer: Layer, ...args: readonly string[]): void {
    this.push(layer, ...args);
    this.layers.add(layer);
  }

  /** What the sandbox has of its own, wherever its root comes from. */
  system(option: "--proc" | "--dev", path: string): void {
    this.#point(path, "folder");
    this.#lay({ target: path, backing: null }, option, path);
  }

  /**
   * Process 1 is bubblewrap itself: by its `exe` root could change this machine's bwrap, by its `mem` all could do what their own filter of
   * system calls refuses. As to the rest, bubblewrap looks whether it may write to the folders, not to what is in them.
   */
  proc(path: string): void {
    this.system("--proc", path);
    this.push(null, "--tmpfs", `${path}/1`, "--remount-ro", `${path}/1`);
    if (this.#request.uid !== 0) return;
    for (const name of MACHINES_OWN) this.push(null, "--ro-bind-try", `/proc/${name}`, `${path}/${name}`);
  }

  /** `words`: bwrap's own for it. */
  tmpfs(path: string, words: readonly string[]): void {
    const target = this.layers.resolve(path);
    this.#point(target, "folder");
    this.#lay({ target, backing: null }, ...words, "--tmpfs", target);
    this.#cover(target);
    this.#tmpfs.push(target);
  }

  bind(source: string, path: string, option: "--bind" | "--ro-bind" | "--dev-bind"): void {
    const target = this.layers.resolve(path);
    this.#point(target, mountPointType(source));
    this.#lay({ target, backing: source }, option, source, target);
    this.#cover(target);
  }

  /** What lies in a place that something else is laid over is not to be seen any more, nor to be closed. */
  #cover(target: string): void {
    this.#tmpfs = this.#tmpfs.filter((path) => !isWithin(path, target));
  }

  extra({ type, source, target, options }: NormalMount): void {
    if (type === "tmpfs") {
      this.tmpfs(target, tmpfsOptions(options));
      if (options.includes("ro")) this.#closeTmpfs(this.layers.resolve(target));
    } else if (type === "proc") {
      const path = this.layers.resolve(target);
      if (path !== "/proc") this.proc(path);
      if (options.includes("ro")) this.#last.push("--remount-ro", path);
    } else {
      this.bind(source ?? target, target, bindOption(options, this.isWritable(target) ? "writable" : "read-only"));
    }
  }

  /** Opens the writable paths, each on top of what it lies in: what is mounted in it, or hidden in it, stays. */
  closeAllBut(paths: readonly string[]): void {
    const writable = paths.map((path) => this.layers.resolve(path));
    for (const path of writable) {
      const below = this.layers.under(path);
      const source = this.layers.hostPath(path);
      if (source !== null) this.#open(path, { below, source });
      else if (below.target !== path && !writable.some((other) => other !== path && isWithin(path, other)))
        this.tmpfs(path, []);
    }
    for (const path of [...this.#tmpfs]) {
      if (!writable.some((folder) => isWithin(path, folder))) this.#closeTmpfs(path);
    }
  }

  #open(target: string, { below, source }: { readonly below: Layer; readonly source: string }): void {
    this.#point(target, mountPointType(source));
    const layer = { target, backing: source };
    const at = this.#steps.findIndex((step) => step.layer === below);
    this.#steps.splice(at + 1, 0, { layer, args: ["--bind", source, target] });
    this.layers.addAfter(below, layer);
  }

  #closeTmpfs(path: string): void {
    const index = this.#tmpfs.indexOf(path);
    if (index < 0) return;
    this.#tmpfs.splice(index, 1);
    this.#last.push("--remount-ro", path);
  }

  /** bubblewrap makes mount points in what is new; in what is this machine's, the holder does, and removes them afterwards. */
  #point(target: string, type: "folder" | "file"): void {
    const path = this.layers.hostPath(target);
    if (path !== null) this.#request.points.need(path, type);
  }
}

function bindOption(
  options: readonly string[],
  place: "writable" | "read-only",
): "--bind" | "--ro-bind" | "--dev-bind" {
  if (options.includes("ro") || place === "read-only") return "--ro-bind";
  return options.includes("dev") ? "--dev-bind" : "--bind";
}
