import { realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Where the parts of an image in use lie: beside the environment, in a folder that is that slot's alone. */
export interface Parts {
  /** The environment itself, as the kernel names it in its table of mounts: no links above it. */
  readonly environment: string;
  /** Mount point of the image. */
  readonly lower: string;
  /** Mount point of the memory that takes up changes where the disk's file system can't. */
  readonly memory: string;
  readonly folder: string;
  /** Where an image is unpacked before the environment takes its place. */
  readonly unpacked: string;
}

/** Names within `Parts.folder` that are made when an image is opened and go when it is closed. */
export const PART_NAMES = ["lower", "memory", "upper", "work", "unpacked"] as const;

/** Ending of files that are not finished. */
export const UNFINISHED = ".tmp";

/** The folder above the environment must be there. */
export async function partsOf(environment: string): Promise<Parts> {
  const path = join(await realpath(dirname(environment)), basename(environment));
  const folder = `${path}.image`;
  const part = (name: (typeof PART_NAMES)[number]) => join(folder, name);
  return { environment: path, folder, lower: part("lower"), memory: part("memory"), unpacked: part("unpacked") };
}
