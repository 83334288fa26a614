import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isCode, writeAtomically } from "../../files.js";
import type { Validators } from "./fetch-page.js";
import type { Project } from "./project.js";
import type { Store } from "./store.js";

/** A page as it is kept. */
export interface KeptPage {
  readonly project: Project;
  readonly validators: Validators;
  /** When the upstream last said so, in ms since the epoch. */
  readonly checkedAt: number;
}

/** A page from the bytes of its file. @throws where they are not what was written */
export function parsePage(bytes: Buffer): Omit<KeptPage, "checkedAt"> {
  const end = bytes.indexOf(10);
  if (sha256(bytes.subarray(end + 1)) !== bytes.toString("latin1", 0, end)) throw new Error("damaged");
  const { project, validators } = JSON.parse(bytes.toString("utf8", end + 1)) as KeptPage;
  return { project, validators };
}

/** Pages in the store: a line with the sha256 of the rest, then JSON. The time of the check is the file's own. */
export class PageStore {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** A kept page; null: none, or a damaged one, which is dropped. */
  async read(rootId: string, name: string): Promise<KeptPage | null> {
    const path = this.#path(rootId, name);
    try {
      const [bytes, { mtimeMs }] = await Promise.all([readFile(path), stat(path)]);
      return { ...parsePage(bytes), checkedAt: mtimeMs };
    } catch (error) {
      if (!isCode(error, "ENOENT")) this.remove(rootId, name);
      return null;
    }
  }

  write(rootId: string, { project, validators, checkedAt }: KeptPage): void {
    const path = this.#path(rootId, project.name);
    this.#store.later(async () => {
      const body = Buffer.from(JSON.stringify({ project, validators }));
      const temporary = this.#store.temporaryFile();
      await writeAtomically(temporary, Buffer.concat([Buffer.from(`${sha256(body)}\n`), body]));
      await utimes(temporary, checkedAt / 1000, checkedAt / 1000);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await rename(temporary, path);
    });
  }

  /** Notes that a page is still what the upstream has. */
  touch(rootId: string, name: string, checkedAt: number): void {
    const path = this.#path(rootId, name);
    this.#store.later(() => utimes(path, checkedAt / 1000, checkedAt / 1000).catch(() => {}));
  }

  remove(rootId: string, name: string): void {
    this.#store.later(() => rm(this.#path(rootId, name), { force: true }));
  }

  /** Names of the projects of which a page is kept. */
  async names(rootId: string): Promise<readonly string[]> {
    const entries = await readdir(join(this.#store.root, "pages", rootId)).catch(() => []);
    return entries
      .filter((name) => name.endsWith(".json"))
      .map((name) => name.slice(0, -".json".length))
      .sort();
  }

  #path(rootId: string, name: string): string {
    return join(this.#store.root, "pages", rootId, `${name}.json`);
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
