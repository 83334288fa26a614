import { Composer } from "yaml";
import type { Problem } from "../problem.js";
import { resolveAliases } from "./aliases.js";
import type { Node } from "./node.js";
import { onePerLine, syntaxProblems } from "./syntax.js";
import { untab } from "./tabs.js";
import { DEEPEST, tokenize } from "./tokens.js";
import { toTree } from "./tree.js";

export interface YamlResult {
  /** The document, as far as it could be read. */
  readonly root: Node | undefined;
  readonly problems: readonly Problem[];
  /** The text that the nodes' offsets are of; it differs from what was given where tabs indented lines. */
  readonly text: string;
  readonly originalOffset: (offset: number) => number;
  /** Offset from which on the text was not understood: nothing may be concluded from what is read there. Infinity: nowhere. */
  readonly brokenAt: number;
}

const TAB_WIDTHS = [2, 4, 8, 1];

/**
 * Reads one YAML 1.2 document (core schema, merge keys) and reports everything that is wrong with it as YAML, with
 * offsets of the original text.
 */
export function readYaml(text: string): YamlResult {
  const result = readDocument(text);
  const tabs = result.problems.filter(({ code }) => code === "tab-indentation");
  if (tabs.length === 0) return result;
  for (const width of TAB_WIDTHS) {
    const { text: untabbed, originalOffset } = untab(text, width);
    const again = readDocument(untabbed);
    if (again.brokenAt < Number.POSITIVE_INFINITY) continue;
    const others = again.problems.map((problem) => ({ ...problem, offset: originalOffset(problem.offset) }));
    return { ...again, problems: [...tabs, ...others], originalOffset };
  }
  return { ...result, problems: tabs };
}

function readDocument(text: string): YamlResult {
  const problems: Problem[] = [];
  const error = (offset: number, code: string, message: string) =>
    problems.push({ offset, severity: "error", code, message });
  const whole = { text, originalOffset: (offset: number) => offset, brokenAt: Number.POSITIVE_INFINITY };
  const tokenized = tokenize(text);
  if ("tooDeepAt" in tokenized) {
    error(tokenized.tooDeepAt, "too-deep", `Lists and mappings nest deeper than ${DEEPEST} here.`);
    return { ...whole, root: undefined, problems };
  }
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, merge: true, version: "1.2" });
  const documents = composer.compose(tokenized.tokens, true, text.length);
  const document = documents.next().value;
  const second = documents.next().value;
  if (!document) return { ...whole, root: undefined, problems };

  const syntax = syntaxProblems(document);
  problems.push(...onePerLine(syntax, text));
  for (const { pos, message } of document.warnings.slice(0, 200))
    error(pos[0], "unknown-tag", `${message}. Specs have no tags.`);
  if (second) error(second.range[0], "multiple-documents", "A second document begins here. A spec is one document.");
  const report = (problem: Problem) => problems.push(problem);
  const targets = resolveAliases(document, report);
  const bomb = problems.some(({ code }) => code === "alias-bomb");
  const root = bomb ? undefined : toTree(document, { targets, report });
  return { ...whole, root, problems, brokenAt: Math.min(whole.brokenAt, ...syntax.map(({ offset }) => offset)) };
}
