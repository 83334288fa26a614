import { hasVariable, readPids } from "./process-table.js";
import type { KillMarker } from "./settings.js";
import { terminate } from "./terminate.js";
import { ProcessTree } from "./tree.js";

/**
 * Ends every process that carries the marker in its environment, and all their descendants: SIGTERM, SIGKILL after `graceMs` or as soon
 * as `hurry` is aborted. Settles when none is left; how many were found at first. Linux only: elsewhere none is found.
 */
export async function killMarked(
  marker: KillMarker,
  options: { readonly graceMs: number; readonly hurry?: AbortSignal },
): Promise<number> {
  // The usual case, at the end of every run: a look at the environments alone is half the work of a look at the tree.
  if (!readPids().some((pid) => hasVariable(pid, `${marker.name}=${marker.value}`))) return 0;
  const tree = new ProcessTree({ pid: null, leader: false, marker });
  const found = tree.members().length;
  if (found > 0)
    await terminate(tree, { graceMs: options.graceMs, hurry: options.hurry ?? new AbortController().signal });
  return found;
}
