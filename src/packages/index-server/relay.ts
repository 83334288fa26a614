import type { ServerResponse } from "node:http";
import { UpstreamFault } from "./fault.js";
import { type FileRequest, fetchFile } from "./fetch-file.js";
import { Hashing } from "./hashing.js";
import { printableUrl } from "./printable-url.js";
import { written } from "./send.js";

export interface Relayed {
  readonly request: FileRequest;
  readonly start: number;
  /** null: to the end. */
  readonly stop: number | null;
  /** Called with the file's size (null: not known) when it has begun to come. */
  readonly begin: (size: number | null) => void;
}

/**
 * Sends a file to one client past the store, from byte `start` to before `stop`: for a disk that is full or can't be
 * written. The last piece goes out only when the whole has proved right.
 *
 * @throws UpstreamFault; what was sent by then is not complete
 */
export async function relay(response: ServerResponse, { request, start, stop, begin }: Relayed): Promise<void> {
  const { chunks, size } = await fetchFile(request);
  begin(size);
  const hashing = new Hashing(request.file.hashes);
  let position = 0;
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    hashing.update(chunk);
    const part = chunk.subarray(Math.max(0, start - position), Math.max(0, (stop ?? Infinity) - position));
    position += chunk.length;
    if (part.length === 0) continue;
    if (held.length > 0) await write(response, held);
    held = part;
  }
  if (hashing.finish().wrong !== null) {
    throw new UpstreamFault(502, `${printableUrl(request.file.url)} does not have the hash that the page names`);
  }
  if (held.length > 0) await write(response, held);
}

async function write(response: ServerResponse, bytes: Buffer): Promise<void> {
  await written(response, bytes);
  if (response.destroyed) throw new Error("the client went away");
}
