import { coded } from "../enter/perl.js";
import type { NormalMount } from "../normal.js";

/** Options of mount(8) that are flags of mount(2), each with the bits that it sets and those that it clears. */
const flags: Readonly<Record<string, readonly [set: number, clear: number]>> = {
  ro: [1, 0],
  rw: [0, 1],
  nosuid: [2, 0],
  suid: [0, 2],
  nodev: [4, 0],
  dev: [0, 4],
  noexec: [8, 0],
  exec: [0, 8],
  sync: [16, 0],
  async: [0, 16],
  noatime: [1024, 0],
  nodiratime: [2048, 0],
  relatime: [1 << 21, 0],
  strictatime: [1 << 24, 0],
  bind: [0, 0],
  rbind: [0, 0],
  nofail: [0, 0],
};

/** Options of a mount that mean nothing to it: a bind mount has no file system of its own to tell them to. */
export function strangeOptions({ type, options }: NormalMount): readonly string[] {
  return type === "bind" ? options.filter((option) => !(option in flags)) : [];
}

/** A mount as the helper takes it: type, source, target, flags and the file system's own options. */
export function mountWord({ type, source, target, options }: NormalMount): string {
  let bits = 0;
  const data: string[] = [];
  for (const option of options) {
    const flag = flags[option];
    if (flag) bits = (bits | flag[0]) & ~flag[1];
    else data.push(option);
  }
  // An empty word would be lost between the others.
  return [type, source ?? type, target, String(bits), data.join(",")].map((word) => coded([word])).join(" ");
}
