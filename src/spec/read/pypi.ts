import type { IndexServer, Pypi } from "../model.js";
import { member, type Node, textOf } from "../yaml/node.js";
import type { Reading } from "./context.js";
import { readNamedIndexes, readPins } from "./indexes.js";
import { readPassword } from "./value.js";

/** Reads the `pypi` block; undefined where there is none. */
export function readPypi(node: Node | undefined, reading: Reading): Pypi | undefined {
  if (node?.kind !== "map") return undefined;
  const extra = asList(member(node, "extra-index-url"));
  const namedIndexes = readNamedIndexes(extra, reading);
  const indexUrl = textOf(member(node, "index-url"));
  const pip = textOf(member(node, "pip"));
  return {
    indexServers: readServers(member(node, "index-servers"), reading),
    extraIndexUrls: extra.flatMap((item) => textOf(item) ?? textOf(member(item, "url")) ?? []),
    namedIndexes,
    pins: readPins(member(node, "packages"), namedIndexes, reading),
    trustedHosts: texts(member(node, "trusted-host")),
    findLinks: texts(member(node, "find-links")),
    ...(indexUrl === undefined ? {} : { indexUrl }),
    ...(pip === undefined ? {} : { pip }),
  };
}

function readServers(node: Node | undefined, reading: Reading): readonly IndexServer[] {
  if (node?.kind !== "map") return [];
  return [...node.entries.values()].flatMap(({ key: name, value }) => {
    const repository = textOf(member(value, "repository"));
    const username = textOf(member(value, "username"));
    const password = readPassword(member(value, "password"), reading);
    if (repository === undefined) return [];
    return [
      {
        name,
        repository,
        ...(username === undefined ? {} : { username }),
        ...(password === undefined ? {} : { password }),
      },
    ];
  });
}

function asList(node: Node | undefined): readonly Node[] {
  if (!node) return [];
  return node.kind === "list" ? node.items : [node];
}

function texts(node: Node | undefined): readonly string[] {
  return asList(node).flatMap((item) => textOf(item) ?? []);
}
