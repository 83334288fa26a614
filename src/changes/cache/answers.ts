import { createHash } from "node:crypto";
import { mkdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { writeAtomically } from "../../files.js";
import { type OwnFolder, openOwnFolder } from "./own-folder.js";
import { prune } from "./prune.js";

/** Folders of another number hold another format, and are left alone. */
const FORMAT = "v1";

/** An answer as it came, with what to ask by whether it still holds. */
export interface Answer {
  readonly body: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The Link header. */
  readonly link: string | null;
}

export interface KeptAnswer extends Answer {
  /** `stale`: kept for longer than it may be taken as it is. */
  readonly age: "fresh" | "stale";
}

/** What an answer was to: the system and who asked, in words that hold no secret, and the question. */
export type Question = readonly string[];

/**
 * Answers on disk, a file each, private to the user. They appear by renaming once they are whole: a fetch that is broken off leaves nothing.
 * A cache that can't be read or written is no error: what is asked is asked again.
 */
export class AnswerCache {
  readonly #root: string;
  readonly #mode: "use" | "refresh" | "off";
  readonly #maxAgeMs: number;
  readonly #now: () => number;
  #own: Promise<OwnFolder | null> | null = null;

  constructor(options: {
    readonly directory: string;
    readonly mode: "use" | "refresh" | "off";
    readonly maxAgeMs: number;
    readonly now: () => number;
  }) {
    this.#root = join(options.directory, FORMAT);
    this.#mode = options.mode;
    this.#maxAgeMs = options.maxAgeMs;
    this.#now = options.now;
  }

  /** Null where nothing is kept, or what is kept is no whole answer. */
  async load(question: Question): Promise<KeptAnswer | null> {
    if (this.#mode === "off") return null;
    const content = await readFile(this.#path(question), "utf8").catch(() => null);
    const kept = content === null ? null : parse(content);
    if (kept === null) return null;
    const ageMs = this.#now() - kept.fetchedAt;
    const fresh = this.#mode === "use" && ageMs >= 0 && ageMs < this.#maxAgeMs;
    return { ...kept.answer, age: fresh ? "fresh" : "stale" };
  }

  async save(question: Question, answer: Answer): Promise<void> {
    if (this.#mode === "off") return;
    try {
      this.#own ??= openOwnFolder(join(this.#root, "tmp"));
      const own = await this.#own;
      if (own === null) return;
      const path = this.#path(question);
      const temporary = own.newFile();
      await mkdir(join(path, ".."), { recursive: true, mode: 0o700 });
      await writeAtomically(temporary, render(answer, this.#now()));
      await rename(temporary, path);
    } catch {
      // A full disk or a folder that went away: the answer is not kept, and that is all.
    }
  }

  /** Leaves nothing of this process behind but answers, and takes the oldest away. */
  async close(): Promise<void> {
    const own = await this.#own;
    this.#own = null;
    if (own === null) return;
    await own.close();
    await prune(this.#root, this.#now()).catch(() => {});
  }

  #path(question: Question): string {
    const name = createHash("sha256").update(JSON.stringify(question)).digest("hex");
    return join(this.#root, "answers", `${name}.json`);
  }
}

/** One JSON object: half of one is none. */
function render({ body, etag, lastModified, link }: Answer, fetchedAt: number): string {
  return JSON.stringify({ fetchedAt, etag, lastModified, link, body });
}

function parse(content: string): { readonly answer: Answer; readonly fetchedAt: number } | null {
  try {
    const kept = JSON.parse(content) as Record<string, unknown> | null;
    if (typeof kept?.body !== "string" || typeof kept.fetchedAt !== "number") return null;
    const text = (name: string): string | null => (typeof kept[name] === "string" ? kept[name] : null);
    const answer = { body: kept.body, etag: text("etag"), lastModified: text("lastModified"), link: text("link") };
    return { answer, fetchedAt: kept.fetchedAt };
  } catch {
    return null;
  }
}
