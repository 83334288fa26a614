import { type BigIntStats, statSync } from "node:fs";
import { posix } from "node:path";
import { onHost, resolveInside } from "../inside-root.js";
import { refuse } from "../refuse.js";
import { beneath } from "./beneath.js";
import type { Mount } from "./mount-argv.js";

/** A part of a folder that is bound by itself, and what lay there when it was looked at. */
export interface Part {
  readonly source: string;
  readonly target: string;
  readonly dev: bigint;
  readonly ino: bigint;
}

/**
 * Looks at the parts of folders that are to be bound. Others may change what lies in such a folder meanwhile, and no engine takes an open
 * descriptor for a source: so it is looked again when they are mounted.
 *
 * @throws CommandError `mount`
 */
export function lookAtParts(mounts: readonly Mount[]): readonly Part[] {
  return mounts.flatMap((mount) => {
    if (mount.type !== "bind" || mount.partOf === null) return [];
    const { source, target, partOf } = mount;
    const there = look(source, () =>
      beneath(partOf, posix.relative(partOf, source), (name) => statSync(name, { bigint: true })),
    );
    if (there.isSymbolicLink()) throw changed(source);
    return [{ source, target, dev: there.dev, ino: there.ino }];
  });
}

/**
 * Requires that a container has mounted just what was looked at. `pid`: a process of it, before commands run there.
 *
 * @throws CommandError `mount`
 */
export function requireParts(pid: number, parts: readonly Part[]): void {
  const root = `/proc/${pid}/root`;
  for (const { source, target, dev, ino } of parts) {
    const inside = resolveInside(root, target) ?? target;
    const mounted = look(source, () => statSync(onHost(root, inside), { bigint: true }));
    if (mounted.dev !== dev || mounted.ino !== ino) throw changed(source);
  }
}

function look(source: string, stat: () => BigIntStats): BigIntStats {
  try {
    return stat();
  } catch (cause) {
    throw changed(source, cause);
  }
}

function changed(source: string, cause?: unknown): Error {
  return refuse("mount", `${source} was changed while it was being mounted`, { cause });
}
