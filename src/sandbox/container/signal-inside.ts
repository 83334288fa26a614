import type { KillMarker } from "../../command/index.js";
import type { Engine } from "./engine.js";
import { call } from "./engine-call.js";

/** Signals the processes whose environment has the marker. The shell that runs this has it as an argument only. */
const SCRIPT =
  'cd /proc; for p in [0-9]*; do case "$(cat $p/environ 2>/dev/null | tr "\\0" " ")" in *"$1"*) kill -"$2" $p;; esac; done; :';

const SIGNAL_MS = 20_000;

/**
 * Signals the processes of a command from inside the container: for those whom this process cannot see or may not signal, as under a docker
 * whose service runs as root. As the image's user, who may look at its own, and as root. Where the image has no shell, cat and tr to do that
 * with, SIGKILL is for the whole container: nothing that was to end lives on.
 */
export async function signalInside(
  { engine, name }: { readonly engine: Engine; readonly name: string },
  marker: KillMarker,
  signal: NodeJS.Signals,
): Promise<void> {
  const words = ["sh", "-c", SCRIPT, "sh", `${marker.name}=${marker.value}`, signal.slice(3)];
  const tries = [[], ["--user", "0"]].map((user) => call(engine, ["exec", ...user, name, ...words], SIGNAL_MS));
  const done = await Promise.all(tries);
  if (signal === "SIGKILL" && done.some(({ exitCode }) => exitCode !== 0))
    await call(engine, ["kill", "--signal", "KILL", name], SIGNAL_MS);
}
