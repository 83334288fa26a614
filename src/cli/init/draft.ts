import { installing } from "./installing.js";
import type { Draft } from "./model.js";
import type { Project } from "./project.js";
import { testing } from "./testing.js";

const MAY_FAIL = "Reported, and no failure yet: remove continue-on-error once it is clean.";

/** Decides what a project's spec says. */
export function draftSpec(project: Project): Draft {
  const installed = installing(project);
  const tested = testing(project, installed);
  const missing = project.linters.map(({ name }) => name).filter((name) => !installed.names.has(name));
  const linters = missing.length === 0 ? [] : [{ command: `pip install ${missing.join(" ")}` }];
  return {
    install: [...installed.steps, ...tested.install, ...linters],
    // A newer linter than the project's, or one that its developers run otherwise, must not keep the tests from running.
    linting: project.linters.map(({ command }) => ({ command, mayFail: true, comment: MAY_FAIL })),
    execute: tested.steps,
    reasons: [
      ...installed.reasons,
      ...project.linters.map(
        ({ name, file }) => `${name} is configured in ${file}: it checks the code in the phase linting.`,
      ),
      ...missing.map((name) => `No list of requirements has ${name}: its newest version is installed.`),
      ...tested.reasons,
    ],
  };
}
