import { randomBytes } from "node:crypto";
import { lstatSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { UsageError } from "./errors.js";
import { isCode } from "./files.js";
import { asOwner, isAlive, type Owner, thisProcess } from "./owner.js";

/** A lock that this process holds; `release` may be called twice. */
export interface LockNow {
  readonly path: string;
  release(): void;
}

/** How long a taken lock is let alone before it is tried again. */
export const RETRY_MS = 15;
const MAX_GUARDS = 4;

/**
 * Takes the lock file at `path`, or gives null while a live process holds it. One whose owner is gone is taken over:
 * under a guard lock of its own, so that of several takers one wins and none removes what another has just taken.
 */
export function tryLockNow(path: string, guards = 0): LockNow | null {
  const fresh = claim(path);
  const guardPath = `${path}.takeover`;
  // A guard that is there without a lock to take over was left by whoever was killed while they held it.
  if (fresh !== null && guards < MAX_GUARDS && isThere(guardPath)) tryLockNow(guardPath, guards + 1)?.release();
  if (fresh !== null) return fresh;
  const seen = holder(path);
  if (seen.state === "live" || guards >= MAX_GUARDS) return null;
  const guard = tryLockNow(guardPath, guards + 1);
  if (guard === null) return null;
  try {
    if (holder(path).state === "dead") rmSync(path, { force: true });
    return claim(path);
  } finally {
    guard.release();
  }
}

/**
 * Does something under a lock that all hold only as long as this takes, waiting while all else in this process waits too: it can be the last
 * thing that a process does. Not to be nested. @throws UsageError `busy` after `timeoutMs`.
 */
export function withLockNow<T>(path: string, timeoutMs: number, work: () => T): T {
  const end = Date.now() + timeoutMs;
  let lock = tryLockNow(path);
  while (lock === null) {
    if (Date.now() > end) throw busy(path, timeoutMs);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    lock = tryLockNow(path);
  }
  try {
    return work();
  } finally {
    lock.release();
  }
}

/** What is told of a lock that did not become free in time. */
export function busy(path: string, timeoutMs: number): UsageError {
  return new UsageError(
    "busy",
    `${path} has been held by process ${holder(path).owner?.pid ?? "?"} for more than ${Math.round(timeoutMs / 1000)} s. ` +
      "If no forgexec runs, remove that file and try again.",
  );
}

/**
 * The lock is a link that points at no file: its target is the text that names the owner. symlink(2) makes it whole at
 * once, fails where there is one, and leaves nothing else behind for whoever is killed meanwhile.
 */
function claim(path: string): LockNow | null {
  const content = JSON.stringify({ ...thisProcess(), nonce: randomBytes(8).toString("hex") });
  const lock: LockNow = { path, release: () => release(path, content) };
  try {
    if (process.platform === "win32") writeFileSync(path, content, FILE);
    else symlinkSync(content, path);
    return lock;
  } catch (error) {
    if (isCode(error, "EEXIST")) return null;
    if (!["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"].some((code) => isCode(error, code))) throw readable(error, path);
  }
  // A file system without links.
  try {
    writeFileSync(path, content, FILE);
    return lock;
  } catch {
    return null;
  }
}

/** Without the text that names the owner, which tells nobody anything. */
function readable(error: unknown, path: string): unknown {
  const { message, code } = error as NodeJS.ErrnoException;
  return Object.assign(new Error(message.replace(/, symlink '.*$/s, `, ${path}`), { cause: error }), { code });
}

const FILE = { flag: "wx", mode: 0o600 } as const;

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** What is written into a lock. */
function contentOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch (error) {
    if (!isCode(error, "EINVAL") && !isCode(error, "UNKNOWN")) throw error;
    return readFileSync(path, "utf8");
  }
}

function release(path: string, content: string): void {
  if (isHeld(path, content)) rmSync(path, { force: true });
}

/** Whether it is not another's by now, or gone. */
function isHeld(path: string, content: string): boolean {
  try {
    return contentOf(path) === content;
  } catch {
    return false;
  }
}

/** Who has taken a lock, and whether they still run. */
export interface Holder {
  readonly state: "live" | "dead" | "none";
  readonly owner: Owner | null;
}

/** Who holds the lock at `path`. */
export function holder(path: string): Holder {
  try {
    const owner = asOwner(JSON.parse(contentOf(path)));
    return { state: owner !== null && isAlive(owner) ? "live" : "dead", owner };
  } catch (error) {
    return { state: isCode(error, "ENOENT") ? "none" : "dead", owner: null };
  }
}
