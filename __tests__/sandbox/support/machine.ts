import { spawnSync } from "node:child_process";
import { test } from "@jest/globals";
import { groupLimits } from "../../../src/sandbox/groups/make.js";

const BWRAP = "bwrap";
const isRoot = process.geteuid?.() === 0;

/**
 * What this machine is known to have, so that no test is left out for want of it: "sandboxes", "limits", "podman". For root in CI on Linux
 * that is all; on other machines FORGEXEC_TESTS_HAVE names it.
 */
export function isPromised(what: "sandboxes" | "limits" | "podman"): boolean {
  const promised = (process.env.FORGEXEC_TESTS_HAVE ?? "").split(" ");
  return promised.includes(what) || (process.env.CI === "true" && process.platform === "linux" && isRoot);
}

/** Why the sandboxes of this machine's own programs cannot be tested here; null: they can. */
function findObstacle(): string | null {
  if (process.platform !== "linux") return "sandboxes are Linux's";
  for (const [program, argument] of [
    [BWRAP, "--version"],
    ["/bin/busybox", "true"],
    ["perl", "-v"],
  ] as const) {
    if (spawnSync(program, [argument]).status !== 0)
      return `${program} is not installed (bubblewrap, busybox-static, perl)`;
  }
  if (isRoot) return null;
  const tried = spawnSync(BWRAP, ["--unshare-user", "--unshare-pid", "--ro-bind", "/", "/", "true"]);
  return tried.status === 0 ? null : `this user may not make them: ${String(tried.stderr).trim()}`;
}

const obstacle = findObstacle();
if (obstacle !== null && isPromised("sandboxes")) throw new Error(`The tests of sandboxes cannot run: ${obstacle}.`);

/** A test of what root can do in a sandbox; it needs root, bubblewrap, busybox and Perl. Left out where one is missing, but never in CI on Linux. */
export const testSandboxes = obstacle === null && isRoot ? test : test.skip;
/** The same for root and for a common user who may make user namespaces. */
export const testEverybodys = obstacle === null ? test : test.skip;
/** Whether sandboxes can be made here, by this user. */
export const sandboxesWork = obstacle === null;

/** Limits that this user can have no control group made for. */
export const noGroups = sandboxesWork
  ? ["memory", "cpus", "pids"].filter((limit) => !groupLimits().includes(limit))
  : [];
if (noGroups.length > 0 && isPromised("limits"))
  throw new Error(`The tests of limits cannot run: no control group can be made for ${noGroups.join(", ")}.`);
/** Whether this user can have control groups made, by whatever way. */
export const limitsWork = sandboxesWork && noGroups.length === 0;
/** A test of limits that control groups keep. */
export const testLimits = limitsWork ? test : test.skip;
