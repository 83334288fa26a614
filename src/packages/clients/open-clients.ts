import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../../errors.js";
import { giveTo } from "../give-to.js";
import { type Sections, writeIni } from "../ini.js";
import { pipConfigPath } from "../recover.js";
import { asksOwnIndex, bypasses } from "./bypass.js";
import { cacheVariables, pipManners, withoutPlaces } from "./cache-variables.js";
import type { ClientOptions, ClientSettings, ClientUsage } from "./model.js";
import { variablesPastIndex } from "./past-index.js";
import { type PipSettings, pipOption, readPipSettings, words } from "./pip-settings.js";
import { noteCaches, type Places, placesOf, prepareCaches } from "./places.js";
import { environmentsVariable, type PoetrySettings, readPoetrySettings } from "./poetry.js";
import { INDEX_VARIABLES, type PointedPip, pointPip } from "./point-pip.js";
import { pointUv, readUvSettings, type UvSettings } from "./point-uv.js";
import { pipProxy, proxyVariables, usesSocks } from "./proxies.js";
import { openRunIndex, type RunIndex } from "./run-index.js";
import { servedIndexes, usesNoIndex } from "./served-indexes.js";

const NOTHING: ClientUsage = { kept: new Set(), fetched: new Set(), fetchedBytes: 0 };

/** What is known when the clients are told. */
interface Known {
  readonly options: ClientOptions;
  readonly settings: PipSettings;
  readonly places: Places;
  readonly uv: UvSettings;
  readonly poetry: PoetrySettings;
}

/**
 * Points pip, uv, tox, nox, poetry, pdm and build backends at the package index of this run and at the caches that runs
 * share, without changing a command: by a configuration file of pip's (mode 0600), one of uv's, and variables.
 *
 * @throws UsageError `invalid-pip-configuration`, `pins-not-kept`
 */
export async function openClients(given: ClientOptions): Promise<ClientSettings> {
  const environment = given.commandsIn === "image" ? withoutPlaces(given.environment) : given.environment;
  const options = { ...given, environment };
  const places = placesOf(options);
  await rm(places.own, { recursive: true, force: true });
  const [settings, uv, poetry] = await Promise.all([
    readPipSettings(options),
    readUvSettings(options),
    readPoetrySettings(options),
    ...[places.own, places.caches].map((folder) => mkdir(folder, { recursive: true, mode: 0o700 })),
  ]);
  const known = { options, settings, places, uv, poetry };
  const prepare = once(() => prepareCaches(options, places));
  const index = await indexFor(known, prepare);
  const close = once(async () => {
    await index?.lazy.close();
    await rm(pipConfigPath(options.slot.path), { force: true });
    await rm(places.own, { recursive: true, force: true });
  });
  try {
    const told = await tell(known, index);
    for (const given of [...told.places.readable, ...told.places.writable]) await giveTo(given, options.owner ?? null);
    return {
      ...told,
      ready: () => (index === null ? prepare() : index.lazy.ready()),
      noteCaches: () => noteCaches(options, places),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Null: the clients ask the machine's indexes themselves. */
async function indexFor({ options, settings, places }: Known, prepare: () => Promise<void>): Promise<RunIndex | null> {
  const { cache, pypi, note } = options;
  const pinned = (pypi?.pins ?? []).length > 0;
  if ((cache === "off" && !pinned && options.reach !== "only-index") || usesNoIndex(settings)) return null;
  if (usesSocks(settings, pipProxy(settings))) {
    if (pinned)
      throw new UsageError(
        "pins-not-kept",
        "pypi.packages: the package index, which keeps pinned names from other indexes, can't ask through a SOCKS proxy. Name an HTTP proxy, or leave the pins out.",
      );
    note("The package index is not used: it can't ask through a SOCKS proxy.");
    return null;
  }
  const indexes = servedIndexes(settings, {
    named: pypi?.namedIndexes ?? [],
    further: (options.indexes ?? []).flatMap(words),
  });
  return openRunIndex({ options, settings, indexes, store: places.store, prepare });
}

/** Writes the configuration files; gives the variables. */
async function tell(
  known: Known,
  index: RunIndex | null,
): Promise<Omit<ClientSettings, "ready" | "noteCaches" | "close">> {
  const { options, settings, places } = known;
  const pointed = index === null ? asItIs(settings) : pointPip(settings, { of: index.standIn, builtIn: index.builtIn });
  const led = { ...pointed.variables, ...(index === null ? {} : proxyVariables(settings)) };
  const uv = index === null ? {} : await uvVariables(known, index);
  const variables = {
    ...settings.variables,
    ...(options.cache === "on" ? { ...pipManners(settings), ...caches(known) } : {}),
    ...led,
    ...(await writePipConfiguration(options, settings, pointed.sections)),
    ...buildsEnvironment(options),
    ...uv,
  };
  if (index !== null) await tellOfBypasses(known);
  const pinned = (options.pypi?.pins ?? []).length > 0;
  const changed = [...Object.keys(pointed.variables), ...pointed.remove];
  const variablesFor: ClientSettings["variablesFor"] =
    index === null || pinned
      ? () => ({})
      : variablesPastIndex({
          settings,
          directory: options.directory,
          folder: places.own,
          owner: options.owner ?? null,
          changed,
          uv: uv.XDG_CONFIG_DIRS === undefined ? "left-alone" : "pointed",
        });
  return {
    variables,
    remove: pointed.remove,
    variablesFor,
    standIn({ name, value, argv }) {
      const led = index !== null && INDEX_VARIABLES.includes(name) && Object.keys(variablesFor(argv)).length === 0;
      return led ? words(value).map(index.standIn).join(" ") : value;
    },
    index: index === null ? null : index.lazy,
    places: {
      readable: [places.own, ...(settings.files === "off" ? [] : [pipConfigPath(options.slot.path)])],
      writable: [places.caches],
    },
    indexUrl: index === null ? null : (indexesOf(settings, index)?.indexUrl ?? null),
    usage: () => index?.lazy.usage() ?? NOTHING,
  };
}

function asItIs({ sections }: PipSettings): PointedPip {
  return { sections, variables: {}, remove: [] };
}

async function writePipConfiguration(
  { slot, environment }: ClientOptions,
  { files }: PipSettings,
  sections: Sections,
): Promise<Readonly<Record<string, string>>> {
  if (files === "off") return { PIP_CONFIG_FILE: environment.PIP_CONFIG_FILE ?? "" };
  const path = pipConfigPath(slot.path);
  await rm(path, { force: true });
  await writeFile(path, writeIni(sections), { flag: "wx", mode: 0o600 });
  return { PIP_CONFIG_FILE: path };
}

/** What makes clients with projects fill the build's environment, as VIRTUAL_ENV does by itself for pip, `uv pip` and poetry. */
function buildsEnvironment({ environment, slot }: ClientOptions): Readonly<Record<string, string>> {
  return {
    ...(environment.UV_PROJECT_ENVIRONMENT ? {} : { UV_PROJECT_ENVIRONMENT: slot.path }),
    // Of a developer's own environment, which pdm has noted in the project.
    ...(environment.PDM_IGNORE_SAVED_PYTHON || environment.PDM_PYTHON ? {} : { PDM_IGNORE_SAVED_PYTHON: "1" }),
  };
}

function caches({ options, settings, places, uv, poetry }: Known): Readonly<Record<string, string>> {
  const placed = (client: "uv" | "poetry"): boolean => (client === "uv" ? uv.placesCache : poetry.placesCache);
  const sections: Sections = options.commandsIn === "image" ? new Map() : settings.sections;
  const variables = cacheVariables({ settings: { ...settings, sections }, placed, folder: places.caches });
  const own = variables.POETRY_CACHE_DIR === undefined || poetry.placesEnvironments;
  return own ? variables : { ...variables, ...environmentsVariable(options) };
}

/** What stands for the indexes that `pip install` goes by; null: one of them is not served. */
function indexesOf(
  settings: PipSettings,
  { builtIn, standIn, lazy }: RunIndex,
): { readonly indexUrl: string; readonly extraIndexUrls: readonly string[] } | null {
  const own = pipOption(settings, "index-url") ?? pipOption(settings, "pypi-url");
  const indexUrl = own === null ? builtIn : standIn(own);
  const extraIndexUrls = words(pipOption(settings, "extra-index-url")).map(standIn);
  const served = (url: string): boolean => url.startsWith(`${lazy.address}/`);
  return indexUrl !== null && [indexUrl, ...extraIndexUrls].every(served) ? { indexUrl, extraIndexUrls } : null;
}

async function uvVariables(
  { options, settings, uv, places }: Known,
  index: RunIndex,
): Promise<Readonly<Record<string, string>>> {
  const indexes = indexesOf(settings, index);
  // On Windows uv has one fixed place for a system-wide configuration.
  if (uv.own !== null || indexes === null || options.platform === "win32") return {};
  return pointUv(join(places.own, "config"), { options, uv, ...indexes });
}

async function tellOfBypasses({ options, uv }: Known): Promise<void> {
  const { commands = [], isolatedCommands = [], directory, note } = options;
  const own = asksOwnIndex(isolatedCommands);
  const found = [...(await bypasses(commands, directory)), ...own];
  const usesUv = commands.some((argv) => argv.some((word) => /(?:^|[\s\\/])uv(?:\s|$)/.test(word)));
  if (uv.own !== null && usesUv) found.push(`${uv.own}, which says what uv asks`);
  if (found.length === 0) return;
  const cut = own.length > 0 || (await bypasses(isolatedCommands, directory)).length > 0;
  note(`Past the package index of this run go: ${found.join("; ")}.${cut ? ` ${CUT_OFF}` : ""}`);
}

const CUT_OFF =
  "An isolated network reaches nothing but that index. Say `network: undefined` in the `sandbox` of their phase, or install by pip or `uv pip` what they export.";

function once(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= action();
    return running;
  };
}
