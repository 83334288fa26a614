import { isWithin } from "../within.js";
import { followInside, onHost } from "./inside-root.js";
import { refuse } from "./refuse.js";

/** What lies at a place of the sandbox: a folder or file of this machine, or something new. */
export interface Layer {
  /** Inside; its links have been followed. */
  readonly target: string;
  /** The path on this machine; null: it is made anew, as a tmpfs. */
  readonly backing: string | null;
  /** `nothing`: it is made anew, and has in it what is mounted there; absent: that is not known. */
  readonly content?: "nothing";
}

/** The sandbox's files as they are laid over one another, the last on top. */
export class Layers {
  readonly #layers: Layer[];
  readonly #bottom: Layer;

  /** `root`: the folder that is the root; null: this machine does not know it. */
  constructor(root: string | null) {
    this.#bottom = { target: "/", backing: root };
    this.#layers = [this.#bottom];
  }

  /** A path inside, with its links followed as the sandbox's commands would: none leads out of it. */
  resolve(path: string): string {
    const resolved = followInside(path, (inside) => this.hostPath(inside));
    if (resolved === null) throw refuse("mount", `${path} cannot be followed: its symbolic links go round in a circle`);
    return resolved;
  }

  add(layer: Layer): void {
    this.#layers.push(layer);
  }

  /** Puts a layer right on top of another, below what was laid over that since. */
  addAfter(below: Layer, layer: Layer): void {
    this.#layers.splice(this.#layers.indexOf(below) + 1, 0, layer);
  }

  /** What a path lies in. */
  under(path: string): Layer {
    return this.#layers.findLast(({ target }) => isWithin(path, target)) ?? this.#bottom;
  }

  /** Whether a path, whose links have been followed, is surely not there; `made`: what else is made inside. */
  lacks(path: string, made: readonly string[]): boolean {
    const { target, content } = this.under(path);
    const points = [...made, ...this.#layers.map((layer) => layer.target)];
    return content === "nothing" && path !== target && !points.some((point) => isWithin(point, path));
  }

  /** Where a path is on this machine; null: it is in something new. */
  hostPath(path: string): string | null {
    const { target, backing } = this.under(path);
    return backing === null ? null : onHost(backing, path.slice(target === "/" ? 0 : target.length));
  }
}

/**
 * The mounts that come before the workspace, and those after it: what is mounted within it is not to be covered by it, nor it by what it
 * lies in.
 */
export function aroundWorkspace<T extends { readonly target: string }>(
  mounts: readonly T[],
  workspace: string | null,
): { readonly before: readonly T[]; readonly after: readonly T[] } {
  const within = ({ target }: T): boolean => workspace !== null && isWithin(target, workspace);
  return { before: mounts.filter((mount) => !within(mount)), after: mounts.filter(within) };
}
