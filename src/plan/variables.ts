import { UsageError } from "../errors.js";
import {
  findVariables,
  type PhaseName,
  type Position,
  substitute,
  substituteInScript,
  type VariableName,
} from "../spec/index.js";
import type { ForgeVariables, Known } from "./context.js";
import type { Stage } from "./model.js";
import { actionOf } from "./stages.js";

/** Fills in `{forge-…}` for one phase. */
export interface Filler {
  /** Replaces the variables in a text; one without a value is a UsageError that says how to provide it. */
  fill(text: string, at: Position): string;
  /** As `fill`, in a script for a shell: values are quoted. */
  fillScript(script: string, at: Position): string;
}

export function fillerFor(file: string, stage: Stage, phase: PhaseName, variables: ForgeVariables): Filler {
  const known: Readonly<Record<VariableName, Known>> = {
    "forge-action": { value: actionOf(stage, phase) },
    "forge-commit-count": variables.commitCount,
    "forge-pull-request": variables.pullRequest,
    "forge-owner": variables.owner,
    "forge-repo": variables.repo,
    "forge-sha": variables.sha,
    "forge-run-id": variables.runId,
  };
  const valuesOf = (text: string, at: Position): Readonly<Record<string, string>> => {
    const values: Partial<Record<VariableName, string>> = {};
    for (const { name } of findVariables(text)) {
      const variable = known[name as VariableName];
      if (variable === undefined) continue;
      if ("missing" in variable) {
        const where = `${file}:${at.line}:${at.column}`;
        throw new UsageError("variable-without-value", `${where}: {${name}} has no value here: ${variable.missing}`);
      }
      values[name as VariableName] = variable.value;
    }
    return values;
  };
  return {
    fill: (text, at) => substitute(text, valuesOf(text, at)),
    fillScript: (script, at) => substituteInScript(script, valuesOf(script, at)),
  };
}

/** The FORGE_* variables that commands of a phase get; one without a value is absent. */
export function forgeEnvironment(stage: Stage, phase: PhaseName, variables: ForgeVariables): Record<string, string> {
  const known: Readonly<Record<string, Known>> = {
    FORGE_ACTION: { value: actionOf(stage, phase) },
    FORGE_PULL_REQUEST: variables.pullRequest,
    FORGE_OWNER: variables.owner,
    FORGE_REPO: variables.repo,
    FORGE_SHA: variables.sha,
    FORGE_STATUS_URL: variables.statusUrl,
    FORGE_COMMIT_COUNT: variables.commitCount,
    FORGE_INSTALL_ID: variables.installId,
  };
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, entry]) => ("value" in entry ? [[name, entry.value]] : [])),
  );
}
