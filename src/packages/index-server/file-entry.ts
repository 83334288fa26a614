import { isSafeFileName } from "./names.js";
import type { FileEntry, Hashes } from "./project.js";

const DIGEST_LENGTHS: Readonly<Record<string, number>> = {
  md5: 32,
  sha1: 40,
  sha224: 56,
  sha256: 64,
  sha384: 96,
  sha512: 128,
};
const URL_LENGTH = 8192;

/** What a page says of a file, of whatever types it happens to be. */
export interface RawFile {
  /** Absent: the last part of the URL. */
  readonly name?: unknown;
  readonly url: unknown;
  readonly hashes?: unknown;
  readonly requiresPython?: unknown;
  readonly yanked?: unknown;
  readonly metadata?: unknown;
  readonly signature?: unknown;
  readonly size?: unknown;
  readonly uploadTime?: unknown;
  readonly provenance?: unknown;
}

/** A file of a page; null where its URL or name is not one to be served. */
export function fileEntry(raw: RawFile, base: string): FileEntry | null {
  const url = webUrl(raw.url, base);
  if (url === null) return null;
  const name = raw.name ?? lastPart(url);
  if (typeof name !== "string" || !isSafeFileName(name)) return null;
  const hashes = hashesOf(raw.hashes) ?? {};
  // A page that names a hash wants it checked.
  if (named(raw.hashes, "sha256") && hashes.sha256 === undefined) return null;
  url.hash = "";
  const { yanked, size, signature } = raw;
  const metadata = raw.metadata === true ? true : hashesOf(raw.metadata);
  const provenance = webUrl(raw.provenance, undefined)?.href;
  return {
    name,
    url: url.href,
    hashes,
    ...(yanked === true ? { yanked } : {}),
    ...(typeof yanked === "string" ? { yanked: yanked === "" ? true : yanked } : {}),
    ...(typeof raw.requiresPython === "string" ? { requiresPython: raw.requiresPython } : {}),
    ...(metadata ? { metadata: isEmpty(metadata) ? true : metadata } : {}),
    ...(signature === true ? { signature } : {}),
    ...(Number.isSafeInteger(size) && (size as number) >= 0 ? { size: size as number } : {}),
    ...(typeof raw.uploadTime === "string" ? { uploadTime: raw.uploadTime } : {}),
    ...(provenance === undefined ? {} : { provenance }),
  };
}

/** The hashes that a URL's fragment names (PEP 503): `#sha256=…`. */
export function hashesInFragment(fragment: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(fragment.replace(/^#/, "")));
}

/** A hash written `name=value`; null: none. */
export function hashInText(text: string): Record<string, string> | null {
  const [name, value] = text.split("=");
  return name && value ? { [name]: value } : null;
}

function webUrl(value: unknown, base: string | undefined): URL | null {
  if (typeof value !== "string" || value.length > URL_LENGTH || !URL.canParse(value, base)) return null;
  const url = new URL(value, base);
  if (!/^https?:$/.test(url.protocol)) return null;
  url.username = "";
  url.password = "";
  return url;
}

function lastPart({ pathname }: URL): string | null {
  try {
    return decodeURIComponent(pathname.slice(pathname.lastIndexOf("/") + 1));
  } catch {
    return null;
  }
}

function hashesOf(value: unknown): Hashes | null {
  if (typeof value !== "object" || value === null) return null;
  const hashes: Record<string, string> = {};
  for (const [name, digest] of Object.entries(value)) {
    if (typeof digest !== "string" || digest.length !== DIGEST_LENGTHS[name]) continue;
    if (/^[0-9a-f]+$/i.test(digest)) hashes[name] = digest.toLowerCase();
  }
  return hashes;
}

function named(hashes: unknown, name: string): boolean {
  return typeof hashes === "object" && hashes !== null && name in hashes;
}

function isEmpty(value: true | Hashes): boolean {
  return value !== true && Object.keys(value).length === 0;
}
