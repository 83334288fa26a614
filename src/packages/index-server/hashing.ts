import { createHash, type Hash } from "node:crypto";
import type { Hashes } from "./project.js";

/** Reckons a file's sha256, and every hash that its page names, while it comes in. */
export class Hashing {
  readonly #wanted: Hashes;
  readonly #sha256 = createHash("sha256");
  readonly #others: readonly (readonly [string, Hash])[];

  constructor(wanted: Hashes) {
    this.#wanted = wanted;
    this.#others = Object.keys(wanted)
      .filter((name) => name !== "sha256")
      .map((name) => [name, createHash(name)] as const);
  }

  update(bytes: Uint8Array): void {
    this.#sha256.update(bytes);
    for (const [, hash] of this.#others) hash.update(bytes);
  }

  /** The sha256, and the name of a hash that is not what the page says; null: all are. Once only. */
  finish(): { readonly sha256: string; readonly wrong: string | null } {
    const sha256 = this.#sha256.digest("hex");
    const found = [
      ["sha256", sha256] as const,
      ...this.#others.map(([name, hash]) => [name, hash.digest("hex")] as const),
    ];
    const wrong = found.find(([name, digest]) => this.#wanted[name] !== undefined && this.#wanted[name] !== digest);
    return { sha256, wrong: wrong?.[0] ?? null };
  }
}
