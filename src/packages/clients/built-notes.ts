import { createHash } from "node:crypto";
import { lstat, mkdir, open, readdir, rm } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { writeAtomically } from "../../files.js";
import { readText } from "../../read-file.js";
import { sha256OfFile } from "../../sha256.js";
import { filesBelow } from "../files-below.js";
import { wheelMetadata } from "../index-server/wheel-metadata.js";

const SUFFIX = ".sha256";
/** So long after the last byte nobody is still writing a wheel; in ms. */
const AT_REST_MS = 2000;
const UV_NOTES = "forgexec";
const UV_ARCHIVES = /^archive-v\d+$/;

/**
 * Notes what pip and uv have just put into their caches in `folder` and install from without checking it again: of each
 * wheel that pip built its sha256; of each package that uv keeps unpacked, and whose files environments may share by hard
 * links, the sizes and times of its files. To be called before anything but the installers can have changed them.
 */
export async function noteBuilt(folder: string): Promise<void> {
  for (const wheel of await pipWheels(folder)) {
    if ((await readText(wheel + SUFFIX)) === null) await writeAtomically(wheel + SUFFIX, await sha256Of(wheel));
  }
  for (const { path, note } of await uvArchives(folder)) {
    if ((await readText(note)) !== null) continue;
    await mkdir(dirname(note), { recursive: true, mode: 0o700 });
    await writeAtomically(note, await stateOf(path));
  }
}

/**
 * Removes what is not as it was noted, so that the client fetches or builds it again, and wheels that were never noted and
 * are no whole archives. Gives the names of what went.
 */
export async function dropDamaged(folder: string): Promise<readonly string[]> {
  const dropped: string[] = [];
  for (const wheel of await pipWheels(folder)) {
    const noted = await readText(wheel + SUFFIX);
    if (noted === null ? await isUsable(wheel) : noted === (await sha256Of(wheel))) continue;
    for (const path of [wheel, wheel + SUFFIX, join(dirname(wheel), "origin.json")]) await rm(path, { force: true });
    dropped.push(basename(wheel));
  }
  for (const { path, note } of await uvArchives(folder)) {
    const noted = await readText(note);
    if (noted === null || noted === (await stateOf(path))) continue;
    dropped.push(...(await distributionsIn(path)));
    for (const gone of [path, note]) await rm(gone, { recursive: true, force: true });
  }
  return dropped;
}

async function pipWheels(folder: string): Promise<readonly string[]> {
  return (await filesBelow(join(folder, "pip", "wheels"))).filter((path) => path.endsWith(".whl"));
}

async function uvArchives(folder: string): Promise<readonly { readonly path: string; readonly note: string }[]> {
  const uv = join(folder, "uv");
  const archives: { readonly path: string; readonly note: string }[] = [];
  for (const bucket of (await namesIn(uv)).filter((name) => UV_ARCHIVES.test(name))) {
    for (const id of await namesIn(join(uv, bucket)))
      archives.push({ path: join(uv, bucket, id), note: join(uv, UV_NOTES, bucket, id) });
  }
  return archives;
}

async function distributionsIn(archive: string): Promise<readonly string[]> {
  const names = (await namesIn(archive)).filter((name) => name.endsWith(".dist-info"));
  return names.length > 0 ? names.map((name) => name.replace(/\.dist-info$/, "")) : [basename(archive)];
}

/** Changes with each file's size and, in seconds, time: what came out of an archive has lost the fractions. */
async function stateOf(folder: string): Promise<string> {
  const hash = createHash("sha256");
  for (const path of (await filesBelow(folder)).toSorted()) {
    const { size, mtimeMs } = await lstat(path);
    hash.update(JSON.stringify([relative(folder, path), size, Math.floor(mtimeMs / 1000)]));
  }
  return hash.digest("hex");
}

async function sha256Of(path: string): Promise<string> {
  const handle = await open(path, "r");
  try {
    return await sha256OfFile(handle);
  } finally {
    await handle.close();
  }
}

/** A wheel that another run is just putting there is not whole yet. */
async function isUsable(path: string): Promise<boolean> {
  const handle = await open(path, "r");
  try {
    const { size, mtimeMs } = await handle.stat();
    return Date.now() - mtimeMs < AT_REST_MS || (await wheelMetadata(handle, size)) !== null;
  } finally {
    await handle.close();
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
