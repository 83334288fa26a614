import { chmod, mkdir, readFile, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readIfThere, writeAtomically } from "../files.js";
import { openImage, packImage } from "./image/index.js";
import type { Image, RestoredImage } from "./image/model.js";
import type { PackageCache, PendingSave } from "./package-cache.js";

const PENDING = "pending";
const PENDING_MS = 24 * 60 * 60 * 1000;

/** Where an environment's image lies while a run uses it, and what a store keeps of it: the same paths in each run. */
export interface ImagePlace {
  /** The environment's path. */
  readonly environment: string;
  readonly platform: NodeJS.Platform;
  /** Whose Python its programs are links to: a container image's is not to be seen here. */
  readonly python: "machine" | "image";
  readonly signal?: AbortSignal | undefined;
  readonly note: (line: string) => void;
  readonly warn: (code: string, message: string) => void;
}

/** An environment that came out of an image. */
export interface FromStore {
  /** `beside`: out of one that a run left beside the environment, which no store has yet. */
  readonly where: "store" | "beside";
  readonly image: RestoredImage;
  readonly bytes: number;
}

/** The folder that the image of the environment at `path` lies in. */
export function imageFolder(path: string): string {
  return `${path}.image`;
}

export function imagePaths(path: string): readonly [file: string, record: string] {
  return [join(imageFolder(path), "image"), join(imageFolder(path), "image.json")];
}

/** Puts the environment of that key back to its place. Null: the store has none, or it is of no use, which a warning tells. */
export async function takeFromStore(key: string, cache: PackageCache, place: ImagePlace): Promise<FromStore | null> {
  const { environment, signal } = place;
  const paths = imagePaths(environment);
  await dropImage(environment);
  await mkdir(imageFolder(environment), { recursive: true, mode: 0o700 });
  const hit = await cache.environments.restore(key, [], paths, signal === undefined ? {} : { signal });
  return hit === null ? null : openKept(cache, place, "store");
}

/** Puts the environment of that key back from an image that a run which failed has left beside it. Null: there is none. */
export async function takeLeft(key: string, cache: PackageCache, place: ImagePlace): Promise<FromStore | null> {
  const left = await readIfThere(join(imageFolder(place.environment), PENDING));
  return left === key ? openKept(cache, place, "beside") : null;
}

async function openKept(cache: PackageCache, place: ImagePlace, where: FromStore["where"]): Promise<FromStore | null> {
  const { environment, platform, signal } = place;
  const [file, record] = imagePaths(environment);
  try {
    const { sha256, bytes } = asRecord(JSON.parse(await readFile(record, "utf8")));
    const { mounting } = cache;
    const image = await openImage({
      file,
      sha256,
      environment,
      python: place.python,
      mounting,
      platform,
      signal,
      note: place.note,
    });
    return { image, bytes, where };
  } catch (error) {
    if (signal?.aborted) throw error;
    place.warn("environment-not-restored", `The kept environment can't be used: ${messageOf(error)}`);
    return null;
  }
}

/** Packs the environment for a store; null: it can't be packed, which a warning tells. */
export async function packForStore(place: ImagePlace): Promise<Image | null> {
  const { environment, platform, signal } = place;
  const [file, record] = imagePaths(environment);
  try {
    await mkdir(imageFolder(environment), { recursive: true, mode: 0o700 });
    // An earlier step's, which was to be saved, is no longer there.
    await rm(join(imageFolder(environment), PENDING), { force: true });
    const image = await packImage({ environment, file, platform, signal });
    const { sha256, bytes } = image;
    await writeAtomically(record, JSON.stringify({ sha256, bytes }));
    // A store may link to what nobody writes to.
    await Promise.all([file, record].map((path) => chmod(path, 0o444)));
    return image;
  } catch (error) {
    if (signal?.aborted) throw error;
    await dropImage(environment);
    place.warn("environment-not-kept", `The environment can't be kept for the next run: ${messageOf(error)}`);
    return null;
  }
}

/** Says that a later process of this job saves the image under `key`: until then it stays. */
export async function leaveImage(environment: string, key: string): Promise<void> {
  await writeAtomically(join(imageFolder(environment), PENDING), key);
}

/** Whether what is to be saved is still there: a later step of the job may have put another environment in its place. */
export async function isStillThere({ what, key, paths: [first = ""] }: PendingSave): Promise<boolean> {
  return what !== "environment" || (await readIfThere(join(dirname(first), PENDING))) === key;
}

/** Removes an image that nobody waits for. One that a later process was to save is waited for, a day at most. */
export async function dropAbandonedImage(environment: string): Promise<void> {
  const pending = await stat(join(imageFolder(environment), PENDING)).catch(() => null);
  if (pending === null || Date.now() - pending.mtimeMs > PENDING_MS) await dropImage(environment);
}

export async function dropImage(environment: string): Promise<void> {
  await rm(imageFolder(environment), { recursive: true, force: true }).catch(() => undefined);
}

function asRecord(value: unknown): { readonly sha256: string; readonly bytes: number } {
  const { sha256, bytes } = (value ?? {}) as { sha256?: unknown; bytes?: unknown };
  if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256) || !Number.isSafeInteger(bytes))
    throw new Error("its record is damaged");
  return { sha256, bytes: bytes as number };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
