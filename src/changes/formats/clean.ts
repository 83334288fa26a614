import { oneLine, plain } from "../../terminal-text.js";

/** Text from outside on one line, without anything that a terminal would act on. */
export function cleanLine(text: string): string {
  return oneLine(unreturned(text));
}

/** The same of several lines. */
export function cleanLines(text: string): string {
  return plain(unreturned(text));
}

/** In the output of a command a carriage return takes back what stands before it; here that would hide it. */
function unreturned(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
