/** Where faults of the cache's stores go: to the run that is going on, whose events they become. */
export class CacheFaults {
  #listener: ((message: string) => void) | null = null;

  warn(message: string): void {
    this.#listener?.(message);
  }

  listen(listener: (message: string) => void): void {
    this.#listener = listener;
  }
}
