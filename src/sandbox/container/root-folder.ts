import { lstatSync, readlinkSync, rmdirSync, unlinkSync } from "node:fs";
import { posix } from "node:path";
import { resolveInside } from "../inside-root.js";
import { beneath } from "./beneath.js";

/** Where engines put files, folders and mounts of their own into a container. */
const ENGINES_OWN = [
  "/dev",
  "/etc/hostname",
  "/etc/hosts",
  "/etc/mtab",
  "/etc/resolv.conf",
  "/proc",
  "/run/.containerenv",
  "/run/secrets",
  "/sys",
];

/** What podman makes /etc/mtab point at. */
const MTAB = "/proc/mounts";

/**
 * A folder that serves as a container's root gets mount points, which stay when the container is gone. Called before it is there; the
 * result takes away what is empty then and was not there before, and follows no link: commands may have put one in its place.
 */
export function rememberRoot(root: string, targets: readonly string[]): () => void {
  const missing = new Set<string>();
  for (const target of [...ENGINES_OWN, ...targets]) {
    for (let path = resolveInside(root, target) ?? "/"; path !== "/"; path = posix.dirname(path))
      if (!isThere(root, path)) missing.add(path);
  }
  return () => {
    for (const path of [...missing].sort((a, b) => b.length - a.length)) takeAway(root, path);
  };
}

function isThere(root: string, path: string): boolean {
  try {
    return lstatSync(root + path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // Below a file.
    return false;
  }
}

function takeAway(root: string, path: string): void {
  try {
    beneath(root, posix.dirname(path), (folder) => takeOut(`${folder}/${posix.basename(path)}`));
  } catch {
    // It is gone, or has been put to use, or a link is on the way to it.
  }
}

function takeOut(path: string): void {
  const stats = lstatSync(path);
  if (stats.isDirectory()) rmdirSync(path);
  else if (stats.isFile() && stats.size === 0) unlinkSync(path);
  else if (stats.isSymbolicLink() && readlinkSync(path) === MTAB) unlinkSync(path);
}
