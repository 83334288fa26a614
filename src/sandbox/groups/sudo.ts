import { spawnSync } from "node:child_process";

let known: boolean | null = null;

/** Whether sudo(8) asks for no password here. Asked once. */
export function hasSudo(): boolean {
  known ??= sudo(["true"]).status === 0;
  return known;
}

/** Runs a shell's text as root; what varies comes as arguments. Throws where it fails. */
export function asRoot(script: string, args: readonly string[]): void {
  const { status, stderr } = sudo(["sh", "-c", script, "sh", ...args]);
  if (status !== 0) throw new Error(stderr.trim() || `sudo ended with ${status}`);
}

function sudo(argv: readonly string[]) {
  return spawnSync("sudo", ["-n", ...argv], { encoding: "utf8", stdio: ["ignore", "ignore", "pipe"], timeout: 10_000 });
}
