import { Composer, type YAMLError } from "yaml";
import type { Problem } from "../problem.js";
import { resolveAliases } from "./aliases.js";
import type { Node } from "./node.js";
import { DEEPEST, tokenize } from "./tokens.js";
import { toTree } from "./tree.js";

export interface YamlResult {
  /** The document, as far as it could be read. */
  readonly root: Node | undefined;
  readonly problems: readonly Problem[];
  /** Offset from which on the text was not understood; nothing may be concluded from what is read there. */
  readonly brokenAt: number;
}

/** Reads one YAML 1.2 document (core schema, merge keys) and reports everything that is wrong with it as YAML. */
export function readYaml(text: string): YamlResult {
  const problems: Problem[] = [];
  const error = (offset: number, code: string, message: string) =>
    problems.push({ offset, severity: "error", code, message });
  const tokenized = tokenize(text);
  if ("tooDeepAt" in tokenized) {
    error(tokenized.tooDeepAt, "too-deep", `Lists and mappings nest deeper than ${DEEPEST} here.`);
    return { root: undefined, problems, brokenAt: 0 };
  }
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, merge: true, version: "1.2" });
  const documents = composer.compose(tokenized.tokens, true, text.length);
  const document = documents.next().value;
  const second = documents.next().value;
  if (!document) return { root: undefined, problems, brokenAt: 0 };

  for (const { code, message, pos } of document.errors) error(pos[0], yamlCode(code), yamlMessage(code, message));
  const brokenAt = Math.min(Number.POSITIVE_INFINITY, ...document.errors.map(({ pos }) => pos[0]));
  for (const { pos, message } of document.warnings) error(pos[0], "unknown-tag", `${message}. Specs have no tags.`);
  if (second) {
    const offset = second.range[0];
    error(offset, "multiple-documents", "A second YAML document begins here. A spec is one document.");
  }
  const report = (problem: Problem) => problems.push(problem);
  const targets = resolveAliases(document, report);
  const root = problems.some(({ code }) => code === "alias-bomb") ? undefined : toTree(document, { targets, report });
  return { root, problems, brokenAt };
}

function yamlCode(code: YAMLError["code"]): string {
  return code === "TAB_AS_INDENT" ? "tab-indentation" : "yaml-syntax";
}

function yamlMessage(code: YAMLError["code"], message: string): string {
  if (code === "TAB_AS_INDENT") return "A tab cannot indent in YAML. Use spaces.";
  return `This is not YAML: ${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.?$/, ".")}`;
}
