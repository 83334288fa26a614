import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { waitForLock } from "../../../src/lock.js";
import { machineEnvironment } from "../../index-server/support.js";

const spawn = promisify(execFile);
// pdm 2.29 does not work with the next hishel, and does not say so to whoever resolves it.
const PROGRAMS = ["uv", "tox", "nox", "poetry", "pdm", "hishel<2", "pip-tools"];
const CACHE = join(
  fileURLToPath(import.meta.url),
  "..",
  "..",
  "..",
  "..",
  "node_modules",
  ".cache",
  "forgexec-clients",
);
const DAY_MS = 24 * 60 * 60 * 1000;

/** The clients under test. */
export interface Tools {
  /** Folder of the programs; a Python with the newest pip is among them. */
  readonly bin: string;
  /** A Python with the pip that it brings along. */
  readonly oldPython: string;
}

const hasPython = spawnSync("python3", ["-c", "import venv, ensurepip"]).status === 0;

/** Installs the clients once for all test files, and anew every week; null: they can't be had here, which is a failure in CI. */
export async function installTools(): Promise<Tools | null> {
  const needed = process.env.CI === "true" && process.platform === "linux";
  if (!hasPython && !needed) return null;
  await mkdir(CACHE, { recursive: true });
  const lock = await waitForLock(join(CACHE, "lock"), 280_000);
  try {
    const name = `week-${Math.floor(Date.now() / (7 * DAY_MS))}`;
    const folder = join(CACHE, name);
    for (const left of await readdir(CACHE)) {
      if (left !== name && !left.startsWith("lock")) await rm(join(CACHE, left), { recursive: true, force: true });
    }
    if (!existsSync(join(folder, "whole"))) await fill(folder);
    return { bin: join(folder, "new", "bin"), oldPython: join(folder, "old", "bin", "python") };
  } catch (error) {
    if (needed) throw error;
    return null;
  } finally {
    await lock.release();
  }
}

async function fill(folder: string): Promise<void> {
  const env = machineEnvironment();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  const python = join(folder, "new", "bin", "python");
  await Promise.all(["old", "new"].map((name) => spawn("python3", ["-m", "venv", join(folder, name)], { env })));
  await spawn(python, ["-m", "pip", "install", "--quiet", "--upgrade", "pip", "uv"], { env });
  await spawn(join(folder, "new", "bin", "uv"), ["pip", "install", "--quiet", "--python", python, ...PROGRAMS], {
    env,
  });
  await mkdir(join(folder, "making"));
  await rename(join(folder, "making"), join(folder, "whole"));
}
