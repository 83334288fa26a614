import { createHash } from "node:crypto";
import { mkdir, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writeAtomically } from "../../files.js";
import type { Store } from "./store.js";

/** Which bytes a URL gave, for files whose page names no sha256. */
export interface Reference {
  readonly sha256: string;
  /** When it was fetched, in ms since the epoch. */
  readonly fetchedAt: number;
}

/** A reference from its file; null: there is none that can be read. */
export async function readReference(path: string): Promise<Reference | null> {
  try {
    const { sha256, fetchedAt } = JSON.parse(await readFile(path, "utf8")) as Reference;
    return /^[0-9a-f]{64}$/.test(sha256) && Number.isFinite(fetchedAt) ? { sha256, fetchedAt } : null;
  } catch {
    return null;
  }
}

/** References in the store, by the hash of the URL. */
export class ReferenceStore {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  read(url: string): Promise<Reference | null> {
    return readReference(this.#path(url));
  }

  write(url: string, reference: Reference): void {
    const path = this.#path(url);
    this.#store.later(async () => {
      const temporary = this.#store.temporaryFile();
      await writeAtomically(temporary, JSON.stringify(reference));
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await rename(temporary, path);
    });
  }

  #path(url: string): string {
    return join(this.#store.root, "references", `${createHash("sha256").update(url).digest("hex")}.json`);
  }
}
