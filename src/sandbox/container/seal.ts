import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hiddenStateFolder, isOwnFolder, makeStateFolder } from "../../state-folder.js";

/**
 * A text with what shows that forgexec wrote it, and no command in a sandbox of the same user's, who may write where it lies: a code by a key
 * in a folder that sandboxes hide (HMAC, RFC 2104, with SHA-256). null: there is no place for a key.
 */
export function sealed(text: string): string | null {
  const key = readKey() ?? makeKey();
  return key && `${codeOf(text, key)}\n${text}`;
}

/** The text of what was sealed; null: it was not, or was changed since. */
export function unsealed(text: string): string | null {
  const key = readKey();
  const end = text.indexOf("\n");
  const content = text.slice(end + 1);
  const code = Buffer.from(text.slice(0, Math.max(end, 0)));
  const right = Buffer.from(key === null ? "" : codeOf(content, key));
  return key !== null && code.length === right.length && timingSafeEqual(code, right) ? content : null;
}

function codeOf(text: string, key: string): string {
  return createHmac("sha256", key).update(text).digest("hex");
}

function folder(): string {
  return hiddenStateFolder("seal");
}

function readKey(): string | null {
  try {
    if (!isOwnFolder(folder())) return null;
    const key = readFileSync(join(folder(), "key"), "utf8");
    return /^[0-9a-f]{64}$/.test(key) ? key : null;
  } catch {
    return null;
  }
}

/** Of processes that make one at the same time all have the first one's. */
function makeKey(): string | null {
  const made = makeStateFolder(folder());
  if (made === null) return null;
  const key = join(made, "key");
  const own = `${key}.${randomBytes(8).toString("hex")}`;
  try {
    writeFileSync(own, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
    linkSync(own, key);
  } catch {
    // Another process was first.
  } finally {
    rmSync(own, { force: true });
  }
  return readKey();
}
