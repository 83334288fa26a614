import { existsSync } from "node:fs";
import { type CommandResult, guardPlace } from "../../command/index.js";
import { printable } from "../../printable.js";
import { refuse } from "../refuse.js";
import type { Engine } from "./engine.js";
import { engineCommand } from "./engine-call.js";
import { makeFolder, removeFolder, sweepFolders } from "./folder.js";

/** Who waits for an image to be fetched. */
export interface Waiting {
  /** Ends the fetching, and all that was started for it. */
  readonly signal?: AbortSignal | undefined;
  /** Told each line in which the engine says how far it is, as it comes; control characters are shown as escapes. */
  readonly onProgress?: ((line: string) => void) | undefined;
}

/** A registry may be slow, and an image large. */
const PULL_MS = 30 * 60_000;

/** How many lines of its error are told. */
const TOLD = 5;

/** Fetches an image. @throws CommandError `aborted` by the signal, else `spawn` with the engine's own words. */
export async function pullImage(engine: Engine, reference: string, waiting: Waiting): Promise<void> {
  const { pullFolder } = engine;
  if (pullFolder === null || !existsSync(pullFolder)) return pull(engine, reference, waiting);
  // A podman that is ended leaves the layers where they are.
  sweepFolders(pullFolder);
  const folder = makeFolder(pullFolder);
  const remove = () => removeFolder(folder);
  const unguard = guardPlace({ end: async () => remove(), endNow: remove });
  try {
    const environment = { ...engine.environment, TMPDIR: folder };
    await pull({ ...engine, environment }, reference, waiting);
  } finally {
    remove();
    unguard();
  }
}

async function pull(engine: Engine, reference: string, { signal, onProgress }: Waiting): Promise<void> {
  let last: string[] = [];
  const errors: string[] = [];
  const told = (line: string) => {
    const text = printable(line).trimEnd();
    if (text === "") return;
    if (errors.length > 0 || /^error\b/i.test(text)) return void errors.push(text);
    last = [text];
    onProgress?.(text);
  };
  const pulling = engineCommand(engine, () => ["pull", reference])
    // podman's stdout is the image's id, docker's its progress.
    .stdout(engine.name === "docker" ? told : "null")
    .stderr(told)
    .timeout(PULL_MS)
    .allowFailure();
  const pulled = await (signal ? pulling.signal(signal) : pulling).run();
  if (pulled.reason === "aborted")
    throw refuse("aborted", `fetching the image ${reference} was stopped`, { cause: pulled });
  if (pulled.exitCode === 0) return;
  throw refuse(
    "spawn",
    [
      `the image ${reference} is not on this machine, and ${engine.name} could not pull it. ${why(pulled)}`,
      ...(errors.length > 0 ? errors.slice(0, TOLD) : last),
    ].join("\n"),
    { cause: pulled },
  );
}

function why({ timedOut }: Pick<CommandResult, "timedOut">): string {
  if (timedOut) return `It took more than ${PULL_MS / 60_000} minutes.`;
  return "Check its name, the network, and whether the registry wants a login.";
}
