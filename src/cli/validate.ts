import { relative, resolve } from "node:path";
import { UsageError } from "../errors.js";
import { printable } from "../printable.js";
import type { Diagnostic, Spec } from "../spec/index.js";
import type { Define } from "./define.js";
import { EXIT } from "./failure.js";
import type { Cli } from "./io.js";
import { addColorOption, type ColorFlag } from "./options.js";

interface ValidateFlags extends ColorFlag {
  readonly json?: boolean;
}

const EXAMPLES = `
Shows every error and warning, each with its place, and runs nothing. Without FILE it is
.forge.yml in this folder or the nearest one above. Exit code: 2 if anything is an error, else 0.

Examples:
  $ forgexec validate
  $ forgexec validate .forge.yml examples/*/.forge.yml
  $ forgexec validate --json | jq -r '.[].message'`;

export const define: Define = (command, { cli, end }) => {
  command.argument("[file...]", "specs to check").option("--json", "the findings as a JSON array on standard output");
  addColorOption(command);
  command.addHelpText("after", EXAMPLES).action(async (files: string[], flags: ValidateFlags) => {
    end(await validate({ cli, files, flags }));
  });
};

async function validate(options: {
  readonly cli: Cli;
  readonly files: readonly string[];
  readonly flags: ValidateFlags;
}): Promise<number> {
  const { cli, flags } = options;
  const { loadSpec, SPEC_FILE } = await import("../spec/index.js");
  const { printDiagnostics } = await import("./diagnostics.js");
  const all: Diagnostic[] = [];
  const files = options.files.length > 0 ? options.files : await nearestSpec(cli);
  if (files.length === 0) {
    const message = `No .forge.yml in ${cli.cwd} or any folder above it. Write one with 'forgexec init', or name the file to check.`;
    if (!flags.json) throw new UsageError("no-spec", message);
    all.push({ file: SPEC_FILE, line: 1, column: 1, severity: "error", code: "no-spec", message });
  }
  for (const file of files) {
    const { spec, text, diagnostics: ofSpec } = await loadSpec(resolve(cli.cwd, file), file);
    const diagnostics = spec === undefined ? ofSpec : [...ofSpec, ...(await sandboxFindingsOf(spec, text))];
    all.push(...diagnostics);
    if (flags.json) continue;
    printDiagnostics({ diagnostics, specText: text }, { cli, color: flags.color });
    if (!hasErrors(diagnostics)) cli.stdout.write(`${printable(file)}: ${verdict(diagnostics.length)}\n`);
  }
  if (flags.json) cli.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
  return hasErrors(all) ? EXIT.usage : 0;
}

async function sandboxFindingsOf(spec: Spec, text: string): Promise<readonly Diagnostic[]> {
  const asks = [spec, ...Object.values(spec.phases)].some(({ sandbox }) => sandbox !== undefined);
  return asks ? (await import("../build/index.js")).sandboxFindings(spec, text) : [];
}

function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

function verdict(warnings: number): string {
  if (warnings === 0) return "valid";
  return `valid, with ${warnings} ${warnings === 1 ? "warning" : "warnings"}`;
}

/** The nearest spec from here upwards; none: an empty list. */
async function nearestSpec(cli: Cli): Promise<readonly string[]> {
  const { findSpec } = await import("../spec/index.js");
  const found = await findSpec(cli.cwd);
  if (found === undefined) return [];
  const near = relative(cli.cwd, found);
  return [near.startsWith("..") ? found : near];
}
