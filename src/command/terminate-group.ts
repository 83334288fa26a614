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
  signalGroup(child, "SIGTERM");
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, hurry.aborted ? 0 : options.graceMs);
    hurry.addEventListener("abort", () => resolve(), { once: true });
    void gone.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
  signalGroup(child, "SIGKILL");
  await gone;
  return true;
}

function signalGroup(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    const force = signal === "SIGKILL" ? ["/F"] : [];
    spawn("taskkill", ["/PID", String(child.pid), "/T", ...force], { stdio: "ignore" }).on("error", () => {});
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}
