import type { Scalar } from "yaml";

/** A part of the spec with its place in the text. Aliases and merge keys are gone; what two places share is one object. */
export type Node = MapNode | ListNode | ScalarNode;

export interface MapNode {
  readonly kind: "map";
  readonly offset: number;
  readonly entries: ReadonlyMap<string, Entry>;
}

export interface Entry {
  readonly key: string;
  readonly offset: number;
  readonly value: Node;
}

export interface ListNode {
  readonly kind: "list";
  readonly offset: number;
  readonly items: readonly Node[];
}

export interface ScalarNode {
  readonly kind: "scalar";
  readonly offset: number;
  readonly value: string | number | boolean | null;
  /** The value as text: a number or boolean as it is written. */
  readonly text: string;
  readonly scalar: Scalar;
}

/** The node as plain data; a part that stands in two places is one object. */
export function toPlain(node: Node, scalar: (node: ScalarNode) => unknown = ({ value }) => value): unknown {
  const done = new Map<Node, unknown>();
  const convert = (part: Node): unknown => {
    if (part.kind === "scalar") return scalar(part);
    const known = done.get(part);
    if (known !== undefined) return known;
    const plain =
      part.kind === "list"
        ? part.items.map(convert)
        : Object.fromEntries([...part.entries.values()].map((entry) => [entry.key, convert(entry.value)]));
    done.set(part, plain);
    return plain;
  };
  return convert(node);
}

/** The node as plain data with numbers and booleans as they are written, so that 3.1 and 3.10 differ. */
export function toWritten(node: Node | undefined): unknown {
  return node ? toPlain(node, ({ value, text }) => (value === null ? null : text)) : null;
}

/** What stands at a path of keys and indices; undefined where there is nothing. */
export function at(root: Node, path: readonly PropertyKey[]): Node | undefined {
  return path.reduce<Node | undefined>((node, part) => {
    if (node?.kind === "list") return node.items[Number(part)];
    return member(node, String(part));
  }, root);
}

/** The entry at a path whose last part is a mapping's key. */
export function entryAt(root: Node, path: readonly PropertyKey[]): Entry | undefined {
  const holder = at(root, path.slice(0, -1));
  return holder?.kind === "map" ? holder.entries.get(String(path.at(-1))) : undefined;
}

/** The entry's value, where the node is a mapping that has the key. */
export function member(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === "map" ? node.entries.get(key)?.value : undefined;
}

/** The scalar's text as written; undefined for null and for what is no scalar. */
export function textOf(node: Node | undefined): string | undefined {
  return node?.kind === "scalar" && node.value !== null ? node.text : undefined;
}

/** What a person would call the node: `a list`, `the number 3`, `nothing`. */
export function describe(node: Node): string {
  if (node.kind === "map") return "a mapping";
  if (node.kind === "list") return "a list";
  if (node.value === null) return "nothing";
  const text = node.text.length > 40 ? `${node.text.slice(0, 40)}…` : node.text;
  return typeof node.value === "string" ? JSON.stringify(text) : `the ${typeof node.value} ${text}`;
}
