import { closest } from "../../closest.js";
import type { NamedIndex, PackagePin } from "../model.js";
import { member, type Node, textOf } from "../yaml/node.js";
import { MOST_FINDINGS, type Reading } from "./context.js";

/** Reads the entries of `extra-index-url` that have a name; a name that stands twice is reported. */
export function readNamedIndexes(items: readonly Node[], reading: Reading): readonly NamedIndex[] {
  const names = new Set<string>();
  return items.flatMap((item) => {
    const node = member(item, "name");
    const name = textOf(node);
    const url = textOf(member(item, "url"));
    if (node === undefined || name === undefined || url === undefined) return [];
    if (names.has(name)) {
      const message = `Two entries of \`extra-index-url\` are named ${JSON.stringify(name)}.`;
      reading.report({ offset: node.offset, severity: "error", code: "duplicate-index", message });
    }
    names.add(name);
    return [{ name, url }];
  });
}

/** Reads `packages`: which index each glob of names is pinned to. A name that no index has is reported. */
export function readPins(
  node: Node | undefined,
  indexes: readonly NamedIndex[],
  reading: Reading,
): readonly PackagePin[] {
  if (node?.kind !== "map") return [];
  const known = indexes.map(({ name }) => name);
  const pins: PackagePin[] = [];
  let findings = 0;
  for (const { key: pattern, value } of node.entries.values()) {
    const index = textOf(value);
    if (index === undefined) continue;
    pins.push({ pattern, index });
    if (known.includes(index) || ++findings > MOST_FINDINGS) continue;
    const suggestion = closest(index, known);
    const rest =
      known.length > 0
        ? `Known are ${known.map((name) => `\`${name}\``).join(", ")}.`
        : "Give one its name: `extra-index-url: [{ name: …, url: … }]`.";
    const message = `No entry of \`extra-index-url\` is named ${JSON.stringify(index)}. ${rest}`;
    reading.report({
      offset: value.offset,
      severity: "error",
      code: "unknown-index",
      message,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
  return pins;
}
