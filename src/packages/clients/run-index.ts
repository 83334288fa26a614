import { createHash } from "node:crypto";
import { UsageError } from "../../errors.js";
import { type LazyIndex, openLazily } from "../index-server/lazy.js";
import type { EngineOptions, IndexPin } from "../index-server/options.js";
import { builtInIndex } from "./built-in-index.js";
import { connectionOf } from "./connection.js";
import type { ClientOptions } from "./model.js";
import { type PipSettings, words } from "./pip-settings.js";
import { DEFAULT_PATH, type ServedIndexes, urlsOf } from "./served-indexes.js";

/** Below the ports that systems hand out by themselves. */
const FIRST_PORT = 18_500;
const PORTS = 4000;

/** An index that lives as long as a run. */
export interface RunIndex {
  readonly lazy: LazyIndex;
  /** The address that stands for an index; the same where none does. */
  standIn(url: string): string;
  /** The address that stands for pip's built-in index; null: there is no pip to ask what that is. */
  readonly builtIn: string | null;
}

export interface RunIndexOptions {
  readonly options: ClientOptions;
  readonly settings: PipSettings;
  readonly indexes: ServedIndexes;
  /** Where it keeps pages and files. */
  readonly store: string;
  /** Awaited before the first request is answered. Never rejects. */
  readonly prepare: () => Promise<void>;
}

/** Binds the index's port. What answers there, and what it needs to know, is loaded and read by the first request. */
export async function openRunIndex({ options, settings, indexes, store, prepare }: RunIndexOptions): Promise<RunIndex> {
  const ask = builtInIndex(options.interpreter, options.environment);
  const pins = pinsOf(options, settings, indexes);
  const lazy = await openLazily({
    ports: portsOf(options),
    note: options.note,
    options: async (): Promise<EngineOptions> => {
      const [connection] = await Promise.all([connectionOf({ ...options, settings }), prepare()]);
      return {
        store,
        upstreams: indexes.served,
        environment: options.environment,
        platform: options.platform,
        mode: options.mode,
        note: options.note,
        ...(options.mode === "offline"
          ? {}
          : {
              fault: (reason: string) => options.note(`The package index had no answer from its upstream: ${reason}.`),
            }),
        reach: "loopback",
        connection,
        pins,
        pipKeeps: "nothing",
        ...(ask === null ? {} : { ask: (ended) => ask(either(ended, options.signal)) }),
      };
    },
  });
  const standIn = (url: string): string => {
    const path = indexes.pathOf(url);
    return path === null ? url : `${lazy.address}${path}`;
  };
  return { lazy, standIn, builtIn: ask === null ? null : `${lazy.address}${DEFAULT_PATH}` };
}

/**
 * The spec's pins by the names that the indexes are served under.
 *
 * @throws UsageError `pins-not-kept` where an index that pip asks itself could be asked for a pinned name
 */
function pinsOf(
  { pypi, indexes: further = [] }: ClientOptions,
  settings: PipSettings,
  indexes: ServedIndexes,
): readonly IndexPin[] {
  const pins = pypi?.pins ?? [];
  if (pins.length === 0) return [];
  const past = [...urlsOf(settings), ...further.flatMap(words)].find((url) => indexes.pathOf(url) === null);
  if (past !== undefined) {
    throw new UsageError(
      "pins-not-kept",
      `pypi.packages: pip asks the index ${withoutCredentials(past)} itself (a folder, a client certificate, a keyring, or plain http from a host that is not trusted), so that a pinned name could reach it. Leave that index or the pins out.`,
    );
  }
  return pins.map(({ pattern, index }) => {
    const served = indexes.served.find(({ label }) => label === index);
    return { pattern, index: served?.name ?? "" };
  });
}

function either(ended: AbortSignal, signal: AbortSignal | undefined): AbortSignal {
  return signal === undefined ? ended : AbortSignal.any([ended, signal]);
}

function withoutCredentials(url: string): string {
  return url.replace(/\/\/[^/]*@/g, "//***@");
}

/**
 * Clients key what they keep by the index's address, so it should be the same in every run: it goes by the cache directory
 * and the slot, and whoever has another directory does not get in the way. The further ones are for another project's
 * run at the same time; 0: any.
 */
function portsOf({ cacheDirectory, slot }: Pick<ClientOptions, "cacheDirectory" | "slot">): readonly number[] {
  const own = createHash("sha256").update(cacheDirectory).digest().readUInt32BE() + slot.number;
  const port = FIRST_PORT + (own % PORTS);
  return [port, port + PORTS, port + 2 * PORTS, 0];
}
