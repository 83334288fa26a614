import { type FileHandle, open, rm } from "node:fs/promises";
import type { BlobStore } from "./blob-store.js";
import { UpstreamFault } from "./fault.js";
import { type FileRequest, fetchFile } from "./fetch-file.js";
import { Hashing } from "./hashing.js";
import { printableUrl } from "./printable-url.js";
import type { Store } from "./store.js";

/** Kept back from whoever reads along, until the whole is known to be right: nobody gets a wrong file complete. */
const HELD_BACK = 1;

/** The store could not take the file: whoever waits for it must fetch it past the store. */
export class StoreFault extends Error {}

type State =
  | { readonly kind: "coming" }
  | { readonly kind: "whole"; readonly sha256: string }
  | { readonly kind: "failed"; readonly error: Error };

/** One file on its way into the store, read along by any number of clients. */
export class Download {
  /** Bytes in all; null: not known before the end. Holds once `begun` is fulfilled. */
  size: number | null = null;
  /** The upstream has begun to send. Rejects with an UpstreamFault or StoreFault. */
  readonly begun: Promise<void>;
  /** The file is whole, right and in the store (or could not be put there). Never rejects. */
  readonly ended: Promise<void>;
  #state: State = { kind: "coming" };
  #written = 0;
  #handle: FileHandle | null = null;
  #readers = 0;
  #wake: () => void = () => {};
  #changed: Promise<void> = Promise.resolve();

  constructor(parts: { readonly request: FileRequest; readonly store: Store; readonly blobs: BlobStore }) {
    this.#renew();
    let began: (() => void) | undefined;
    let failed: ((error: Error) => void) | undefined;
    this.begun = new Promise((resolve, reject) => {
      [began, failed] = [resolve, reject];
    });
    this.begun.catch(() => {});
    this.ended = this.#run(parts, () => began?.()).catch((error: Error) => {
      this.#state = { kind: "failed", error };
      failed?.(error);
      this.#tell();
    });
    this.ended.then(() => this.#finish());
  }

  get state(): State {
    return this.#state;
  }

  /** How many bytes may be read by now. */
  get readable(): number {
    return this.#state.kind === "whole" ? this.#written : Math.max(0, this.#written - HELD_BACK);
  }

  /** Resolves at the next change of `readable` or `state`. */
  get changed(): Promise<void> {
    return this.#changed;
  }

  /** Reads what may be read; the bytes read. */
  async read(buffer: Buffer, position: number): Promise<number> {
    const length = Math.min(buffer.length, this.readable - position);
    if (this.#handle === null || length <= 0) return 0;
    return (await this.#handle.read(buffer, 0, length, position)).bytesRead;
  }

  /** Keeps the bytes at hand until `leave`. */
  enter(): void {
    this.#readers++;
  }

  leave(): void {
    this.#readers--;
    this.#finish();
  }

  async #run(
    { request, store, blobs }: { readonly request: FileRequest; readonly store: Store; readonly blobs: BlobStore },
    began: () => void,
  ): Promise<void> {
    const temporary = await kept(async () => {
      const path = store.temporaryFile();
      this.#handle = await open(path, "wx+", 0o600);
      return { path, handle: this.#handle };
    });
    try {
      const incoming = await fetchFile(request);
      this.size = incoming.size;
      began();
      const hashing = new Hashing(request.file.hashes);
      for await (const chunk of incoming.chunks) {
        await kept(() => writeAll(temporary.handle, chunk, this.#written));
        hashing.update(chunk);
        this.#written += chunk.length;
        this.#tell();
      }
      const sha256 = this.#checked(request, hashing);
      this.size = this.#written;
      this.#state = { kind: "whole", sha256 };
      this.#tell();
      await blobs.publish(temporary.path, { sha256, handle: temporary.handle }).catch((error) => store.fault(error));
    } finally {
      await rm(temporary.path, { force: true }).catch(() => {});
    }
  }

  #checked({ file }: FileRequest, hashing: Hashing): string {
    const { sha256, wrong } = hashing.finish();
    const what = printableUrl(file.url);
    if (file.size !== null && file.size !== this.#written) {
      throw new UpstreamFault(502, `${what} was ${this.#written} bytes, the page says ${file.size}`);
    }
    if (wrong !== null) throw new UpstreamFault(502, `${what} does not have the ${wrong} that the page names`);
    return sha256;
  }

  #tell(): void {
    const wake = this.#wake;
    this.#renew();
    wake();
  }

  #renew(): void {
    this.#changed = new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  #finish(): void {
    if (this.#readers > 0 || this.#handle === null || this.#state.kind === "coming") return;
    const handle = this.#handle;
    this.ended.then(() => {
      if (this.#readers > 0 || this.#handle === null) return;
      this.#handle = null;
      handle.close().catch(() => {});
    });
  }
}

async function kept<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    throw new StoreFault((cause as Error).message, { cause });
  }
}

async function writeAll(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    done += (await handle.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
  }
}
