import { readdirSync, readFileSync } from "node:fs";

/** Command lines of the processes whose environment has the text: `pid: argv`. Linux only; elsewhere always empty. */
export function processesWith(mark: string): string[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => contentOf(`/proc/${pid}/environ`).includes(mark))
    .map((pid) => `${pid}: ${contentOf(`/proc/${pid}/cmdline`).replaceAll("\0", " ").trim()}`)
    .filter((line) => !line.endsWith(":"));
}

/** Empty for what has gone, is a zombie, or is another user's. */
function contentOf(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}
