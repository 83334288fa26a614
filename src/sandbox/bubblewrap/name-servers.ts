import { readlinkSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { isWithin } from "../../within.js";

/** What resolved and resolvconf keep there, whatever the system's own file leads to. */
const USUAL = [
  "/run/systemd/resolve/stub-resolv.conf",
  "/run/systemd/resolve/resolv.conf",
  "/run/resolvconf/resolv.conf",
];

/** As many links as the kernel follows (path_resolution(7)). */
const MOST_LINKS = 40;

/**
 * The files in /run that say which name servers there are, by resolv.conf(5) and what it links to. Never their folders: a resolver's sockets
 * lie beside them, and to connect to a socket by its path no network is needed.
 */
export function nameServers(configuration = "/etc/resolv.conf"): readonly string[] {
  const paths = new Set([...USUAL, ...followed(configuration)]);
  return [...paths].filter((path) => isWithin(path, "/run") && isFile(path));
}

/** Where a link leads, step by step. */
function followed(path: string): readonly string[] {
  const paths: string[] = [];
  for (let next = targetOf(path); next !== null && paths.length < MOST_LINKS; next = targetOf(next)) paths.push(next);
  return paths;
}

/** null: it is no link, or leads nowhere. */
function targetOf(path: string): string | null {
  try {
    const target = resolve(dirname(path), readlinkSync(path));
    return join(realpathSync(dirname(target)), basename(target));
  } catch {
    return null;
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}
