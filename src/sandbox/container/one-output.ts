import { fstatSync } from "node:fs";
import type { Settings } from "../../command/index.js";

/**
 * Whether stdout and stderr are to be one stream, in the order in which they are written. Engines carry them in two, so that the command
 * itself has to be given one.
 */
export function isOneOutput({ stdout, stderr }: Readonly<Pick<Settings, "stdout" | "stderr">>): boolean {
  if (stderr.type === "stdout") return true;
  if (stdout.type === "stream") return stderr.type === "stream" && stderr.stream === stdout.stream;
  const [one, other] = [fdOf(stdout, 1), fdOf(stderr, 2)];
  return one !== null && other !== null && areSame(one, other);
}

function fdOf(target: Settings["stdout"], own: number): number | null {
  if (target.type === "inherit") return own;
  return target.type === "fd" ? target.fd : null;
}

/** Whether two descriptors lead to the same file, pipe or terminal. */
function areSame(one: number, other: number): boolean {
  if (one === other) return true;
  const [a, b] = [fstatSync(one, { bigint: true }), fstatSync(other, { bigint: true })];
  return a.dev === b.dev && a.ino === b.ino;
}
