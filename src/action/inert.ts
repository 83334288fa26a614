const ZERO_WIDTH = "\u200b";

/** Lines that the runner takes no workflow commands from: a block of `stop-commands` with a token that nobody can guess. */
export function inert(text: string, randomToken: () => string): string {
  const token = randomToken();
  return `::stop-commands::${token}\n${undrawn(text)}\n::${token}::\n`;
}

/** Breaks, without showing, what the log page may draw as a command whatever stands around it. */
export function undrawn(text: string): string {
  return text.replaceAll("##[", `##${ZERO_WIDTH}[`);
}
