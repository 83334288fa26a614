import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { UsageError } from "../errors.js";
import { type Lock, tryLock } from "../lock.js";

/** What an environment's path is named after. */
export interface SlotOwner {
  readonly cacheDirectory: string;
  /** The project's folder, links resolved. */
  readonly directory: string;
  readonly owner: string | null;
  readonly repository: string | null;
}

/** A place for an environment that no other live run uses. */
export interface Slot {
  /** From 0. */
  readonly number: number;
  readonly path: string;
  readonly lock: Lock;
}

const MAX_SLOTS = 1000;

/** `<owner>-<repository>`, or the folder's name and a hash of its path where those are not known. */
export function slotName({ owner, repository, directory }: SlotOwner): string {
  if (owner && repository) return `${plain(owner)}-${plain(repository)}`;
  const hash = createHash("sha256").update(directory).digest("hex").slice(0, 8);
  return `${plain(basename(directory))}-${hash}`;
}

/** Path of the environment in slot `n`: the same in every run, since scripts hold it. */
export function slotPath(owner: SlotOwner, n: number): string {
  return join(owner.cacheDirectory, "env", `${slotName(owner)}-${n}`);
}

/** Takes the lowest slot that no live run holds. @throws the system's error where the cache directory cannot be written to */
export async function takeSlot(owner: SlotOwner): Promise<Slot> {
  await mkdir(join(owner.cacheDirectory, "env"), { recursive: true, mode: 0o700 });
  for (let n = 0; n < MAX_SLOTS; n++) {
    const path = slotPath(owner, n);
    const lock = await tryLock(`${path}.lock`);
    if (lock !== null) return { number: n, path, lock };
  }
  throw new UsageError(
    "no-free-environment",
    `${MAX_SLOTS} environments of this project are in use under ${owner.cacheDirectory}/env. End some runs and try again.`,
  );
}

// A leading dot or dash would make a hidden folder, or an option.
function plain(name: string): string {
  const text = name.replace(/[^\w.-]+/g, "_").replace(/^[.-]+/, "_");
  return text.slice(0, 80) || "project";
}
