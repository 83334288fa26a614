import { stringify } from "yaml";
import type { Draft, DraftStep } from "./model.js";

/** Not every machine has a program of the name python. */
const ENVIRONMENT = '\n# An environment of the build\'s own, as `install` would make it.\npython: "3"\n';

/** The spec's text, with the comments that tell what is worth knowing. */
export function specText(draft: Draft): string {
  const phases = [
    { name: "install", steps: draft.install },
    { name: "linting", steps: draft.linting },
    { name: "execute", steps: draft.execute },
  ];
  const head = "# The build of this project: `forgexec run` runs it here, `uses: forgexec/forgexec@v1` on GitHub.\n";
  return (
    head +
    (draft.install.length === 0 ? ENVIRONMENT : "") +
    phases
      .filter(({ steps }) => steps.length > 0)
      .map(({ name, steps }) => phaseText(name, steps))
      .join("")
  );
}

function phaseText(name: string, steps: readonly DraftStep[]): string {
  return `\n${name}:\n${steps.map(stepText).join("")}`;
}

function stepText({ command, comment, mayFail }: DraftStep): string {
  const above = comment === undefined ? "" : `  # ${comment}\n`;
  const value = stringify(command, { lineWidth: 0 }).trimEnd();
  return mayFail ? `${above}  - run: ${value}\n    continue-on-error: true\n` : `${above}  - ${value}\n`;
}
