import { printable } from "../../printable.js";
import { refuse } from "../refuse.js";
import { changeOwner } from "./change-owner.js";
import type { Engine } from "./engine.js";
import type { Image } from "./image.js";
import { idsOf } from "./inside-ids.js";
import { type Loan, lend } from "./loan.js";
import type { Ids } from "./ownership.js";

/**
 * Which user inside is to be the one who called, under a podman without root's rights: then no file ever changes its owner, and all that runs
 * inside can be seen and signalled. null: the engine's own way, by which that user is root inside; so it has to be where the image names
 * its user by a word.
 */
export function keepIdFor(image: Image | null, engine: Engine): Ids | null {
  const [, uid, gid] = /^(\d+)(?::(\d+))?$/.exec(image?.user ?? "") ?? [];
  return canKeepIds(engine) && uid !== undefined && Number(uid) !== 0
    ? { uid: Number(uid), gid: Number(gid ?? uid) }
    : null;
}

/** The same for a user who is known by number only once the image runs: `pid` is a process of it. */
export function keepIdOfNamed(pid: number, engine: Engine): Ids | null {
  const ids = canKeepIds(engine) ? idsOf(pid) : null;
  return ids === null || ids.inside.uid === 0 ? null : ids.inside;
}

function canKeepIds({ name, rights, version }: Engine): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return name === "podman" && rights === "rootless" && (major > 4 || (major === 4 && minor >= 3));
}

/** Who calls, and by what engine. */
export interface Caller {
  readonly engine: Engine;
  /** The user that this process runs as. */
  readonly uid: number;
}

/**
 * Gives the image's user what the folder's owner has in it, unless they are one, or the image's is root. `pid` is a process of the container.
 * @throws CommandError "unsupported" where this user has no way to do so.
 */
export function lendTo(loan: Loan, pid: number, { engine, uid }: Caller): void {
  const ids = idsOf(pid);
  if (ids === null || ids.outside.uid === 0 || ids.outside.uid === loan.owner.uid) return;
  const inNamespace = engine.name === "podman" && engine.rights === "rootless";
  try {
    lend(loan, inNamespace ? ids.inside : ids.outside, changeOwner(engine, uid));
  } catch (cause) {
    const folder = printable(loan.folder);
    const why = cause instanceof Error ? cause.message : String(cause);
    throw refuse(
      "unsupported",
      `workspace: commands run as the image's user ${ids.inside.uid}, who cannot be let write in ${folder}. ` +
        `Run as root or with sudo that asks for no password, use podman, or take an image whose user is root. ${why}`,
      { cause },
    );
  }
}
