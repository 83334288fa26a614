import type { Diagnostic } from "./diagnostic.js";
import { type Problem, positions, toDiagnostics } from "./problem.js";
import type { Node } from "./yaml/node.js";
import { readYaml } from "./yaml/read.js";

/** A YAML document of another kind than a spec, whose findings are told as a spec's are. */
export interface YamlDocument {
  /** Undefined: nothing could be read, or there is nothing. */
  readonly root: Node | undefined;
  /** Adds a finding at an offset of a node. */
  readonly report: (problem: Problem) => void;
  /** Everything found so far, in the order of the text. */
  readonly diagnostics: () => readonly Diagnostic[];
}

/** Reads one YAML 1.2 document of any shape; never throws. `file` is the name that its findings carry. */
export function openYaml(text: string, file: string): YamlDocument {
  const source = text.replace(/^\ufeff/, "");
  const yaml = readYaml(source);
  const problems: Problem[] = [...yaml.problems];
  return {
    root: yaml.root,
    report: (problem) => {
      // What is read behind a syntax error is not what was meant.
      if (problem.offset < yaml.brokenAt) problems.push({ ...problem, offset: yaml.originalOffset(problem.offset) });
    },
    diagnostics: () => toDiagnostics(problems, file, positions(source)),
  };
}
