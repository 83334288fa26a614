import { createHash } from "node:crypto";
import { lstat, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { writeAtomically } from "../files.js";
import { readText } from "../read-file.js";
import { fingerprint, fullFingerprint } from "./fingerprint.js";
import { installInputs } from "./install-inputs.js";
import type { Interpreter } from "./interpreter.js";
import { pythonOf } from "./make-environment.js";
import type { PackageSource } from "./requirement-sources.js";
import { processorLevel, systemRelease } from "./system.js";

/** The parts of the spec that decide what an environment holds. */
export interface EnvironmentInputs {
  readonly python: unknown;
  readonly pypi: unknown;
  readonly install: unknown;
}

/** What an environment depends on. */
export interface StampSource {
  readonly path: string;
  readonly interpreter: Interpreter;
  readonly inputs: EnvironmentInputs;
  /** Variables by which the installers choose; see `installChoices`. */
  readonly choices: readonly (readonly [name: string, value: string])[];
  /** The project. */
  readonly directory: string;
  readonly platform: NodeJS.Platform;
  /** The time that it belongs to: another text, another environment, so that what is not pinned moves on. */
  readonly window: string;
}

/** By what it depends on, in words for people: a text that changes with it. */
export type StampKey = Readonly<Record<string, string>>;

/** How an environment stands to what is wanted now. */
export type Standing =
  | { readonly state: "valid" }
  /** Whole, but of something else; `reason` says of what. */
  | { readonly state: "outdated"; readonly reason: string }
  /** None, or half made. */
  | { readonly state: "missing" };

const STAMP_FORMAT = 4;

/** How closely an environment is looked at: `files` costs a look at each, `distributions` next to nothing. */
export type Closeness = "files" | "distributions";

/** The key of the environment as it would be made now, and where the files that it depends on install from. */
export async function stampKey(
  source: StampSource,
): Promise<{ readonly parts: StampKey; readonly filesFrom: PackageSource }> {
  const { interpreter, inputs, platform } = source;
  const files = await installInputs(
    source.directory,
    inputs.install,
    source.choices.flatMap(([, value]) => value.split(/\s+/)),
  );
  const parts = {
    "forgexec's format of environments": String(STAMP_FORMAT),
    "the system": `${systemRelease(platform)} ${processorLevel()}`,
    "the user": String(process.getuid?.() ?? ""),
    "the environment's path": source.path,
    "the Python interpreter": digest([
      interpreter.version,
      interpreter.implementation,
      interpreter.build,
      interpreter.base,
    ]),
    // Always there, or keys with and without one could not be compared part by part.
    "the image": interpreter.image?.id ?? "",
    "python in the spec": digest(inputs.python),
    "pypi in the spec": digest(inputs.pypi),
    "install in the spec": digest(inputs.install),
    "a variable that install depends on": digest(source.choices),
    "a file that install depends on": files.hash,
    "the project's folder": files.fromPath === "yes" ? source.directory : "",
    "the freshness window": source.window,
  };
  return { parts, filesFrom: files.filesFrom };
}

/**
 * Looks at the environment at `source.path`: whether it is that of `key`, and as install left it. No Python is started.
 * `distributions`: for what has just come out of an image.
 */
export async function standing(source: StampSource, key: StampKey, closeness: Closeness): Promise<Standing> {
  const stamp = await readStamp(source.path);
  // An image's Python is none of this machine's, so the environment's link to it leads nowhere here.
  const look = source.interpreter.image === undefined ? stat : lstat;
  const python = await look(pythonOf(source.path, source.platform)).catch(() => null);
  if (stamp === null || python === null) return { state: "missing" };
  const changed = differences(key, stamp.key);
  const same = changed.length === 0 || (stamp.after !== undefined && differences(key, stamp.after).length === 0);
  if (!same) return { state: "outdated", reason: `${changed.join(" and ")} changed since it was made` };
  if (stamp.fingerprint !== (await fingerprint(source.path, source.platform)))
    return { state: "outdated", reason: "its packages were changed after install" };
  if (closeness === "files" && stamp.files !== (await fullFingerprint(source.path, source.platform)))
    return { state: "outdated", reason: "files of its packages were changed after install" };
  return { state: "valid" };
}

function differences(key: StampKey, other: StampKey): readonly string[] {
  return Object.keys(key).filter((part) => other[part] !== key[part]);
}

/**
 * Says that the environment is whole. The last thing that is written to it. Installing may have written a file that it
 * depends on, such as a lock: then it is that of the key before and of the one after. `distributions`: for an environment
 * that is gone after the run.
 */
export async function writeStamp(source: StampSource, key: StampKey, closeness: Closeness): Promise<void> {
  const { parts } = await stampKey(source);
  const after = differences(key, parts).length === 0 ? {} : { after: parts };
  const { path, platform } = source;
  const files = closeness === "files" ? { files: await fullFingerprint(path, platform) } : {};
  const stamp: Stamp = { key, ...after, fingerprint: await fingerprint(path, platform), ...files };
  await writeAtomically(stampPath(source.path), `${JSON.stringify(stamp, null, 2)}\n`);
}

/** When the environment was whole, in milliseconds since the epoch; null: it is not. */
export async function stampedAt(path: string): Promise<number | null> {
  return (await stat(stampPath(path)).catch(() => null))?.ctimeMs ?? null;
}

/** Says that the environment is not to be used again as it is. */
export async function removeStamp(path: string): Promise<void> {
  await rm(stampPath(path), { force: true });
}

function stampPath(path: string): string {
  return join(path, "forgexec-environment.json");
}

interface Stamp {
  readonly key: StampKey;
  readonly after?: StampKey;
  readonly fingerprint: string | null;
  readonly files?: string | null;
}

async function readStamp(path: string): Promise<Stamp | null> {
  try {
    const stamp = JSON.parse((await readText(stampPath(path))) ?? "null") as Partial<Stamp> | null;
    return stamp?.key && typeof stamp.key === "object" ? (stamp as Stamp) : null;
  } catch {
    return null;
  }
}

function digest(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(value) ?? "")
    .digest("hex")
    .slice(0, 32);
}
