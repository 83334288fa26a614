import { type ColorMode, shouldColor } from "../color.js";
import { type Diagnostic, renderDiagnostic } from "../spec/index.js";
import type { Cli } from "./io.js";

/** Shows a spec's findings on standard error, each with its line. */
export function printDiagnostics(
  found: { readonly diagnostics: readonly Diagnostic[]; readonly specText: string },
  view: { readonly cli: Cli; readonly color: ColorMode },
): void {
  const { stderr, environment } = view.cli;
  const color = shouldColor({ mode: view.color, environment, isTTY: stderr.isTTY }) ? "always" : "never";
  for (const diagnostic of found.diagnostics)
    stderr.write(`${renderDiagnostic(diagnostic, found.specText, { color })}\n`);
}
