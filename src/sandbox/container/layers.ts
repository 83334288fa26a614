import { isWithin } from "../../within.js";
import { Layers } from "../layers.js";
import type { Mount } from "./mount-argv.js";

/** A container's mounts as they are laid over one another, the last on top. What lies in an image, this machine does not know. */
export class MountLayers {
  readonly #files: Layers;
  #mounts: readonly Mount[] = [];

  /** `root`: the folder that is the container's root; null: an image is. */
  constructor(root: string | null) {
    this.#files = new Layers(root);
  }

  /** What is mounted, none of it hidden by another. */
  get mounts(): readonly Mount[] {
    return this.#mounts;
  }

  /** Where a path leads inside. @throws CommandError `mount` where its links go round in a circle */
  follow(path: string): string {
    return this.#files.resolve(path);
  }

  /**
   * Lays a mount over what is there. What it hides is left out: engines mount by the length of paths, and nothing twice at one place.
   * Gives the mount at the place where its target leads.
   */
  lay(mount: Mount): Mount {
    const laid = { ...mount, target: this.follow(mount.target) };
    this.#files.add({ target: laid.target, backing: laid.type === "bind" ? laid.source : null });
    this.#mounts = [...this.#mounts.filter((other) => !isWithin(other.target, laid.target)), laid];
    return laid;
  }
}

/** The mount that a path lies in. */
export function mountUnder(path: string, mounts: readonly Mount[]): Mount | undefined {
  return mounts.findLast(({ target }) => isWithin(path, target));
}
