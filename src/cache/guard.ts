import { printable } from "../printable.js";
import type { CacheCall, CacheOptions } from "./model.js";

const TIMEOUT_MS = 120_000;
const SAVE_TIMEOUT_MS = 300_000;
const MESSAGE_LENGTH = 500;
/** What is called off may still clear up after itself; a file system that hangs doesn't even look at signals. */
const CLEAR_UP_MS = 5000;

/** A fault that says more than that the time was up. */
export class StoreFault extends Error {
  override readonly name = "StoreFault";
}

/** Turns the faults of a store into one warning and a miss, and bounds its calls in time. */
export class Guard {
  readonly #options: CacheOptions;
  readonly #name: string;
  #told = false;

  /** @param name what the store is called in warnings */
  constructor(name: string, options: CacheOptions) {
    this.#name = name;
    this.#options = options;
  }

  /** What `action` gives; null where it fails, takes too long or is called off. It must not go on once its signal is aborted. */
  async run<T>(
    kind: "restore" | "save",
    call: CacheCall,
    action: (signal: AbortSignal) => Promise<T | null>,
  ): Promise<T | null> {
    const { timeoutMs = TIMEOUT_MS, saveTimeoutMs = SAVE_TIMEOUT_MS } = this.#options;
    const ms = kind === "save" ? saveTimeoutMs : timeoutMs;
    const ended = new AbortController();
    const timer = setTimeout(() => ended.abort(new Error(`it took more than ${Math.ceil(ms / 1000)} s`)), ms);
    const signal = call.signal === undefined ? ended.signal : AbortSignal.any([ended.signal, call.signal]);
    try {
      signal.throwIfAborted();
      return await Promise.race([action(signal), endedBy(signal)]);
    } catch (error) {
      const late = ended.signal.aborted && !(error instanceof StoreFault);
      if (!call.signal?.aborted) this.tell(late ? ended.signal.reason : error);
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Tells of the first fault. */
  tell(fault: unknown): void {
    if (this.#told) return;
    this.#told = true;
    const text = fault instanceof Error ? fault.message : String(fault);
    const line = printable(text.trim().replaceAll(/\s*\n\s*/g, "; ")).slice(0, MESSAGE_LENGTH);
    this.#options.warn?.(`${this.#name} is left out: ${line}`);
  }
}

function endedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const later = (): unknown => setTimeout(() => reject(signal.reason), CLEAR_UP_MS).unref();
    signal.addEventListener("abort", later, { once: true });
  });
}
