import { randomBytes } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { UsageError } from "../errors.js";
import { isCode } from "./files.js";
import { asOwner, isAlive, type Owner, thisProcess } from "./owner.js";

/** A lock file that this process holds. */
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
  if (fresh !== null) return fresh;
  const seen = await holder(path);
  if (seen.state === "live" || guards >= MAX_GUARDS) return null;
  const guard = await tryLock(`${path}.takeover`, guards + 1);
  if (guard === null) return null;
  try {
    if ((await holder(path)).state === "dead") await rm(path, { force: true });
    return await claim(path);
  } finally {
    await guard.release();
  }
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

// link(2) makes the file appear with its content at once, and fails where there is one already.
async function claim(path: string): Promise<Lock | null> {
  const content = JSON.stringify({ ...thisProcess(), nonce: randomBytes(8).toString("hex") });
  const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  await writeFile(temporary, content, { flag: "wx", mode: 0o600 });
  try {
    await link(temporary, path);
  } catch (error) {
    if (isCode(error, "EEXIST")) return null;
    if (!["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"].some((code) => isCode(error, code))) throw error;
    // A file system without hard links.
    const taken = await writeFile(path, content, { flag: "wx", mode: 0o600 }).then(
      () => true,
      () => false,
    );
    if (!taken) return null;
  } finally {
    await rm(temporary, { force: true });
  }
  return { path, release: () => release(path, content) };
}

async function release(path: string, content: string): Promise<void> {
  const current = await readFile(path, "utf8").catch(() => null);
  if (current === content) await rm(path, { force: true });
}

type Holder = { readonly state: "live" | "dead" | "none"; readonly owner: Owner | null };

async function holder(path: string): Promise<Holder> {
  try {
    const owner = asOwner(JSON.parse(await readFile(path, "utf8")));
    return { state: owner !== null && isAlive(owner) ? "live" : "dead", owner };
  } catch (error) {
    return { state: isCode(error, "ENOENT") ? "none" : "dead", owner: null };
  }
}
