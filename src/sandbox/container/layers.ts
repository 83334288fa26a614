import { posix } from "node:path";
import { isWithin } from "../../within.js";
import { followInside, onHost } from "../inside-root.js";
import { refuse } from "../refuse.js";
import type { Mount } from "./mount-argv.js";

/** A container's files as they are laid over one another, the last on top, as far as this machine can see them: an image is not known. */
export class Layers {
  readonly #root: string | null;
  #mounts: readonly Mount[] = [];

  /** `root`: the folder that is the container's root; null: an image is. */
  constructor(root: string | null) {
    this.#root = root;
  }

  /** What is mounted, none of it hidden by another. */
  get mounts(): readonly Mount[] {
    return this.#mounts;
  }

  /**
   * Where a path leads inside: links are followed as the container's commands would, so that none leads to this machine's own files.
   *
   * @throws CommandError `mount` where they go round in a circle
   */
  follow(path: string): string {
    const followed = followInside(path, (inside) => this.#hostPath(inside));
    if (followed === null) throw refuse("mount", `${path} cannot be followed: its symbolic links go round in a circle`);
    return followed;
  }

  /**
   * Lays a mount over what is there. What it hides is left out: engines mount by the length of paths, and nothing twice at one place.
   * Gives the mount at the place where its target leads.
   */
  lay(mount: Mount): Mount {
    const laid = { ...mount, target: this.follow(mount.target) };
    this.#mounts = [...this.#mounts.filter((other) => !isWithin(other.target, laid.target)), laid];
    return laid;
  }

  #hostPath(inside: string): string | null {
    const below = mountUnder(inside, this.#mounts);
    if (below === undefined) return this.#root === null ? null : onHost(this.#root, inside);
    return below.type === "bind" ? posix.join(below.source, posix.relative(below.target, inside)) : null;
  }
}

/** The mount that a path lies in. */
export function mountUnder(path: string, mounts: readonly Mount[]): Mount | undefined {
  return mounts.findLast(({ target }) => isWithin(path, target));
}
