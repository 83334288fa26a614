import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type YAMLMap, type Node as YamlNode } from "yaml";
import type { Report } from "../problem.js";
import type { Entry, Node } from "./node.js";

interface Context {
  readonly targets: ReadonlyMap<Alias, YamlNode>;
  readonly report: Report;
}

/** The document as nodes that know their places, with aliases and merge keys resolved. Reports bad and duplicate keys. */
export function toTree(document: Document, context: Context): Node | undefined {
  const done = new Map<unknown, Node>();
  return document.contents ? convert(document.contents, document.contents.range?.[0] ?? 0) : undefined;

  function convert(node: unknown, fallback: number): Node {
    if (isAlias(node)) return convert(context.targets.get(node), node.range?.[0] ?? fallback);
    const known = done.get(node);
    if (known) return known;
    const converted = build(node, fallback);
    if (node) done.set(node, converted);
    return converted;
  }

  function build(node: unknown, fallback: number): Node {
    if (isMap(node)) return { kind: "map", offset: start(node, fallback), entries: entries(node) };
    if (isSeq(node)) {
      const offset = start(node, fallback);
      return {
        kind: "list",
        offset,
        items: node.items.map((item) => convert(item, (isScalar(item) && item.range?.[0]) || offset)),
      };
    }
    if (!isScalar(node)) return convert(document.createNode(null), fallback);
    const value = node.value;
    const text = typeof value === "string" ? value : (node.source ?? String(value));
    const plain = ["string", "number", "boolean"].includes(typeof value) ? (value as string | number | boolean) : null;
    return {
      kind: "scalar",
      offset: start(node, fallback),
      value: value === null ? null : (plain ?? text),
      text,
      scalar: node,
    };
  }

  function entries(map: YAMLMap): ReadonlyMap<string, Entry> {
    const own = new Map<string, Entry>();
    const merged = new Map<string, Entry>();
    for (const { key, value } of map.items) {
      const offset = isScalar(key) || isAlias(key) ? (key.range?.[0] ?? map.range?.[0] ?? 0) : (map.range?.[0] ?? 0);
      const name = keyName(key);
      if (name === undefined) {
        const at = isMap(key) || isSeq(key) ? start(key, offset) : offset;
        context.report({ offset: at, severity: "error", code: "bad-key", message: "A key must be a plain text." });
      } else if (isMergeKey(key)) {
        for (const entry of mergedEntries(convert(value, offset)))
          if (!merged.has(entry.key)) merged.set(entry.key, entry);
      } else if (own.has(name)) {
        const message = `The key ${JSON.stringify(name)} stands here a second time.`;
        context.report({ offset, severity: "error", code: "duplicate-key", message });
      } else {
        own.set(name, { key: name, offset, value: convert(value, offset) });
      }
    }
    for (const [name, entry] of merged) if (!own.has(name)) own.set(name, entry);
    return own;
  }

  function mergedEntries(node: Node): readonly Entry[] {
    if (node.kind === "map") return [...node.entries.values()];
    if (node.kind === "list" && node.items.every((item) => item.kind === "map"))
      return node.items.flatMap(mergedEntries);
    const message = "A merge key `<<` takes a mapping (by its alias), or a list of them.";
    context.report({ offset: node.offset, severity: "error", code: "bad-merge", message });
    return [];
  }

  function keyName(key: unknown): string | undefined {
    const node = isAlias(key) ? context.targets.get(key) : key;
    if (!isScalar(node) || node.value === null) return undefined;
    return typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
  }
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.source === "<<" && (key.type === undefined || key.type === "PLAIN");
}

/** Where a node begins; an absent value has no place of its own and takes its key's. */
function start(node: YamlNode, fallback: number): number {
  const range = node.range;
  return range && range[1] > range[0] ? range[0] : fallback;
}
