import type { NormalMount } from "../normal.js";
import { bytesOf } from "../tmpfs-size.js";

/** How a mount is in every sandbox, or may be said to be. */
const plain: Readonly<Record<NormalMount["type"], readonly string[]>> = {
  proc: ["rw", "ro", "nosuid", "nodev", "noexec"],
  bind: ["bind", "rbind", "rw", "ro", "nosuid", "nodev", "dev"],
  tmpfs: ["rw", "ro", "nosuid", "nodev"],
};

/** Options of a mount that bubblewrap has none for. */
export function strangeOptions({ type, options }: NormalMount): readonly string[] {
  const isKnown = (option: string) => plain[type].includes(option) || (type === "tmpfs" && ofTmpfs(option) !== null);
  return options.filter((option) => !isKnown(option));
}

/** bwrap's arguments before `--tmpfs`. As mount(8) makes it, everybody may write to it, unless a mode is given. */
export function tmpfsOptions(options: readonly string[]): readonly string[] {
  const given = options.flatMap((option) => ofTmpfs(option) ?? []);
  return given.includes("--perms") ? given : ["--perms", "1777", ...given];
}

function ofTmpfs(option: string): readonly string[] | null {
  const [name = "", value = ""] = option.split("=");
  if (name === "mode" && /^[0-7]{3,4}$/.test(value)) return ["--perms", value];
  // To bubblewrap 0 is no size, and not none.
  const bytes = name === "size" ? bytesOf(value) || null : null;
  return bytes === null ? null : ["--size", String(bytes)];
}
