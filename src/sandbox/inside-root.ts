import { lstatSync, readlinkSync } from "node:fs";
import { posix } from "node:path";

/** As many as the kernel follows (path_resolution(7)). */
const MOST_LINKS = 40;

/**
 * Where a path of a sandbox leads when its root is `root`: every symbolic link followed, none of them, and no `..`, out of the root.
 * Gives the path as it is inside; parts that do not exist are kept as they are. null: the links go round in a circle.
 */
export function resolveInside(root: string, path: string): string | null {
  return followInside(path, (inside) => onHost(root, inside));
}

/** The same where a sandbox is made of several folders: `hostPath` gives the path by which this machine knows one inside; null: it knows none. */
export function followInside(path: string, hostPath: (inside: string) => string | null): string | null {
  let waiting = path.split("/").filter(Boolean);
  let resolved: string[] = [];
  for (let links = 0; waiting.length > 0; ) {
    const [name = "", ...rest] = waiting;
    waiting = rest;
    if (name === ".") continue;
    if (name === "..") {
      resolved.pop();
      continue;
    }
    const place = hostPath(`/${[...resolved, name].join("/")}`);
    const link = place === null ? null : readLink(place);
    if (link === null) {
      resolved.push(name);
      continue;
    }
    links += 1;
    if (links > MOST_LINKS) return null;
    if (link.startsWith("/")) resolved = [];
    waiting = [...link.split("/").filter(Boolean), ...waiting];
  }
  return `/${resolved.join("/")}`;
}

/** The path by which this machine knows a path inside, whose links have been followed. */
export function onHost(root: string, inside: string): string {
  return posix.join(root, inside);
}

function readLink(path: string): string | null {
  try {
    return lstatSync(path).isSymbolicLink() ? readlinkSync(path) : null;
  } catch {
    return null;
  }
}
