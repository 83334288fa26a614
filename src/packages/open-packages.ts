import { realpath, rm } from "node:fs/promises";
import { UsageError } from "../errors.js";
import { findInterpreter } from "./find-interpreter.js";
import type { Interpreter } from "./interpreter.js";
import { linkEnvironment } from "./link.js";
import { programsOf } from "./make-environment.js";
import { configurePip } from "./pip-configuration.js";
import { pipAdditions } from "./pip-merge.js";
import { prepareEnvironment } from "./prepare-environment.js";
import { openPypirc, type PypircSession } from "./pypirc.js";
import { pipConfigPath } from "./recover.js";
import type { PackageOptions, PackageSession } from "./session.js";
import { type Slot, takeSlot } from "./slot.js";
import { removeStamp, type StampSource, writeStamp } from "./stamp.js";

/**
 * Makes the build's Python environment ready, or takes the one kept from an earlier run, and configures pip and
 * ~/.pypirc for the length of the run. Null: the machine has no Python, and neither `python` nor `pypi` asks for it
 * (a note says so).
 *
 * @throws UsageError when an interpreter that is asked for is not there, an environment can't be made, or the spec's
 *   `pypi` part can't be put into pip's configuration or ~/.pypirc.
 */
export async function openPackages(options: PackageOptions): Promise<PackageSession | null> {
  const directory = await realpath(options.directory);
  const additions = pipAdditions(options.pypi, directory);
  const interpreter = await interpreterFor(options, directory);
  if (interpreter === null) return null;
  const slot = await takeSlot({ ...options, directory });
  const closers: (() => Promise<void>)[] = [() => slot.lock.release()];
  try {
    const source = { ...options, path: slot.path, interpreter, inputs: options.environmentInputs, directory };
    const pypirc = await pypircFor(options, directory);
    closers.push(async () => pypirc?.close());
    await prepareEnvironment(source, options);
    const link = await linkEnvironment(directory, slot.path);
    if (link !== null) options.note(link);
    const configuration = pipConfigPath(slot.path);
    closers.push(() => rm(configuration, { force: true }));
    const variables = await configurePip(configuration, additions, { options, interpreter });
    return session({ options, slot, source, variables, pypirc, close: once(() => closeAll(closers)) });
  } catch (error) {
    await closeAll(closers);
    throw error;
  }
}

async function interpreterFor(options: PackageOptions, directory: string): Promise<Interpreter | null> {
  const { python: request, environment, platform, cacheDirectory, signal } = options;
  const search = { request, environment, platform, directory, cacheDirectory };
  try {
    return await findInterpreter({ ...search, ...(signal === undefined ? {} : { signal }) });
  } catch (error) {
    const needed = options.pypi !== undefined || request !== null;
    if (needed || !(error instanceof UsageError)) throw error;
    options.note(`${error.message} The commands run without an environment of their own.`);
    return null;
  }
}

async function pypircFor(options: PackageOptions, project: string): Promise<PypircSession | null> {
  const servers = options.pypi?.indexServers ?? [];
  const { home, resolve, note } = options;
  return servers.length === 0 ? null : await openPypirc({ home, project, servers, resolve, note });
}

interface Parts {
  readonly options: PackageOptions;
  readonly slot: Slot;
  readonly source: StampSource;
  readonly variables: Readonly<Record<string, string>>;
  readonly pypirc: PypircSession | null;
  readonly close: () => Promise<void>;
}

function session({ options, slot, source, variables, pypirc, close }: Parts): PackageSession {
  return {
    variables: { VIRTUAL_ENV: slot.path, ...variables },
    remove: ["PYTHONHOME", "__PYVENV_LAUNCHER__"],
    path: [programsOf(slot.path, options.platform)],
    environmentPath: slot.path,
    async enterPhase(phase) {
      if (phase === "install") await removeStamp(slot.path);
      await pypirc?.enterPhase(phase);
    },
    async leavePhase(phase, { succeeded }) {
      await pypirc?.leavePhase(phase);
      if (phase === "install" && succeeded) await writeStamp(source);
    },
    close,
  };
}

// The slot's lock is the first in and the last out: while it is held nobody else touches what belongs to the slot.
async function closeAll(closers: readonly (() => Promise<void>)[]): Promise<void> {
  let failure: unknown;
  for (const closer of closers.toReversed()) {
    await closer().catch((error: unknown) => {
      failure ??= error;
    });
  }
  if (failure !== undefined) throw failure;
}

function once(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= action();
    return running;
  };
}
