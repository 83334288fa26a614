import { totalmem } from "node:os";
import { parseSize } from "../spec/index.js";
import type { NormalMount } from "./normal.js";
import { refuse } from "./refuse.js";
import { shown } from "./shape.js";

/** As tmpfs(5) has it: bytes, with a letter times 1024 so often, or a part of the memory. */
const SHORT = /^(\d+)([kmgt])$/i;
const PERCENT = /^(\d{1,6})%$/;

/** The options of a mount, a tmpfs' size in the words of tmpfs(5), which has none for MiB. @throws CommandError "invalid" for what is no size. */
export function withSize({ type, target, options }: NormalMount): readonly string[] {
  if (type !== "tmpfs") return options;
  return options.map((option) => {
    const [name = "", ...value] = option.split("=");
    if (name !== "size") return option;
    const text = value.join("=");
    const bytes = bytesOf(text);
    if (bytes !== undefined) return SHORT.test(text) || PERCENT.test(text) ? option : `size=${bytes}`;
    const why = `extraMounts has ${shown(option)} of the tmpfs mount at ${shown(target)}, which is no size: give it as 64MiB, 64m, in bytes or, of the memory, as 50%`;
    throw refuse("invalid", why);
  });
}

/** Such a size in bytes, by this machine's memory; undefined: it is none. */
export function bytesOf(text: string): number | undefined {
  const percent = PERCENT.exec(text)?.[1];
  return percent === undefined
    ? parseSize(text.replace(SHORT, "$1$2iB"))
    : Math.floor((totalmem() * Number(percent)) / 100);
}
