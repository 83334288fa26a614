import type { Position } from "./model.js";
import { positions } from "./problem.js";
import { at, entryAt } from "./yaml/node.js";
import { readYaml } from "./yaml/read.js";

/** Where in a spec's text the first of some values is that are there, or its key, each a path of keys and indices; null: none is. */
export function placeOf(
  text: string,
  paths: readonly (readonly (string | number)[])[],
  part: "value" | "key" = "value",
): Position | null {
  const plain = text.replace(/^\ufeff/, "");
  const { root, originalOffset } = readYaml(plain);
  for (const path of paths) {
    const found = root && (part === "value" ? at(root, path) : entryAt(root, path));
    if (found !== undefined) return positions(plain)(originalOffset(found.offset));
  }
  return null;
}
