import type { IndexServer, Pypi } from "../model.js";
import { member, type Node, textOf } from "../yaml/node.js";
import { type Reading, refuse, refuseKeys } from "./context.js";
import { readPassword } from "./value.js";

/** Reads the `pypi` block; undefined where there is none. */
export function readPypi(node: Node | undefined, reading: Reading): Pypi | undefined {
  if (node?.kind !== "map") return undefined;
  refuseKeys(node, ["packages"], reading);
  const extra = node.entries.get("extra-index-url");
  const named = asList(extra?.value).find(({ kind }) => kind === "map");
  if (named) refuse("An entry of `extra-index-url` with a name", named.offset, reading);
  const indexUrl = textOf(member(node, "index-url"));
  const pip = textOf(member(node, "pip"));
  return {
    indexServers: readServers(member(node, "index-servers"), reading),
    extraIndexUrls: texts(extra?.value),
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
