import type { Engine } from "./engine.js";
import { call, saidBy } from "./engine-call.js";

/** Removes a container with all that runs in it; one that is gone already is fine. */
export async function removeContainer(engine: Engine, name: string): Promise<void> {
  const gone = await call(engine, removeArgv(name));
  if (gone.exitCode === 0 || isGone(gone.stderr)) return;
  // An engine that is busy removing it says so; a second try finds it gone.
  const again = await call(engine, removeArgv(name));
  if (again.exitCode !== 0 && !isGone(again.stderr))
    throw new Error(
      `${engine.name} could not remove the container ${name}; remove it by hand: ${engine.name} rm --force ${name}\n${saidBy(again)}`,
    );
}

/** Whether something may still run in a container: also where the engine does not say. */
export async function mayRun(engine: Engine, name: string): Promise<boolean> {
  const seen = await call(engine, ["container", "inspect", "--format", "{{.State.Running}}", name]);
  return seen.exitCode === 0 ? seen.stdout.trim() !== "false" : !isGone(seen.stderr);
}

/** The arguments that have the engine remove a container. */
export function removeArgv(name: string): string[] {
  return ["rm", "--force", "--volumes", name];
}

function isGone(stderr: string): boolean {
  return /no such container|no container with/i.test(stderr);
}
