import { type Document, isCollection, isNode, isScalar, visit, type YAMLError, type Node as YamlNode } from "yaml";
import type { Problem } from "../problem.js";

// A text that is no YAML at all can have an error at every other character.
const MOST = 200;

/** The document's syntax errors, each where a person would look for it, one a line: the rest mostly follows from the first. */
export function syntaxProblems(document: Document): readonly Problem[] {
  const ends = document.errors.some(isUnclosed) ? unclosable(document) : [];
  return document.errors.slice(0, MOST).map((error): Problem => {
    const [offset] = error.pos;
    const opened = isUnclosed(error) ? ends.find((node) => node.range?.[1] === offset) : undefined;
    if (opened?.range)
      return syntax(opened.range[0], isScalar(opened) ? "This quote is not closed." : "This bracket is not closed.");
    if (error.code !== "TAB_AS_INDENT") return syntax(offset, sentence(error.message));
    return { ...syntax(offset, "A tab cannot indent in YAML. Use spaces."), code: "tab-indentation" };
  });
}

/** Only the first of the syntax problems that begin on one line. */
export function onePerLine(problems: readonly Problem[], text: string): readonly Problem[] {
  const lineStart = (offset: number) => text.lastIndexOf("\n", offset - 1);
  const seen = new Set<number>();
  return [...problems]
    .sort((a, b) => a.offset - b.offset)
    .filter(({ offset }) => {
      const start = lineStart(offset);
      return !seen.has(start) && seen.add(start);
    });
}

function syntax(offset: number, message: string): Problem {
  return { offset, severity: "error", code: "yaml-syntax", message };
}

function sentence(message: string): string {
  return `This is not YAML: ${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.?$/, ".")}`;
}

function isUnclosed({ message }: YAMLError): boolean {
  return /^Missing closing|^Flow (?:map|sequence) in block collection must|expected flow .* to end with/i.test(message);
}

/** Everything that has an end of its own to be missed: quoted scalars, then flow collections, the innermost first. */
function unclosable(document: Document): readonly YamlNode[] {
  const nodes: YamlNode[] = [];
  visit(document, {
    Node(_key, node) {
      const quoted = isScalar(node) && (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE");
      if (isNode(node) && (quoted || (isCollection(node) && node.flow))) nodes.push(node);
    },
  });
  return nodes.reverse();
}
