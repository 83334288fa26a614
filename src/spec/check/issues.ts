import type * as z from "zod/mini";
import { closest } from "../../closest.js";
import type { Problem, Report } from "../problem.js";
import { withoutCredentials } from "../redact.js";
import { at, describe, type Node } from "../yaml/node.js";
import { meantKey, unknownKey } from "./keys.js";

type Issue = z.core.$ZodIssue;

/** Turns what the schema finds into findings at the places of the text. */
export function reportIssues(issues: readonly Issue[], root: Node, report: Report): void {
  for (const issue of issues) for (const problem of problems(issue, root)) report(problem);
}

function problems(issue: Issue, root: Node): readonly Problem[] {
  const node = at(root, issue.path);
  const parent = at(root, issue.path.slice(0, -1));
  const last = String(issue.path.at(-1) ?? "");
  const error = (offset: number, code: string, message: string, suggestion?: string): Problem => ({
    offset,
    severity: "error",
    code,
    message,
    ...(suggestion ? { suggestion } : {}),
  });
  if (!node) return [error(parent?.offset ?? 0, "missing-key", `The key \`${last}\` is missing here.`)];
  // What was to be encrypted and is not may be a secret, and so may anything where a password belongs.
  const secret = codeOf(issue) === "not-encrypted" || issue.path.includes("password");
  const shown = secret && node.kind === "scalar" ? "another text" : withoutCredentials(describe(node));
  const found = `Expected ${issue.message}, found ${shown}.`;

  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => {
        const entry = node.kind === "map" ? node.entries.get(key) : undefined;
        return unknownKey(key, issue.message.split(" "), entry?.offset ?? node.offset);
      });
    case "invalid_union": {
      const branch = likeliestBranch(issue.errors);
      if (!branch) return [error(node.offset, "wrong-type", found, listItem(issue.message, node))];
      return branch.flatMap((inner) => problems({ ...inner, path: [...issue.path, ...inner.path] } as Issue, root));
    }
    case "invalid_key": {
      const entry = parent?.kind === "map" ? parent.entries.get(last) : undefined;
      const inner = issue.issues[0];
      return [
        error(
          entry?.offset ?? node.offset,
          codeOf(inner),
          `Expected ${inner?.message}, found ${JSON.stringify(last)}.`,
        ),
      ];
    }
    case "invalid_value":
      if (node.kind !== "scalar" || node.value === null) return [error(node.offset, "wrong-type", found)];
      return [
        error(
          node.offset,
          "bad-value",
          found,
          node.kind === "scalar" ? closest(node.text, issue.values.map(String)) : undefined,
        ),
      ];
    case "too_small":
    case "too_big":
      return [error(node.offset, "out-of-range", found)];
    case "custom": {
      const code = codeOf(issue);
      if (isMisspelt(node, issue.params)) return [];
      return [error(node.offset, code, ofMapping(code, issue.message) ?? found)];
    }
    default:
      return [error(node.offset, "wrong-type", found, listItem(issue.message, node))];
  }
}

/** What a mapping as a whole lacks: that it is one is no news. */
function ofMapping(code: string, expected: string): string | null {
  if (code === "missing-source") return `Expected ${expected}.`;
  return code === "one-of" ? `Expected ${expected} here.` : null;
}

/** Of a union's branches the one that the value was meant for: it is of the right type, and least is wrong with it. */
function likeliestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const count = (issues: readonly Issue[]) =>
    issues.reduce((sum, issue) => sum + (issue.code === "unrecognized_keys" ? issue.keys.length : 1), 0);
  return branches.filter((issues) => !issues.some(isMismatch)).sort((a, b) => count(a) - count(b))[0];
}

function isMismatch(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === "invalid_union") return likeliestBranch(issue.errors) === undefined;
  return issue.code === "invalid_type" || issue.code === "invalid_value";
}

/** Whether the one key that is missing stands there under a wrong name: that is told of the name. */
function isMisspelt(node: Node, params: Record<string, unknown> | undefined): boolean {
  const { keys, known } = (params ?? {}) as { readonly keys?: readonly string[]; readonly known?: readonly string[] };
  if (node.kind !== "map" || !keys || !known) return false;
  const names = [...node.entries.keys()];
  return (
    !names.some((name) => keys.includes(name)) &&
    names.some((name) => !known.includes(name) && keys.includes(meantKey(name, known) ?? ""))
  );
}

function codeOf(issue: Issue | undefined): string {
  return issue?.code === "custom" && typeof issue.params?.code === "string" ? issue.params.code : "bad-value";
}

/** A single command where a list of them belongs is the likeliest slip. */
function listItem(expected: string, node: Node): string | undefined {
  return expected.startsWith("a list of commands") &&
    node.kind === "scalar" &&
    node.value !== null &&
    !node.text.includes("\n")
    ? `- ${node.text.slice(0, 100)}`
    : undefined;
}
