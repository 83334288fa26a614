import { oneLine, plain } from "../terminal-text.js";

/**
 * A text as it stands, within a table or a paragraph of GitHub's Markdown: nothing of it is markup, a link or a mention.
 * `<code>` keeps GitHub from linking names; entities keep Markdown from reading what is in it.
 */
export function code(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`;
}

/** So many characters (code points) of a text, with an ellipsis where something was cut. */
export function cut(text: string, characters: number): string {
  const start = [...text.slice(0, 2 * characters + 1)];
  return start.length <= characters && text.length <= 2 * characters
    ? text
    : `${start.slice(0, characters - 1).join("")}…`;
}

/** One line of text with everything that Markdown or HTML would act on written as character references. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/[&<>"'`*[\]\\~|{}^$@!#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:(?=\/\/)|(?<=\bwww)\./gi, reference);
}

/** Lines of text as a code block; its fence is longer than any in the text. */
export function fenced(text: string): string {
  const shown = plain(text).replaceAll("\r", "");
  const longest = Math.max(2, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${shown}\n${fence}\n`;
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
