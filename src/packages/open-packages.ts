import { realpath, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../errors.js";
import { isDeploy } from "../plan/index.js";
import { BuildEnvironment, previewKey } from "./build-environment.js";
import { type ClientSession, clientsFor } from "./client-session.js";
import { freshnessWindow } from "./environment-key.js";
import { findInterpreter } from "./find-interpreter.js";
import { giveTo } from "./give-to.js";
import { findImagePython, ownerIn } from "./image-python.js";
import { installChoices } from "./install-choices.js";
import type { Interpreter } from "./interpreter.js";
import { keepTidy } from "./keep-tidy.js";
import { linkEnvironment } from "./link.js";
import { programsOf } from "./make-environment.js";
import type { PendingSave } from "./package-cache.js";
import { pipAdditions } from "./pip-merge.js";
import { openPypirc, type PypircSession } from "./pypirc.js";
import { shownPypircPath } from "./recover.js";
import type { PackageOptions, PackageSession } from "./session.js";
import { type Slot, slotPath } from "./slot.js";
import type { StampSource } from "./stamp.js";
import { summarise } from "./summarise.js";
import { takePlace } from "./take-place.js";
import { openUpkeep } from "./upkeep.js";

/**
 * Makes the build's Python environment ready: takes the one kept from an earlier run, restores it from the package cache,
 * or makes it; and points pip and the other clients at the package index for the length of the run. Null: the machine has
 * no Python, and neither `python` nor `pypi` asks for it (a note says so).
 *
 * @throws UsageError when an interpreter that is asked for is not there, an environment can't be made, or the spec's
 *   `pypi` part can't be put into pip's configuration or ~/.pypirc.
 */
export async function openPackages(wanted: PackageOptions): Promise<PackageSession | null> {
  const directory = await realpath(wanted.directory);
  pipAdditions(wanted.pypi, directory);
  const interpreter = await interpreterFor(wanted, directory);
  if (interpreter === null) return null;
  const { options, slot, release } = await takePlace({ ...wanted, directory });
  const closers: Closer[] = [release];
  try {
    const pypirc = await pypircFor(options, directory);
    closers.push(async () => pypirc?.close());
    closers.push(() => rm(shownPypircPath(slot.path), { force: true }));
    const clients = await clientsFor({ options, interpreter, slot });
    const pending: PendingSave[] = [];
    let environment: BuildEnvironment | null = null;
    closers.push(async ({ succeeded }) => {
      const made = succeeded && environment?.origin.kind === "made";
      pending.push(...(await clients.close(made ? "everything" : "a part")));
    });
    const source = sourceOf(options, interpreter, slot.path);
    const opened = await BuildEnvironment.open(source, options, () => clients.restore());
    environment = opened;
    closers.push(async (outcome) => {
      pending.push(...(await opened.close(outcome)));
      if (opened.savedKey !== null) await keepTidy(options.cacheDirectory, options.now?.() ?? Date.now());
    });
    const link = await linkEnvironment(directory, slot.path);
    if (link !== null) options.note(link);
    const close = once((outcome: Outcome) => closeAll(closers, outcome));
    return session({ options, interpreter, slot, environment: opened, clients, pypirc, pending, close });
  } catch (error) {
    await closeAll(closers, { succeeded: false });
    throw error;
  }
}

/**
 * Key of the environment that `openPackages` would take or make in the lowest place, for showing it; nothing is made. Null:
 * no interpreter is to be had.
 */
export async function environmentKeyOf(options: PackageOptions): Promise<string | null> {
  try {
    const directory = await realpath(options.directory);
    const interpreter = await interpreterFor(options, directory);
    if (interpreter === null) return null;
    return await previewKey(sourceOf(options, interpreter, slotPath({ ...options, directory }, 0)), options);
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}

function sourceOf(options: PackageOptions, interpreter: Interpreter, path: string): StampSource {
  const { environmentInputs: inputs, directory, platform, cache, now = Date.now } = options;
  const window = freshnessWindow(now(), cache?.freshnessMs ?? 0);
  const choices = installChoices(options.environment, options.specEnvironment ?? {});
  return { path, interpreter, inputs, choices, directory, platform, window };
}

async function interpreterFor(options: PackageOptions, directory: string): Promise<Interpreter | null> {
  const { python: request, environment, platform, cacheDirectory, signal } = options;
  const search = { request, environment, platform, directory, cacheDirectory };
  try {
    if (options.image !== undefined) return await findImagePython(options.image, { request, cacheDirectory, signal });
    return await findInterpreter({ ...search, ...(signal === undefined ? {} : { signal }) });
  } catch (error) {
    const needed = options.pypi !== undefined || request !== null;
    if (needed || !(error instanceof UsageError)) throw error;
    options.note(
      options.image === undefined
        ? `${error.message} The commands run without an environment of their own.`
        : `The image ${options.image.name} has no Python: no environment is made, and the commands run with what the image has.`,
    );
    return null;
  }
}

async function pypircFor(options: PackageOptions, project: string): Promise<PypircSession | null> {
  const servers = options.pypi?.indexServers ?? [];
  const { home, resolve, note } = options;
  return servers.length === 0 ? null : await openPypirc({ home, project, servers, resolve, note });
}

interface Outcome {
  readonly succeeded: boolean;
}

type Closer = (outcome: Outcome) => Promise<void>;

interface Parts {
  readonly options: PackageOptions;
  readonly interpreter: Interpreter;
  readonly slot: Slot;
  readonly environment: BuildEnvironment;
  readonly clients: ClientSession;
  readonly pypirc: PypircSession | null;
  readonly pending: readonly PendingSave[];
  readonly close: (outcome: Outcome) => Promise<void>;
}

function session({ options, interpreter, slot, environment, clients, pypirc, pending, close }: Parts): PackageSession {
  return {
    variables: { VIRTUAL_ENV: slot.path, ...clients.variables, ...environment.variables(options.environment) },
    remove: ["PYTHONHOME", "__PYVENV_LAUNCHER__", ...clients.remove],
    variablesFor: (argv) => clients.variablesFor(argv),
    standIn: (variable) => clients.standIn(variable),
    path: [programsOf(slot.path, options.platform)],
    madeBy: options.image === undefined ? { machine: interpreter.base } : { image: options.image.id },
    environmentPath: slot.path,
    contents: environment.contents,
    index: clients.index,
    places: async (phase) => ({
      environment: slot.path,
      readable: [...clients.places.readable, ...apart(interpreter)],
      writable: clients.places.writable,
      elsewhere: pypirc !== null && isDeploy(phase) ? [await shownPypirc(pypirc, { slot, interpreter, options })] : [],
    }),
    expose: (phase) => environment.expose(phase),
    async enterPhase(phase) {
      if (phase === "install") await environment.beginInstall();
      await pypirc?.enterPhase(phase);
    },
    async leavePhase(phase, { succeeded }) {
      await rm(shownPypircPath(slot.path), { force: true });
      await pypirc?.leavePhase(phase);
      await clients.noteCaches();
      if (phase !== "install" || !succeeded) return;
      await environment.installed();
      if (environment.packedBytes > 0) await refreshWheelhouse(options, interpreter);
    },
    close: (outcome = { succeeded: false }) => close(outcome),
    cache: () => summarise({ cache: options.cache, environment, reused: clients.reused() }),
    pending: () => pending,
  };
}

/** The interpreter's own folder, unless it is the system's: it may lie in a home, which sandboxes hide. */
function apart({ basePrefix, image }: Interpreter): readonly string[] {
  if (image !== undefined) return [];
  return ["/", "/usr", "/usr/local"].includes(basePrefix) ? [] : [basePrefix];
}

/**
 * Writes what commands of a sandbox see as ~/.pypirc: the spec's servers, none of the user's own. Only what is delivered needs them. Mode 0600, as whoever
 * the commands run as; it goes with the phase.
 */
async function shownPypirc(
  pypirc: PypircSession,
  { slot, interpreter, options }: Pick<Parts, "slot" | "interpreter" | "options">,
): Promise<{ readonly source: string; readonly target: string }> {
  const source = shownPypircPath(slot.path);
  await rm(source, { force: true });
  await writeFile(source, pypirc.text(), { flag: "wx", mode: 0o600, encoding: "latin1" });
  await giveTo(source, ownerIn(options.image, interpreter));
  return { source, target: join(interpreter.image?.user.home ?? options.home, ".pypirc") };
}

/** The folder of wheels built from sdists, for whoever names it to find-links: never a reason to fail. */
async function refreshWheelhouse(options: PackageOptions, interpreter: Interpreter): Promise<void> {
  const upkeep = await openUpkeep(options.cacheDirectory);
  await upkeep.wheelhouse(interpreter, options.platform).catch(() => undefined);
}

// The slot's lock is the first in and the last out: while it is held nobody else touches what belongs to the slot.
async function closeAll(closers: readonly Closer[], outcome: Outcome): Promise<void> {
  let failure: unknown;
  for (const closer of closers.toReversed()) {
    await closer(outcome).catch((error: unknown) => {
      failure ??= error;
    });
  }
  if (failure !== undefined) throw failure;
}

function once(action: (outcome: Outcome) => Promise<void>): (outcome: Outcome) => Promise<void> {
  let running: Promise<void> | undefined;
  return (outcome) => {
    running ??= action(outcome);
    return running;
  };
}
