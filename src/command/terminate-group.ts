import { type ChildProcess, spawn } from "node:child_process";

/**
 * Ends a child where /proc does not tell of its tree: on macOS its process group, on Windows what taskkill(1) finds below it.
 * Without a child there is nothing to go by.
 */
export async function terminateGroup(options: {
  readonly graceMs: number;
  readonly hurry: AbortSignal;
  readonly child?: ChildProcess;
}): Promise<boolean> {
  const { child, hurry } = options;
  if (!child || child.exitCode !== null || child.signalCode !== null) return true;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  if (child.pid !== undefined) signalGroup(child.pid, "SIGTERM");
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, hurry.aborted ? 0 : options.graceMs);
    hurry.addEventListener("abort", () => resolve(), { once: true });
    void gone.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
  if (child.pid !== undefined) signalGroup(child.pid, "SIGKILL");
  await gone;
  return true;
}

/** Signals a process and those that go with it, as far as the system tells of them. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  if (process.platform === "win32") {
    const force = signal === "SIGKILL" ? ["/F"] : [];
    spawn("taskkill", ["/PID", String(pid), "/T", ...force], { stdio: "ignore" }).on("error", () => {});
    return;
  }
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, signal);
      return;
    } catch {
      // It leads no group: it shares the caller's session. Or it is gone.
    }
  }
}
