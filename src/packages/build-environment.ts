import { rm } from "node:fs/promises";
import type { PhaseName } from "../spec/index.js";
import { hasOnlyCompiled } from "./compiled.js";
import { differingParts, environmentKey, keyPrefix } from "./environment-key.js";
import { clearExposed, exposedKey, markExposed } from "./exposed.js";
import { giveTo } from "./give-to.js";
import { clearPlace } from "./image/index.js";
import { ownerIn } from "./image-python.js";
import {
  dropAbandonedImage,
  dropImage,
  type FromStore,
  type ImagePlace,
  imagePaths,
  leaveImage,
  packForStore,
  takeFromStore,
  takeLeft,
} from "./kept-image.js";
import type { PackageCache, PendingSave } from "./package-cache.js";
import { prepareEnvironment } from "./prepare-environment.js";
import type { PackageOptions } from "./session.js";
import { slotName } from "./slot.js";
import {
  removeStamp,
  type StampKey,
  type StampSource,
  type Standing,
  stampedAt,
  stampKey,
  standing,
  writeStamp,
} from "./stamp.js";

/** How the environment came to stand at its place. */
type Origin =
  | { readonly kind: "kept" }
  | { readonly kind: "restored"; readonly from: FromStore; readonly restoredMs: number }
  | { readonly kind: "made"; readonly reason: string | null };

/** The build's Python environment for the length of a run: kept, restored or made; packed after install, and again with what was compiled since; saved at the end. */
export class BuildEnvironment {
  readonly key: string;
  readonly origin: Origin;
  /** Whether it holds all that install puts into it. */
  readonly contents: "whole" | "unknown";
  savedKey: string | null = null;
  packedBytes = 0;
  readonly #source: StampSource;
  readonly #parts: StampKey;
  readonly #cache: PackageCache | null;
  readonly #place: ImagePlace;
  #exposed = false;

  private constructor(parts: {
    readonly key: string;
    readonly origin: Origin;
    readonly contents: "whole" | "unknown";
    readonly source: StampSource;
    readonly parts: StampKey;
    readonly cache: PackageCache | null;
    readonly place: ImagePlace;
  }) {
    this.key = parts.key;
    this.origin = parts.origin;
    this.contents = parts.contents;
    this.#source = parts.source;
    this.#parts = parts.parts;
    this.#cache = parts.cache;
    this.#place = parts.place;
  }

  /** Sees to it that an environment stands at `source.path`. `beforeMaking`: called where a new one has to be made. */
  static async open(
    source: StampSource,
    options: PackageOptions,
    beforeMaking: () => Promise<void>,
  ): Promise<BuildEnvironment> {
    const cache = options.cache ?? null;
    await clearPlace(source.path);
    const { parts, filesFrom } = await stampKey(source);
    const key = keyOf(parts, source, options);
    const place: ImagePlace = {
      environment: source.path,
      platform: source.platform,
      python: options.image === undefined ? "machine" : "image",
      signal: options.signal,
      note: options.note,
      warn: options.warn ?? ((_code, message) => options.note(message)),
    };
    const origin = await originOf({ source, parts, key, cache, place, options, beforeMaking });
    const contents = cache !== null && origin.kind !== "made" && filesFrom === "index" ? "whole" : "unknown";
    return new BuildEnvironment({ key, origin, contents, source, parts, cache, place });
  }

  /** Variables for its commands. A mount is a file system of its own, to which uv could not link from its cache. */
  variables(machine: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    return this.#isMounted && !machine.UV_LINK_MODE ? { UV_LINK_MODE: "copy" } : {};
  }

  /** Whether it came from an image that a failed run left beside it. */
  get #isLeft(): boolean {
    return this.origin.kind === "restored" && this.origin.from.where === "beside";
  }

  get #isMounted(): boolean {
    return this.origin.kind === "restored" && this.origin.from.image.way === "mounted";
  }

  /** While install runs the environment counts as unfinished. */
  beginInstall(): Promise<void> {
    return removeStamp(this.#source.path);
  }

  /** Commands of a sandbox get to write to it. What is mounted goes with the run; and install's own work counts where it is kept. */
  async expose(phase: PhaseName): Promise<void> {
    if (this.#isMounted || (phase === "install" && this.#cache?.use === "read-write")) return;
    this.#exposed = true;
    await markExposed(this.#source.path, this.key);
  }

  /** Install has succeeded: says so, and packs what is not in the store yet, before anything else writes to it. */
  async installed(): Promise<void> {
    await writeStamp(this.#source, this.#parts, this.#isMounted ? "distributions" : "files");
    if (this.#cache?.use !== "read-write" || this.origin.kind !== "made") return;
    const image = await packForStore(this.#place);
    this.packedBytes = image?.bytes ?? 0;
  }

  /** Takes mounts away; saves what was packed, or gives it as still to be saved. `outcome`: of the whole run. */
  async close(outcome: { readonly succeeded: boolean }): Promise<readonly PendingSave[]> {
    if (this.origin.kind === "restored") await this.origin.from.image.close();
    const { path } = this.#source;
    const unsaved = this.packedBytes > 0 || this.#isLeft;
    if (!unsaved || !outcome.succeeded || this.#cache?.use !== "read-write") {
      // The environment itself will not be taken again, but what it was after install may be.
      if (unsaved && (this.#exposed || this.#isLeft)) await leaveImage(path, this.key);
      else await dropAbandonedImage(path);
      return [];
    }
    if (await this.#hasCompiledMore()) {
      this.packedBytes = (await packForStore(this.#place))?.bytes ?? 0;
      if (this.packedBytes === 0) return [];
    }
    const paths = imagePaths(path);
    if (this.#cache.saving === "later") {
      await leaveImage(path, this.key);
      return [{ what: "environment", key: this.key, paths }];
    }
    const saved = await this.#cache.environments.save(this.key, paths);
    this.savedKey = saved?.key ?? null;
    await dropImage(path);
    return [];
  }

  /**
   * Whether the image is to be packed again, now with what Python compiled when the later phases imported it: with many
   * packages that takes longer than all else of a second run. What commands of a sandbox left never is.
   */
  async #hasCompiledMore(): Promise<boolean> {
    const { path } = this.#source;
    if (this.packedBytes === 0 || this.#exposed) return false;
    const since = await stampedAt(path);
    if (since === null || !(await hasOnlyCompiled(path, since))) return false;
    return (await standing(this.#source, this.#parts, "files")).state === "valid";
  }
}

/** The key of the environment in slot 0, for showing it; nothing is made. */
export async function previewKey(source: StampSource, options: PackageOptions): Promise<string> {
  return keyOf((await stampKey(source)).parts, source, options);
}

function keyOf(parts: StampKey, source: StampSource, options: PackageOptions): string {
  return environmentKey(parts, prefixOf(source, options));
}

function prefixOf(source: StampSource, options: PackageOptions): string {
  return keyPrefix({
    prefix: options.cache?.prefix ?? "",
    project: slotName({ ...options, directory: source.directory }),
  });
}

interface Search {
  readonly source: StampSource;
  readonly parts: StampKey;
  readonly key: string;
  readonly cache: PackageCache | null;
  readonly place: ImagePlace;
  readonly options: PackageOptions;
  readonly beforeMaking: () => Promise<void>;
}

async function originOf(search: Search): Promise<Origin> {
  const { source, parts, key, cache, place, options } = search;
  const exposed = await exposedKey(source.path);
  const usable = cache?.use !== "off" && exposed === null;
  const now = usable ? await standing(source, parts, "files") : ({ state: "missing" } as const);
  if (now.state === "valid") return { kind: "kept" };
  if (cache !== null && cache.use !== "off") {
    const began = performance.now();
    const from = (await takeLeft(key, cache, place)) ?? (await takeFromStore(key, cache, place));
    if (from !== null) await giveTo(source.path, ownerIn(options.image, source.interpreter));
    if (from !== null && (await isWhole(search, from))) {
      await clearExposed(source.path);
      return { kind: "restored", from, restoredMs: Math.round(performance.now() - began) };
    }
  }
  const reason = cache === null || cache.use === "off" ? null : await reasonOf(search, { exposed, now });
  await search.beforeMaking();
  if (now.state === "missing") await clearExposed(source.path);
  await prepareEnvironment(source, options, { key: parts, now });
  return { kind: "made", reason };
}

/** An image says of itself what it holds; one that does not hold what its key says is of no use. */
async function isWhole({ source, parts, place }: Search, from: FromStore): Promise<boolean> {
  if ((await standing(source, parts, "distributions")).state === "valid") return true;
  await from.image.close();
  await rm(source.path, { recursive: true, force: true });
  place.warn("environment-not-restored", "The kept environment is not what its key says; it is made anew.");
  return false;
}

/** Why neither the environment in its place nor one that was kept is that of the key: which part of it changed, else what became of it. */
async function reasonOf(
  { source, parts, cache, options }: Search,
  { exposed, now }: { readonly exposed: string | null; readonly now: Standing },
): Promise<string> {
  const prefix = prefixOf(source, options);
  const other = exposed ?? (await cache?.environments.find(prefix, imagePaths(source.path)));
  const changed = other ? differingParts(parts, prefix, other) : [];
  if (changed.length > 0) return `${changed.join(" and ")} changed`;
  if (exposed !== null) return "the environment that is there may have been changed by commands of a sandbox";
  if (now.state === "outdated") return now.reason;
  return other ? "the environment that is there could not be used" : "no environment of this project is there yet";
}
