import { setTimeout as delay } from "node:timers/promises";
import { busy, holder, RETRY_MS, tryLockNow } from "./lock-now.js";
import type { Owner } from "./owner.js";

/** A lock that this process holds. */
export interface Lock {
  readonly path: string;
  /** Gives it up. Safe to call twice. */
  release(): Promise<void>;
}

/** Takes the lock file at `path`, or gives null while a live process holds it. One whose owner is gone is taken over. */
export async function tryLock(path: string): Promise<Lock | null> {
  const lock = tryLockNow(path);
  return lock && { path, release: async () => lock.release() };
}

/** Who holds the lock at `path`; null: nobody who still runs. */
export async function lockHolder(path: string): Promise<Owner | null> {
  const { state, owner } = holder(path);
  return state === "live" ? owner : null;
}

/** Waits for a lock that others hold for moments only. @throws UsageError `busy` after `timeoutMs`. */
export async function waitForLock(path: string, timeoutMs: number): Promise<Lock> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const lock = await tryLock(path);
    if (lock !== null) return lock;
    if (Date.now() > end) throw busy(path, timeoutMs);
    await delay(RETRY_MS);
  }
}
