import { type Plan, type PlanContext, planRun } from "../../src/plan/index.js";
import { parseSpec } from "../../src/spec/index.js";

const missing = (what: string) => ({ missing: `no ${what} here` });

/** The context of a laptop: everything is allowed, nothing is known of GitHub. */
export function createContext(overrides: Partial<PlanContext> = {}): PlanContext {
  return {
    version: "0.0.0",
    stage: "execute",
    directory: "/project",
    platform: "linux",
    variables: {
      commitCount: missing("commit count"),
      pullRequest: missing("pull request"),
      owner: { value: "octo" },
      repo: { value: "tree" },
      sha: { value: "abc123" },
      runId: missing("run"),
      statusUrl: missing("status"),
      installId: missing("installation"),
    },
    policy: {
      staging: "allowed",
      production: "allowed",
      decryption: "allowed",
      idToken: "allowed",
      packageCache: "read-write",
    },
    machineVariables: new Set(),
    phases: [],
    environment: {},
    keepGoing: false,
    ...overrides,
  };
}

/** The plan of a spec's text; a spec with errors fails the test with them. */
export function planOf(text: string, overrides: Partial<PlanContext> = {}): Plan {
  const { spec, diagnostics } = parseSpec(text, ".forge.yml");
  if (spec === undefined) throw new Error(diagnostics.map((found) => `${found.line}: ${found.message}`).join("\n"));
  return planRun(spec, createContext(overrides));
}
