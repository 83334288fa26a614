import { randomBytes } from "node:crypto";
import { lstat, readFile, readlink, rm, symlink, writeFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { UsageError } from "./errors.js";
import { isCode } from "./files.js";
import { asOwner, isAlive, type Owner, thisProcess } from "./owner.js";

/** A lock that this process holds. */
export interface Lock {
  readonly path: string;
  /** Gives it up. Safe to call twice. */
  release(): Promise<void>;
}

const RETRY_MS = 15;
const MAX_GUARDS = 4;

/**
 * Takes the lock file at `path`, or gives null while a live process holds it. One whose owner is gone is taken over:
 * under a guard lock of its own, so that of several takers one wins and none removes what another has just taken.
 */
export async function tryLock(path: string, guards = 0): Promise<Lock | null> {
  const fresh = await claim(path);
  const guardPath = `${path}.takeover`;
  // A guard that is there without a lock to take over was left by whoever was killed while they held it.
  if (fresh !== null && guards < MAX_GUARDS && (await isThere(guardPath)))
    await (await tryLock(guardPath, guards + 1))?.release();
  if (fresh !== null) return fresh;
  const seen = await holder(path);
  if (seen.state === "live" || guards >= MAX_GUARDS) return null;
  const guard = await tryLock(guardPath, guards + 1);
  if (guard === null) return null;
  try {
    if ((await holder(path)).state === "dead") await rm(path, { force: true });
    return await claim(path);
  } finally {
    await guard.release();
  }
}

/** Who holds the lock at `path`; null: nobody who still runs. */
export async function lockHolder(path: string): Promise<Owner | null> {
  const { state, owner } = await holder(path);
  return state === "live" ? owner : null;
}

/** Waits for a lock that others hold for moments only. @throws UsageError `busy` after `timeoutMs`. */
export async function waitForLock(path: string, timeoutMs: number): Promise<Lock> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const lock = await tryLock(path);
    if (lock !== null) return lock;
    if (Date.now() > end) {
      const { owner } = await holder(path);
      throw new UsageError(
        "busy",
        `${path} has been held by process ${owner?.pid ?? "?"} for more than ${Math.round(timeoutMs / 1000)} s. ` +
          "If no forgexec runs, remove that file and try again.",
      );
    }
    await delay(RETRY_MS);
  }
}

/**
 * The lock is a link that points at no file: its target is the text that names the owner. symlink(2) makes it whole at
 * once, fails where there is one, and leaves nothing else behind for whoever is killed meanwhile.
 */
async function claim(path: string): Promise<Lock | null> {
  const content = JSON.stringify({ ...thisProcess(), nonce: randomBytes(8).toString("hex") });
  const lock: Lock = { path, release: () => release(path, content) };
  try {
    await (process.platform === "win32" ? writeFile(path, content, FILE) : symlink(content, path));
    return lock;
  } catch (error) {
    if (isCode(error, "EEXIST")) return null;
    if (!["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"].some((code) => isCode(error, code))) throw readable(error, path);
  }
  // A file system without links.
  return writeFile(path, content, FILE).then(
    () => lock,
    () => null,
  );
}

/** Without the text that names the owner, which tells nobody anything. */
function readable(error: unknown, path: string): unknown {
  const { message, code } = error as NodeJS.ErrnoException;
  return Object.assign(new Error(message.replace(/, symlink '.*$/s, `, ${path}`), { cause: error }), { code });
}

const FILE = { flag: "wx", mode: 0o600 } as const;

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null;
}

/** What is written into a lock. */
async function contentOf(path: string): Promise<string> {
  try {
    return await readlink(path);
  } catch (error) {
    if (!isCode(error, "EINVAL") && !isCode(error, "UNKNOWN")) throw error;
    return readFile(path, "utf8");
  }
}

async function release(path: string, content: string): Promise<void> {
  const current = await contentOf(path).catch(() => null);
  if (current === content) await rm(path, { force: true });
}

type Holder = { readonly state: "live" | "dead" | "none"; readonly owner: Owner | null };

async function holder(path: string): Promise<Holder> {
  try {
    const owner = asOwner(JSON.parse(await contentOf(path)));
    return { state: owner !== null && isAlive(owner) ? "live" : "dead", owner };
  } catch (error) {
    return { state: isCode(error, "ENOENT") ? "none" : "dead", owner: null };
  }
}
