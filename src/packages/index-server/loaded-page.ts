import { createHash } from "node:crypto";
import type { Representation } from "./accept.js";
import type { KeptPage } from "./page-store.js";
import type { FileEntry } from "./project.js";
import { renderHtml } from "./render-html.js";
import { renderJson } from "./render-json.js";

/** A page in one form, ready to be sent. */
export interface Prepared {
  readonly body: Buffer;
  readonly etag: string;
  readonly contentType: string;
}

/** A page in memory. */
export class LoadedPage {
  readonly kept: KeptPage;
  checkedAt: number;
  readonly #prepared = new Map<string, Prepared>();
  #files: ReadonlyMap<string, FileEntry> | null = null;

  constructor(kept: KeptPage) {
    this.kept = kept;
    this.checkedAt = kept.checkedAt;
  }

  /** Rough number of bytes that it takes. */
  get weight(): number {
    const bodies = [...this.#prepared.values()].reduce((sum, { body }) => sum + body.length, 0);
    return 1000 + this.kept.project.files.length * 1200 + bodies;
  }

  /** Made once for each form. `advertised`: which files' metadata can be served; absent: all that the upstream has. */
  prepare(representation: Representation, advertised?: ReadonlySet<FileEntry>): Prepared {
    const { contentType, form } = representation;
    const ready = advertised === undefined ? this.#prepared.get(contentType) : undefined;
    if (ready !== undefined) return ready;
    const { project } = this.kept;
    const files =
      advertised === undefined
        ? project.files
        : project.files.map((file) => (advertised.has(file) ? file : withoutMetadata(file)));
    const text = form === "json" ? renderJson({ ...project, files }) : renderHtml({ ...project, files });
    const body = Buffer.from(text);
    const etag = `"${createHash("sha256").update(contentType).update(body).digest("hex").slice(0, 32)}"`;
    const prepared = { body, etag, contentType };
    if (advertised === undefined) this.#prepared.set(contentType, prepared);
    return prepared;
  }

  file(name: string): FileEntry | undefined {
    this.#files ??= new Map(this.kept.project.files.map((file) => [file.name, file]));
    return this.#files.get(name);
  }
}

function withoutMetadata(file: FileEntry): FileEntry {
  const { metadata: _metadata, ...rest } = file;
  return rest;
}
