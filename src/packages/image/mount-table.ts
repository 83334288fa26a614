import { readFile } from "node:fs/promises";

/**
 * Mount points of this process's mount namespace in the order in which they were made: /proc/self/mountinfo, proc(5).
 * One that was mounted over comes as often as it was. None where there is no such table.
 */
export async function mountPoints(): Promise<readonly string[]> {
  const table = await readFile("/proc/self/mountinfo", "latin1").catch(() => "");
  return table
    .split("\n")
    .map((line) => line.split(" ")[4])
    .filter((field) => field !== undefined)
    .map(decode);
}

/** Space, tab, line break and backslash are written as \ooo, the other bytes as they are. */
function decode(field: string): string {
  const bytes = field.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
