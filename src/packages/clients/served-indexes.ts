import { existsSync } from "node:fs";
import { isIP } from "node:net";
import { delimiter, isAbsolute, join } from "node:path";
import type { NamedIndex } from "../../spec/index.js";
import { parseRoot, type Root } from "../index-server/upstream.js";
import { isOn, type PipSettings, pipOption, words } from "./pip-settings.js";

/** An index that is served on loopback in an upstream's stead. */
export interface ServedIndex {
  /** As in `/NAME/simple/`; null: the one that pip has built in. */
  readonly name: string | null;
  /** Null: pip is asked. May hold credentials. */
  readonly url: string | null;
  /** What the spec calls it. */
  readonly label: string | null;
}

/** Which of pip's indexes are served on loopback. */
export interface ServedIndexes {
  readonly served: readonly ServedIndex[];
  /** The path of an index's stand-in, begins and ends with a slash; null: the index stays as it is. */
  pathOf(url: string): string | null;
}

/** Options of pip that name indexes. */
export const INDEX_OPTIONS = ["index-url", "pypi-url", "extra-index-url"] as const;

/** The path under which pip's built-in index is served. */
export const DEFAULT_PATH = "/simple/";

/**
 * Chooses what stands in for each index that pip is configured with. A stand-in's name holds a hash of the upstream's
 * address: clients key what they keep by the address on loopback, and what came from one index must not be taken for
 * another's of the same name.
 */
export function servedIndexes(
  settings: PipSettings,
  { named, further }: { readonly named: readonly NamedIndex[]; readonly further: readonly string[] },
): ServedIndexes {
  const byId = new Map<string, ServedIndex & { readonly root: Root }>();
  for (const url of [...urlsOf(settings), ...further, ...named.map((each) => each.url)]) {
    const root = mirrorable(url, settings);
    if (root === null) continue;
    const known = byId.get(root.id);
    if (known !== undefined && (known.root.authorization !== null || root.authorization === null)) continue;
    const label = named.find((each) => mirrorable(each.url, settings)?.id === root.id)?.name ?? null;
    byId.set(root.id, { name: `${label ?? "index"}-${root.id.slice(0, 8)}`, url, label, root });
  }
  return {
    served: [{ name: null, url: null, label: null }, ...[...byId.values()].map(({ root: _root, ...index }) => index)],
    pathOf(url) {
      const root = mirrorable(url, settings);
      const index = root === null ? undefined : byId.get(root.id);
      return index === undefined ? null : `/${index.name}/simple/`;
    },
  };
}

/** Every index that pip is configured with, anywhere. */
export function urlsOf({ sections, environment }: PipSettings): readonly string[] {
  const variables = [environment.PIP_INDEX_URL, environment.PIP_PYPI_URL, environment.PIP_EXTRA_INDEX_URL];
  const options = [...sections.values()].flatMap((section) => INDEX_OPTIONS.map((option) => section.get(option)));
  return [...variables, ...options].flatMap(words);
}

/** An index that can be asked in pip's stead; null: pip has to ask it, or would refuse to. */
function mirrorable(url: string, settings: PipSettings): Root | null {
  let root: Root;
  try {
    root = parseRoot(url);
  } catch {
    return null;
  }
  const { protocol, hostname, host, username, password } = new URL(url);
  if (protocol === "http:" && !isLoopback(hostname) && !isTrusted({ hostname, host }, settings)) return null;
  if (protocol === "https:" && pipOption(settings, "client-cert") !== null) return null;
  if (password === "" && asksKeyring(settings, username)) return null;
  return root;
}

/** pip looks into the keyring where it is told to; left to itself, if there is one, for a user without a password. */
function asksKeyring(settings: PipSettings, username: string): boolean {
  const provider = pipOption(settings, "keyring-provider") ?? "auto";
  if (provider !== "auto") return provider !== "disabled";
  if (username === "") return false;
  const folders = (settings.environment.PATH ?? "").split(delimiter).filter(isAbsolute);
  return folders.some((folder) => existsSync(join(folder, "keyring")) || existsSync(join(folder, "keyring.exe")));
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || (isIP(hostname) === 4 && hostname.startsWith("127."));
}

function isTrusted(
  { hostname, host }: { readonly hostname: string; readonly host: string },
  settings: PipSettings,
): boolean {
  const trusted = words(pipOption(settings, "trusted-host")).map((each) => each.toLowerCase());
  return trusted.includes(hostname) || trusted.includes(host);
}

/** Whether pip is told to use no index at all: nothing is changed then. */
export function usesNoIndex(settings: PipSettings): boolean {
  return isOn(settings, "no-index");
}
