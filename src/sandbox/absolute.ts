import { posix } from "node:path";
import { refuse } from "./refuse.js";

/** An absolute path without `.`, `..`, double and trailing slashes. */
export function absolute(key: string, path: string): string {
  if (typeof path !== "string" || !path.startsWith("/") || path.includes("\0")) {
    throw refuse("invalid", `${key} is ${JSON.stringify(path)}, not an absolute path`);
  }
  const plain = posix.normalize(path);
  return plain.length > 1 && plain.endsWith("/") ? plain.slice(0, -1) : plain;
}
