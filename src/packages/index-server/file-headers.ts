import type { IncomingHttpHeaders } from "node:http";
import { byteRange } from "./byte-range.js";

/** What a file's answer begins with, and the bytes that follow: from `start` to before `stop` (null: to the end). */
export interface FileStart {
  readonly status: 200 | 206 | 304 | 416;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly start: number;
  readonly stop: number | null;
}

/** The answer to a request for a file of that size; `sha256` null: not known yet; `size` null: neither. */
export function fileStart(
  request: IncomingHttpHeaders,
  file: { readonly size: number | null; readonly sha256: string | null; readonly cacheControl: string },
): FileStart {
  const { size, sha256 } = file;
  const etag = sha256 === null ? null : `"${sha256}"`;
  const common = {
    "content-type": "application/octet-stream",
    "x-content-type-options": "nosniff",
    "accept-ranges": "bytes",
    "cache-control": file.cacheControl,
    ...(etag === null ? {} : { etag }),
  };
  if (etag !== null && matches(request["if-none-match"], etag)) {
    return { status: 304, headers: common, start: 0, stop: 0 };
  }
  if (size === null) return { status: 200, headers: common, start: 0, stop: null };
  const range = byteRange(request, size, etag);
  if (range.kind === "unsatisfiable") {
    const headers = { ...common, "content-range": `bytes */${size}`, "content-length": 0 };
    return { status: 416, headers, start: 0, stop: 0 };
  }
  if (range.kind === "all")
    return { status: 200, headers: { ...common, "content-length": size }, start: 0, stop: size };
  const { start, end } = range;
  const headers = { ...common, "content-range": `bytes ${start}-${end}/${size}`, "content-length": end - start + 1 };
  return { status: 206, headers, start, stop: end + 1 };
}

/** Whether If-None-Match names the tag, compared weakly (RFC 9110). */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === etag || header.trim() === "*") return true;
  return header.split(",").some((each) => each.trim().replace(/^W\//, "") === etag);
}
