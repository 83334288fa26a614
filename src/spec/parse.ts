import { reportIssues } from "./check/issues.js";
import type { Diagnostic } from "./diagnostic.js";
import { PHASES, type Position, type Spec } from "./model.js";
import { type Problem, positions, toDiagnostics } from "./problem.js";
import { readSpec } from "./read/spec.js";
import { specSchema } from "./schema/spec.js";
import { describe, member, type Node, toPlain } from "./yaml/node.js";
import { readYaml } from "./yaml/read.js";

/** The largest spec that is read, in bytes. */
export const LARGEST_SPEC = 1024 * 1024;

export interface ParsedSpec {
  /** Undefined if any diagnostic is an error. */
  readonly spec: Spec | undefined;
  /** Everything that was found, errors and warnings, in the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a build spec. Never throws: whatever is wrong with the text is in the diagnostics, all of it at once. `file` is
 * the name that they carry.
 */
export function parseSpec(text: string, file: string): ParsedSpec {
  return parse(text.replace(/^\ufeff/, ""), file);
}

function parse(text: string, file: string): ParsedSpec {
  const positionOf = positions(text);
  const problems: Problem[] = [];
  const spec = Buffer.byteLength(text) > LARGEST_SPEC ? tooLarge(problems) : read({ text, file, positionOf }, problems);
  const failed = problems.some(({ severity }) => severity === "error");
  return { spec: failed ? undefined : spec, diagnostics: toDiagnostics(problems, file, positionOf) };
}

interface Source {
  readonly text: string;
  readonly file: string;
  readonly positionOf: (offset: number) => Position;
}

function tooLarge(problems: Problem[]): undefined {
  problems.push({ offset: 0, severity: "error", code: "too-large", message: "The spec is larger than 1 MiB." });
}

function read({ text, file, positionOf }: Source, problems: Problem[]): Spec | undefined {
  const yaml = readYaml(text);
  for (const problem of yaml.problems) problems.push(problem);
  // Where something is wrong as YAML, what else seems wrong follows from it.
  const known = new Set(yaml.problems.map((problem) => problem.offset));
  const report = (problem: Problem) => {
    const offset = yaml.originalOffset(problem.offset);
    if (problem.offset < yaml.brokenAt && !known.has(offset)) problems.push({ ...problem, offset });
  };
  const { root } = yaml;
  if (!root) {
    if (problems.length === 0) problems.push(empty());
    return undefined;
  }
  if (root.kind !== "map") {
    const nothing = root.kind === "scalar" && root.value === null;
    if (nothing && problems.length === 0) problems.push(empty());
    else if (!nothing) report(notAMapping(root.offset, describe(root)));
    return undefined;
  }
  const checked = specSchema.safeParse(toPlain(root));
  if (!checked.success) reportIssues(checked.error.issues, root, report);
  const spec = readSpec(root, file, { text: yaml.text, report, positionOf });
  const whole = yaml.brokenAt === Number.POSITIVE_INFINITY;
  if (whole && !hasPhase(root) && !problems.some(hidesPhase)) problems.push(noPhase(root.offset));
  return spec;
}

/** Whether anything stands in any phase, be it right or wrong. */
function hasPhase(root: Node): boolean {
  return PHASES.some((name) => {
    const [first = "", second] = name.split("/");
    const outer = member(root, first);
    return hasContent(second !== undefined && outer?.kind === "map" ? member(outer, second) : outer);
  });
}

/** Whether a finding tells why a phase that was meant is not there. */
function hidesPhase({ code, suggestion }: Problem): boolean {
  return (
    code === "unknown-alias" || (code === "unknown-key" && PHASES.some((name) => name.split("/")[0] === suggestion))
  );
}

function hasContent(node: Node | undefined): boolean {
  if (node?.kind === "map") return hasContent(member(node, "steps"));
  return node?.kind === "list" ? node.items.length > 0 : node !== undefined && node.value !== null;
}

function empty(): Problem {
  const message = "The spec is empty. It needs a phase with commands, such as `execute: [pytest]`.";
  return { offset: 0, severity: "error", code: "empty-spec", message };
}

function notAMapping(offset: number, found: string): Problem {
  const message = `Expected a mapping with phases such as \`execute\`, found ${found}.`;
  return { offset, severity: "error", code: "wrong-type", message };
}

function noPhase(offset: number): Problem {
  const message =
    "The spec has neither `execute` nor any other phase with commands: install, linting, execute, staging or production.";
  return { offset, severity: "error", code: "no-phase", message };
}
