/** Clients that write the addresses of indexes or files into what a project commits. */
const WRITERS = [
  /(?:^|[\s;&|(/\\])pip-compile\b/,
  /-m\s+piptools\b/,
  /(?:^|[\s;&|(/\\])pip[\d.]*(?:\.exe)?\s+(?:-\S+\s+)*lock\b/,
  /-m\s+pip\s+(?:-\S+\s+)*lock\b/,
  /\buv\s+(?:-\S+\s+)*pip\s+compile\b.*(?:--emit-index|pylock)/,
];

/** Whether a command, as words, writes a lock file with addresses: also one that a shell is given. */
export function writesLock(argv: readonly string[]): boolean {
  const text = argv.join(" ");
  return WRITERS.some((pattern) => pattern.test(text));
}
