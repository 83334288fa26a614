import { quoteWord } from "./quote.js";
import type { ShellPlace } from "./shell-contexts.js";

/** A value as it must be written at a place of a shell's script, so that the shell reads just the value. */
export function quoteAt(value: string, { context, backquotes }: ShellPlace): string {
  let quoted = quoteIn(value, context);
  for (let level = 0; level < backquotes; level++) quoted = quoted.replace(/[\\`$]/g, "\\$&");
  return quoted;
}

function quoteIn(value: string, context: ShellPlace["context"]): string {
  switch (context) {
    case "plain":
      return quoteWord(value);
    case "single":
      return value.replaceAll("'", `'\\''`);
    case "double":
      return value.replace(/[\\`$"]/g, "\\$&");
    case "ansi":
      return value.replace(/[^\w@%+=:,./-]+/g, (unsafe) =>
        [...Buffer.from(unsafe)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join(""),
      );
    case "comment":
      return value.replace(/[\r\n]/g, " ");
    case "here":
      return value.replace(/[\\`$]/g, "\\$&");
    case "here-literal":
      return value;
  }
}
