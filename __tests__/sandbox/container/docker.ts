import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect } from "@jest/globals";
import { type Daemon, type DaemonOptions, startDaemon } from "./dockerd.js";
import { findObstacle, makeImages } from "./images.js";

const required = process.env.CI === "true" && process.platform === "linux" && process.geteuid?.() === 0;

/** Why docker cannot be tested here; null: it can. */
export const obstacle = findObstacle() ?? missingProgram();
if (obstacle !== null && required) throw new Error(`The tests of containers cannot run: ${obstacle}.`);

function missingProgram(): string | null {
  for (const program of ["dockerd", "containerd", "docker", "ip"])
    if (spawnSync("sh", ["-c", `command -v ${program}`]).status !== 0)
      return `${program} is not installed (docker.io, iproute2)`;
  return null;
}

/** A docker daemon of the tests' own, as long as they run; after each of them no container is left, and no mount. */
export function useDocker(options: DaemonOptions = {}): {
  readonly folder: () => string;
  readonly rootFolder: () => string;
} {
  let daemon: Daemon | null = null;
  const host = process.env.DOCKER_HOST;
  const folder = () => daemon?.folder ?? "";
  beforeAll(async () => {
    if (obstacle !== null) return;
    daemon = await startDaemon(options);
    process.env.DOCKER_HOST = `unix://${daemon.socket}`;
    makeImages(folder(), docker);
  });
  afterEach(() => {
    if (obstacle !== null) return;
    expect(docker("ps", "--all", "--quiet")).toBe("");
    const mounts = readFileSync("/proc/self/mountinfo", "utf8").split("\n");
    const others = mounts.filter((line) => line.includes(folder()) && !line.includes(` ${folder()}/data `));
    expect(others).toEqual([]);
  });
  afterAll(async () => {
    if (host === undefined) delete process.env.DOCKER_HOST;
    else process.env.DOCKER_HOST = host;
    await daemon?.end();
  });
  return { folder, rootFolder: () => join(folder(), "busybox") };
}

/** Calls docker; what it printed. */
export function docker(...args: readonly string[]): string {
  return execFileSync("docker", args, { encoding: "utf8", env: process.env, stdio: ["ignore", "pipe", "pipe"] }).trim();
}
