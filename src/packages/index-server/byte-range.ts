import type { IncomingHttpHeaders } from "node:http";
import parseRange from "range-parser";

/** Which bytes of a file are to be sent; both ends included. */
export type ByteRange =
  | { readonly kind: "all" }
  | { readonly kind: "part"; readonly start: number; readonly end: number }
  | { readonly kind: "unsatisfiable" };

/** What the headers Range and If-Range ask for (RFC 9110). Several ranges at once are answered with all of it, as is allowed. */
export function byteRange(headers: IncomingHttpHeaders, size: number, etag: string | null): ByteRange {
  const { range } = headers;
  const condition = headers["if-range"];
  if (range === undefined || (condition !== undefined && condition !== etag)) return { kind: "all" };
  const ranges = parseRange(size, range);
  if (ranges === -1) return { kind: "unsatisfiable" };
  if (ranges === -2 || ranges.type !== "bytes" || ranges.length !== 1) return { kind: "all" };
  const [part] = ranges;
  return part === undefined ? { kind: "all" } : { kind: "part", start: part.start, end: part.end };
}
