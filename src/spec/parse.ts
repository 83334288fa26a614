import { reportIssues } from "./check/issues.js";
import type { Diagnostic } from "./diagnostic.js";
import type { Spec } from "./model.js";
import { type Problem, positions, toDiagnostics } from "./problem.js";
import { readSpec } from "./read/spec.js";
import { specSchema } from "./schema/spec.js";
import { describe, toPlain } from "./yaml/node.js";
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
  const positionOf = positions(text);
  const problems: Problem[] = [];
  const spec = Buffer.byteLength(text) > LARGEST_SPEC ? tooLarge(problems) : read(text, file, problems);
  const failed = problems.some(({ severity }) => severity === "error");
  return { spec: failed ? undefined : spec, diagnostics: toDiagnostics(problems, file, positionOf) };
}

function tooLarge(problems: Problem[]): undefined {
  problems.push({ offset: 0, severity: "error", code: "too-large", message: "The spec is larger than 1 MiB." });
}

function read(text: string, file: string, problems: Problem[]): Spec | undefined {
  const yaml = readYaml(text);
  problems.push(...yaml.problems);
  const report = (problem: Problem) => {
    if (problem.offset < yaml.brokenAt) problems.push(problem);
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
  const spec = readSpec(root, file, { text, report, positionOf: positions(text) });
  if (Object.keys(spec.phases).length === 0 && problems.length === 0) problems.push(noPhase(root.offset));
  return spec;
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
