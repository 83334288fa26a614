import { type Alias, type Document, isAlias, isCollection, isNode, isPair, type Node, visit } from "yaml";
import type { Report } from "../problem.js";

/** How far aliases may multiply what they stand for, reckoned as the yaml library does. */
const MOST_EXPANDED = 100;

interface Anchor {
  readonly node: Node;
  uses: number;
  weight: number | undefined;
}

/** Finds what each alias stands for; reports those without an anchor, those inside their own anchor, and too many. */
export function resolveAliases(document: Document, report: Report): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Anchor>();
  const targets = new Map<Alias, Node>();
  const byAlias = new Map<Alias, Anchor>();

  const weigh = (node: unknown): number => {
    if (isAlias(node)) {
      const anchor = byAlias.get(node);
      return anchor ? anchor.uses * (anchor.weight ?? 1) : 0;
    }
    if (isPair(node)) return Math.max(weigh(node.key), weigh(node.value));
    return isCollection(node) ? node.items.reduce((most: number, item) => Math.max(most, weigh(item)), 0) : 1;
  };

  visit(document, {
    Node(_key, node) {
      if (isAlias(node)) {
        const problem = use(node);
        if (problem) report({ offset: node.range?.[0] ?? 0, severity: "error", ...problem });
        if (problem?.code === "alias-bomb") return visit.BREAK;
      } else if (isNode(node) && node.anchor) {
        anchors.set(node.anchor, { node, uses: 0, weight: undefined });
      }
      return undefined;
    },
  });
  return targets;

  function use(alias: Alias): { code: string; message: string } | undefined {
    const name = alias.source;
    const anchor = anchors.get(name);
    if (!anchor) {
      return { code: "unknown-alias", message: `There is no anchor \`&${name}\` before this alias.` };
    }
    if ((alias.range?.[0] ?? 0) < (anchor.node.range?.[1] ?? 0)) {
      return { code: "circular-alias", message: `The alias \`*${name}\` stands inside its own anchor.` };
    }
    byAlias.set(alias, anchor);
    anchor.uses++;
    anchor.weight ??= Math.max(1, weigh(anchor.node));
    if (anchor.uses * anchor.weight > MOST_EXPANDED) {
      const message = `Aliases multiply the spec too far here: at most ${MOST_EXPANDED} uses of what \`&${name}\` holds, nested ones multiplied.`;
      return { code: "alias-bomb", message };
    }
    targets.set(alias, anchor.node);
    return undefined;
  }
}
