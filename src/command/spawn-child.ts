import type { ChildProcess } from "node:child_process";
import { parentEnvironment } from "./environment.js";
import type { Launch } from "./launcher.js";
import { spawnError } from "./refusal.js";
import type { Settings } from "./settings.js";
import { startChild } from "./start-child.js";
import type { Slot } from "./wiring.js";

/** Spawns what was planned. Throws the CommandError that says why nothing was started. */
export async function spawnChild(
  settings: Settings,
  launch: Launch,
  stdio: readonly Slot[],
): Promise<{ readonly child: ChildProcess; readonly pid: number }> {
  try {
    const child = await startChild(launch.file, launch.args, {
      ...(launch.argv0 === null ? {} : { argv0: launch.argv0 }),
      stdio: [...stdio],
      detached: hasOwnSession(settings),
      windowsHide: true,
      ...launch.ids,
      // A daemon's is the root folder, so that it keeps no file system from being unmounted.
      cwd: settings.daemonize ? "/" : (settings.cwd ?? undefined),
      env: settings.environment === null ? parentEnvironment() : Object.fromEntries(settings.environment),
    });
    return { child, pid: child.pid };
  } catch (error) {
    throw spawnError(settings, error as NodeJS.ErrnoException);
  }
}

/** A command that shares the terminal stays in its session: Ctrl-C and job control reach it there. */
export function hasOwnSession(settings: Settings): boolean {
  if (process.platform === "win32") return false;
  return settings.session === null ? settings.stdin.type !== "inherit" : settings.session === "new";
}
