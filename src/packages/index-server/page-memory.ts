import type { LoadedPage } from "./loaded-page.js";

/** What pages in memory may take, in bytes, roughly. */
const MAX_BYTES = 32 * 1024 * 1024;
/** How often their weight is reckoned anew: it grows when they are first served. */
const RECKON_EVERY = 16;

/** Pages in memory; those that came first go first. */
export class PageMemory {
  readonly #pages = new Map<string, LoadedPage>();
  #changes = 0;

  get(key: string): LoadedPage | undefined {
    return this.#pages.get(key);
  }

  set(key: string, page: LoadedPage): void {
    this.#pages.delete(key);
    this.#pages.set(key, page);
    this.#changes++;
    if (page.weight > MAX_BYTES / 8 || this.#changes % RECKON_EVERY === 0) this.#trim();
  }

  delete(key: string): void {
    this.#pages.delete(key);
  }

  #trim(): void {
    let total = [...this.#pages.values()].reduce((sum, { weight }) => sum + weight, 0);
    for (const [key, page] of this.#pages) {
      if (total <= MAX_BYTES || this.#pages.size === 1) return;
      total -= page.weight;
      this.#pages.delete(key);
    }
  }
}
