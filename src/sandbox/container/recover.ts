import type { Engine } from "./engine.js";
import { call } from "./engine-call.js";
import { containerName, isFolderName, removeFolder } from "./folder.js";
import { isAbandoned } from "./labels.js";
import type { Caller } from "./lending.js";
import { forgetContainer, type NotedContainer } from "./notes.js";
import { mayRun, removeContainer } from "./remove-container.js";
import { takeBack } from "./take-back.js";

/** What became of an engine's containers whose processes were killed. */
export interface Removal {
  /** How many are gone. */
  readonly removed: number;
  /** The names of those that could not be removed and may still run. */
  readonly running: ReadonlySet<string>;
}

/**
 * Removes an engine's containers of forgexec processes that were killed: those that are noted, and others of forgexec's name, which no image
 * can give itself, by their labels. Those of live processes stay. null: the engine does not answer.
 */
export async function removeAbandoned(engine: Engine, noted: readonly NotedContainer[] = []): Promise<Removal | null> {
  const names = await namesIn(engine);
  if (names === null) return null;
  const known = new Set(noted.map(({ place }) => containerName(place)));
  const running = new Set<string>();
  let removed = 0;
  for (const name of names) {
    if (!known.has(name) && !isAbandoned(await labelsOf(engine, name), engine)) continue;
    try {
      await removeContainer(engine, name);
      removed += 1;
    } catch {
      // The next run tries it again.
      if (await mayRun(engine, name)) running.add(name);
    }
  }
  return { removed, running };
}

/**
 * Removes an engine's abandoned containers, and puts right what is left of those that are noted, but for one that may still run: it has what
 * was lent to it in use. How many were removed.
 */
export async function recoverNoted(caller: Caller, noted: readonly NotedContainer[]): Promise<number> {
  const removal = await removeAbandoned(caller.engine, noted);
  if (removal === null) return 0;
  for (const container of noted)
    if (!removal.running.has(containerName(container.place))) settleAbandoned(container, caller);
  return removal.removed;
}

/** Also where there was no container any more: its process was killed after it had removed that, or its storage is gone, too. */
function settleAbandoned({ place, loan }: NotedContainer, caller: Caller): void {
  try {
    if (loan) takeBack(loan, place, caller);
  } finally {
    removeFolder(place);
    forgetContainer(place);
  }
}

async function namesIn(engine: Engine): Promise<readonly string[] | null> {
  const argv = ["ps", "--all", "--filter", "name=^/?forgexec-container-", "--format", "{{.Names}}"];
  const listed = await call(engine, argv);
  return listed.exitCode === 0 ? listed.stdout.split("\n").filter(isFolderName) : null;
}

/** One that has just gone cannot be looked at. */
async function labelsOf(engine: Engine, name: string): Promise<unknown> {
  const seen = await call(engine, ["container", "inspect", "--format", "{{json .Config.Labels}}", name]);
  try {
    return JSON.parse(seen.stdout);
  } catch {
    return null;
  }
}
