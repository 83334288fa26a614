import { installing } from "./installing.js";
import type { Draft, DraftStep } from "./model.js";
import type { Linter, Project } from "./project.js";
import { testing } from "./testing.js";

/** Decides what a project's spec says. */
export function draftSpec(project: Project): Draft {
  const installed = installing(project);
  const tested = testing(project, installed);
  const missing = project.linters.filter(({ name }) => !installed.names.has(name));
  const install = [...installed.steps, ...tested.install];
  if (missing.length > 0) install.push({ command: `pip install ${missing.map(({ name }) => name).join(" ")}` });
  return {
    install,
    linting: project.linters.map((linter) => lintStep(linter, missing)),
    execute: tested.steps,
    reasons: [
      ...installed.reasons,
      ...project.linters.map(
        ({ name, file }) => `${name} is configured in ${file}: it checks the code in the phase linting.`,
      ),
      ...missing.map(
        ({ name }) =>
          `Nothing that is installed brings ${name}: its newest version is, and what it finds does not fail the build yet.`,
      ),
      ...tested.reasons,
    ],
  };
}

function lintStep({ name, command }: Linter, missing: readonly Linter[]): DraftStep {
  if (!missing.some((other) => other.name === name)) return { command };
  return {
    command,
    mayFail: true,
    comment: `The project pins no ${name}: a new version may find new faults. Remove continue-on-error once it is clean.`,
  };
}
