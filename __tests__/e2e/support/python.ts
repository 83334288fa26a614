import { spawnSync } from "node:child_process";
import { test } from "@jest/globals";

const PROBE = "import sys, venv, ensurepip; print(*sys.version_info[:2])";

/** Whether the machine has the Python that forgexec asks for, with the parts that some distributions leave out. */
function hasPython(): boolean {
  const { status, stdout } = spawnSync("python3", ["-c", PROBE], { encoding: "utf8" });
  const [major, minor] = (stdout ?? "").split(" ").map(Number);
  return status === 0 && major === 3 && (minor ?? 0) >= 10;
}

const required = process.env.CI === "true" && process.platform === "linux";

/** A test that needs Python ≥ 3.10 with venv as `python3`: left out where it is missing, but never in CI on Linux. */
export const testWithPython = required || hasPython() ? test : test.skip;
