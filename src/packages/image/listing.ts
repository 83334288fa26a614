import { posix } from "node:path";
import { ImageError } from "./model.js";

const MODE = "([-a-zA-Z])([-rwxsStTlL]{9})[.+@]?";
/** `unsquashfs -lln` and GNU `tar -tv --numeric-owner`: mode, uid/gid, size (of a device: its numbers), day, time, name. */
const GNU = new RegExp(String.raw`^${MODE} (\d+)\/(\d+) +(\d+(?:, *\d+)?) \d{4}-\d\d-\d\d \d\d:\d\d (.+)$`);
/** bsdtar: as `ls -ln`. */
const BSD = new RegExp(String.raw`^${MODE} +\d+ +(\d+) +(\d+) +(\d+(?:, *\d+)?) +\w{3} +\d+ +[\d:]+ (.+)$`);

/** What a listing says of all members together. */
export interface Contents {
  readonly bytes: number;
  /** Whether each member has this owner and group, as root's unpacking would give it. */
  readonly ownedBy: (uid: number, gid: number) => boolean;
}

/**
 * Reads the listing of an image and refuses what an environment has no use for and an attack has: devices, setuid and
 * setgid files, names that lead outside, hard links to what is not in the image, a name that comes twice or goes
 * through a link. The programs that unpack refuse most of it too; older ones have not always.
 *
 * @throws ImageError `refused`, with the member's name.
 */
export class Listing {
  readonly #links = new Set<string>();
  readonly #names = new Set<string>();
  readonly #files = new Set<string>();
  readonly #owners = new Set<string>();
  #bytes = 0;
  #refusal: string | null = null;

  /** Takes the next line. */
  add(line: string): void {
    if (line !== "") this.#refusal ??= this.#read(line);
  }

  /** Once every line is in. */
  contents(): Contents {
    if (this.#refusal !== null) throw new ImageError("refused", `the image is refused: ${this.#refusal}`);
    for (const name of this.#names) this.#refuseThroughLink(name);
    return { bytes: this.#bytes, ownedBy: (uid, gid) => [...this.#owners].every((owner) => owner === `${uid} ${gid}`) };
  }

  #read(line: string): string | null {
    const match = GNU.exec(line) ?? BSD.exec(line);
    if (match === null) return `${shown(line)} is no line of a listing`;
    const [, type = "", mode = "", uid, gid, size = "", text = ""] = match;
    const [name = "", target, ...more] = text.split(type === "l" ? " -> " : type === "h" ? " link to " : "\0");
    if (!["-", "d", "l", "h"].includes(type)) return `${shown(name)} is a device, a pipe or a socket`;
    // Folders may pass their group on.
    if (/s/i.test(mode) && type !== "d") return `${shown(name)} is setuid or setgid`;
    if (more.length > 0) return `${shown(text)} cannot be told apart`;
    const path = inside(name);
    if (path === null) return `${shown(name)} leads outside`;
    if (path !== "" && this.#names.has(path)) return `${shown(name)} comes twice`;
    if (type === "h" && !this.#files.has(inside(target ?? "") ?? ""))
      return `${shown(name)} is a link to what is not in it`;
    this.#names.add(path);
    this.#owners.add(`${uid} ${gid}`);
    if (type === "l") this.#links.add(path);
    if (type === "-") {
      this.#files.add(path);
      this.#bytes += Number(size);
    }
    return null;
  }

  #refuseThroughLink(name: string): void {
    for (let folder = posix.dirname(name); folder !== "."; folder = posix.dirname(folder)) {
      if (this.#links.has(folder))
        throw new ImageError("refused", `the image is refused: ${shown(name)} goes through a link`);
    }
  }
}

/** The member's path within the image, "" for its root; null: it leads outside. */
function inside(name: string): string | null {
  if (name.startsWith("/") || name.split("/").includes("..")) return null;
  const path = posix.normalize(name).replace(/\/$/, "");
  return path === "." ? "" : path;
}

function shown(name: string): string {
  return JSON.stringify(name.slice(0, 200));
}
