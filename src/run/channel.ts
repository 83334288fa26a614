/** How much may wait in a channel, in units of weight, before its writers are asked to pause. */
const HIGH_WATER = 1 << 20;

/**
 * A queue between the parts of a run, which write, and whoever iterates, who reads.
 * `push` returns a promise where the reader is behind: a writer that waits for it keeps memory bounded.
 */
export class Channel<T> implements AsyncIterable<T> {
  #queue: { readonly item: T; readonly weight: number }[] = [];
  #weight = 0;
  #closed = false;
  #wakeReader: (() => void) | undefined;
  #drained: { readonly promise: Promise<void>; readonly resolve: () => void } | undefined;

  push(item: T, weight = 1): Promise<void> | undefined {
    if (this.#closed) return undefined;
    this.#queue.push({ item, weight });
    this.#weight += weight;
    this.#wakeReader?.();
    if (this.#weight < HIGH_WATER) return undefined;
    this.#drained ??= deferred();
    return this.#drained.promise;
  }

  /** Nothing more is taken; what waits can still be read. */
  close(): void {
    this.#closed = true;
    this.#wakeReader?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    try {
      while (true) {
        const batch = this.#queue;
        this.#queue = [];
        for (const { item, weight } of batch) {
          yield item;
          this.#release(weight);
        }
        if (batch.length > 0) continue;
        if (this.#closed) return;
        await new Promise<void>((wake) => {
          this.#wakeReader = wake;
        });
        this.#wakeReader = undefined;
      }
    } finally {
      this.#closed = true;
      this.#queue = [];
      this.#release(this.#weight);
    }
  }

  #release(weight: number): void {
    this.#weight -= weight;
    if (this.#weight >= HIGH_WATER) return;
    this.#drained?.resolve();
    this.#drained = undefined;
  }
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
