import { randomUUID } from "node:crypto";
import type { AnnotationProperties } from "@actions/core";
import { type Build, SpecError } from "../build/index.js";
import { UsageError } from "../errors.js";
import { printableLines } from "../printable.js";
import { type Diagnostic, renderDiagnostic } from "../spec/index.js";
import type { Edge } from "./edge.js";
import { tellFault } from "./fault.js";
import { inert, undrawn } from "./inert.js";
import type { Inputs } from "./inputs.js";

/** GitHub shows ten errors of a step; the last is the one that says why it failed. */
const MOST_ANNOTATIONS = 9;

type Annotations = Inputs["annotations"];

/** Fails the job for what was thrown: bad usage and a bad spec in words for the user, anything else as a fault of forgexec's own. */
export function tellFailure(
  edge: Edge,
  { error, annotations }: { readonly error: unknown; readonly annotations: Annotations },
): void {
  if (error instanceof SpecError && error.code !== "invalid-spec") {
    tellPlaced(edge, { error, annotations });
    return;
  }
  if (error instanceof SpecError) tellDiagnostics(edge, { found: error, annotations });
  if (error instanceof UsageError) edge.core.setFailed(undrawn(printableLines(error.message)));
  else tellFault(edge, error);
}

/** A sandbox that cannot be had, at the place in the spec that asks for it: its message says all there is. */
function tellPlaced(
  edge: Edge,
  { error, annotations }: { readonly error: SpecError; readonly annotations: Annotations },
): void {
  const [diagnostic] = error.diagnostics;
  const text = undrawn(printableLines(error.message));
  if (annotations === "off" || diagnostic === undefined) edge.core.setFailed(text);
  else {
    edge.core.error(text, { title: "Sandbox", ...placeOf(diagnostic) });
    edge.fail();
  }
}

/** Shows what was found in a spec that runs all the same. */
export function tellWarnings(
  edge: Edge,
  { build, annotations }: { readonly build: Build; readonly annotations: Annotations },
): void {
  tellDiagnostics(edge, { found: build, annotations });
}

function tellDiagnostics(
  edge: Edge,
  options: {
    readonly found: { readonly diagnostics: readonly Diagnostic[]; readonly specText: string };
    readonly annotations: Annotations;
  },
): void {
  const { diagnostics, specText } = options.found;
  if (diagnostics.length === 0) return;
  const texts = diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, specText, { color: "never" }));
  edge.log.write(inert(texts.join("\n"), randomUUID));
  if (options.annotations === "off") return;
  for (const severity of ["error", "warning"] as const) {
    const some = diagnostics.filter((diagnostic) => diagnostic.severity === severity).slice(0, MOST_ANNOTATIONS);
    for (const diagnostic of some) annotate(edge, diagnostic);
  }
}

function annotate({ core }: Edge, diagnostic: Diagnostic): void {
  const { severity, message, suggestion } = diagnostic;
  const hint = suggestion === undefined ? "" : ` Did you mean "${suggestion}"?`;
  core[severity](undrawn(printableLines(message + hint)), {
    title: "Build spec",
    ...placeOf(diagnostic),
  });
}

function placeOf({ file, line, column }: Diagnostic): AnnotationProperties {
  return { file, startLine: line, startColumn: column };
}
