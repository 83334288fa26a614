import { isAbsolute, join } from "node:path";
import type { Machine } from "./machine.js";

/**
 * The folder that forgexec keeps things in between runs: FORGEXEC_CACHE_DIR, else `forgexec` in XDG_CACHE_HOME, else
 * `~/.cache/forgexec` (XDG Base Directory Specification: a relative XDG_CACHE_HOME is ignored).
 */
export function cacheDirectory({ environment, home, cwd }: Machine): string {
  const own = environment.FORGEXEC_CACHE_DIR;
  if (own) return isAbsolute(own) ? own : join(cwd, own);
  const xdg = environment.XDG_CACHE_HOME;
  return xdg && isAbsolute(xdg) ? join(xdg, "forgexec") : join(home, ".cache", "forgexec");
}
