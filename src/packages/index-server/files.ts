import { createHash } from "node:crypto";
import { setMaxListeners } from "node:events";
import type { BlobStore, OpenBlob } from "./blob-store.js";
import type { Client } from "./client.js";
import { Download } from "./download.js";
import type { IndexUsage } from "./options.js";
import type { ReferenceStore } from "./reference-store.js";
import type { RemoteFile } from "./remote-file.js";
import type { Store } from "./store.js";
import type { Root } from "./upstream.js";
import { wheelMetadata } from "./wheel-metadata.js";

interface Parts {
  readonly client: Client;
  readonly store: Store;
  readonly blobs: BlobStore;
  readonly references: ReferenceStore;
  readonly ttlMs: number;
  readonly now: () => number;
}

/** Files of all upstreams: those in the store, and those on their way into it, each once for all who ask at the time. */
export class Files {
  readonly #parts: Parts;
  readonly #downloads = new Map<string, Download>();
  readonly #closed = new AbortController();
  readonly #kept = new Set<string>();
  readonly #fetched = new Set<string>();
  #fetchedBytes = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    // One listener a download: Node would warn of the eleventh.
    setMaxListeners(0, this.#closed.signal);
  }

  /** Ends when the server does. */
  get signal(): AbortSignal {
    return this.#closed.signal;
  }

  /** What was served from the store and what had to be fetched, whatever a client can have had whole by now. */
  usage(): IndexUsage {
    const fetched = new Set(this.#fetched);
    let fetchedBytes = this.#fetchedBytes;
    // Until the disk has it.
    for (const { state, size } of this.#downloads.values()) {
      if (state.kind !== "whole") continue;
      fetched.add(state.sha256);
      fetchedBytes += size ?? 0;
    }
    return { kept: new Set(this.#kept), fetched, fetchedBytes };
  }

  /** The file from the store; null: it is not there, or (`fresh`, and without a hash on its page) too old to be believed. */
  async kept(file: RemoteFile, need: "fresh" | "any"): Promise<OpenBlob | null> {
    const blob = await this.#open(file, need);
    if (blob !== null) this.#kept.add(blob.sha256);
    return blob;
  }

  async #open(file: RemoteFile, need: "fresh" | "any"): Promise<OpenBlob | null> {
    const { blobs, references, ttlMs, now } = this.#parts;
    const { sha256 } = file.hashes;
    if (sha256 !== undefined) return (await blobs.open(sha256)) ?? (await this.#fromWheel(file, sha256));
    const reference = await references.read(file.url);
    if (reference === null) return null;
    const age = now() - reference.fetchedAt;
    return need === "any" || (age >= 0 && age < ttlMs) ? blobs.open(reference.sha256) : null;
  }

  /** A wheel's metadata out of the wheel, where that is kept and holds the very bytes that the page names; null: not so. */
  async #fromWheel({ wheel }: RemoteFile, sha256: string): Promise<OpenBlob | null> {
    const { blobs, store } = this.#parts;
    if (wheel === undefined) return null;
    await blobs.settled();
    const blob = await blobs.open(wheel);
    if (blob === null) return null;
    try {
      const bytes = await wheelMetadata(blob.handle, blob.size);
      if (bytes === null || createHash("sha256").update(bytes).digest("hex") !== sha256) return null;
      await blobs.write(bytes, sha256);
      return await blobs.open(sha256);
    } catch (error) {
      store.fault(error);
      return null;
    } finally {
      await blob.handle.close();
    }
  }

  /** The running download of a file, else a new one. */
  download(root: Root, file: RemoteFile): Download {
    const key = `${root.id} ${file.url} ${file.hashes.sha256 ?? ""}`;
    const running = this.#downloads.get(key);
    if (running !== undefined) return running;
    const { client, store, blobs, references, now } = this.#parts;
    const download = new Download({ request: { client, root, file, signal: this.signal }, store, blobs });
    this.#downloads.set(key, download);
    download.ended.then(() => {
      this.#downloads.delete(key);
      const { state } = download;
      if (state.kind === "whole") {
        this.#fetched.add(state.sha256);
        this.#fetchedBytes += download.size ?? 0;
      }
      if (state.kind === "whole" && file.hashes.sha256 === undefined) {
        references.write(file.url, { sha256: state.sha256, fetchedAt: now() });
      }
    });
    return download;
  }

  /** Tells of the first fault of the store. */
  storeFault(error: unknown): void {
    this.#parts.store.fault(error);
  }

  /** Breaks off what is on its way. */
  async close(): Promise<void> {
    this.#closed.abort();
    await Promise.all([...this.#downloads.values()].map(({ ended }) => ended));
  }
}
