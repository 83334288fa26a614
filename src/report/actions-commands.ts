/** What a workflow command's message may hold: percent-encoded as the runner decodes it, cut at its bound. */
const LONGEST_MESSAGE = 4096;

/** A workflow command as GitHub's runner reads it from standard output; a value that is undefined is left out. */
export function workflowCommand(
  name: string,
  properties: Readonly<Record<string, string | number | undefined>> = {},
  message = "",
): string {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined && value !== "");
  const list = given.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(",");
  return `::${name}${list === "" ? "" : ` ${list}`}::${escapeMessage(cut(message))}`;
}

function escapeMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeMessage(cut(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function cut(text: string): string {
  if (text.length <= LONGEST_MESSAGE) return text;
  return `${text.slice(0, LONGEST_MESSAGE - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
