import type { Position } from "./model.js";
import { positions } from "./problem.js";
import { at } from "./yaml/node.js";
import { readYaml } from "./yaml/read.js";

/** Where in a spec's text the value of the first of some keys is that are there, each a path of keys; null: none is. */
export function placeOf(text: string, paths: readonly (readonly string[])[]): Position | null {
  const plain = text.replace(/^\ufeff/, "");
  const { root, originalOffset } = readYaml(plain);
  for (const path of paths) {
    const node = root === undefined ? undefined : at(root, path);
    if (node !== undefined) return positions(plain)(originalOffset(node.offset));
  }
  return null;
}
