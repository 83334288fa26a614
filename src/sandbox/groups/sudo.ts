import { spawnSync } from "node:child_process";
import { findHelperProgram } from "../programs.js";

let known: { readonly program: string | null; readonly uid: number | undefined; readonly works: boolean } | null = null;

/** Whether sudo(8) asks for no password here. Each one that there is, is asked once by each user that this process is. */
export function hasSudo(): boolean {
  const program = findHelperProgram("sudo");
  const uid = process.geteuid?.();
  if (known?.program !== program || known.uid !== uid)
    known = { program, uid, works: program !== null && sudo(program, ["true"]).status === 0 };
  return known.works;
}

/** Runs a shell's text as root; what varies comes as arguments. Throws where it fails. */
export function asRoot(script: string, args: readonly string[]): void {
  const { status, stderr } = sudo(findHelperProgram("sudo") ?? "sudo", ["sh", "-c", script, "sh", ...args]);
  if (status !== 0) throw new Error(stderr.trim() || `sudo ended with ${status}`);
}

function sudo(program: string, argv: readonly string[]) {
  return spawnSync(program, ["-n", ...argv], {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
    timeout: 10_000,
  });
}
