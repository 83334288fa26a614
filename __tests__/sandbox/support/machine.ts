import { spawnSync } from "node:child_process";
import { test } from "@jest/globals";

const required = process.env.CI === "true" && process.platform === "linux" && process.geteuid?.() === 0;

/** Why the sandboxes of this machine's own programs cannot be tested here; null: they can. */
function findObstacle(): string | null {
  if (process.platform !== "linux") return "sandboxes are Linux's";
  if (process.geteuid?.() !== 0) return "what root can do in a sandbox is tested as root";
  for (const [program, argument] of [
    ["bwrap", "--version"],
    ["/bin/busybox", "true"],
    ["perl", "-v"],
  ] as const) {
    if (spawnSync(program, [argument]).status !== 0)
      return `${program} is not installed (bubblewrap, busybox-static, perl)`;
  }
  return null;
}

const obstacle = findObstacle();
if (obstacle !== null && required) throw new Error(`The tests of sandboxes cannot run: ${obstacle}.`);

/** A test that needs root, bubblewrap, busybox and Perl: left out where one is missing, but never in CI on Linux. */
export const testSandboxes = obstacle === null ? test : test.skip;
/** Whether they are there. */
export const sandboxesWork = obstacle === null;
