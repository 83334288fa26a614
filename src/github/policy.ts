import type { Policy, Stage } from "../plan/index.js";
import type { GithubContext } from "./context.js";
import { textAt } from "./payload.js";

type Deploy = "allowed" | "staging only" | "refused";

interface Row {
  /** As docs/secrets.md has it. */
  readonly event: string;
  readonly packageCache: Policy["packageCache"];
  readonly deploy: Deploy;
  /** What a refusal calls the run. */
  readonly subject: string;
}

/** What each event allows; the only such table in the code. docs/secrets.md shows it to users. */
export const POLICY_TABLE = {
  trusted: {
    event: "push to a branch, schedule, workflow_dispatch, repository_dispatch, merge_group",
    packageCache: "read-write",
    deploy: "allowed",
    subject: "this event",
  },
  pullRequest: {
    event: "pull_request, same repository",
    packageCache: "read-write",
    deploy: "staging only",
    subject: "a pull request",
  },
  fork: {
    event: "pull_request, fork",
    packageCache: "read-only",
    deploy: "refused",
    subject: "a pull request from a fork",
  },
  privileged: {
    event: "pull_request_target, workflow_run from a fork, issue_comment",
    packageCache: "off",
    deploy: "refused",
    subject: "an event that others can cause while the workflow has its secrets",
  },
  release: {
    event: "release, tag push",
    packageCache: "off",
    deploy: "allowed",
    subject: "a release",
  },
  followUp: {
    event: "workflow_run, same repository, after an event of the first or the fifth row",
    packageCache: "read-only",
    deploy: "allowed",
    subject: "a workflow_run",
  },
  followUpPullRequest: {
    event: "workflow_run, same repository, after pull_request",
    packageCache: "read-only",
    deploy: "staging only",
    subject: "a workflow_run after a pull request",
  },
  unknown: {
    event: "any other event, or one whose payload is missing or damaged",
    packageCache: "off",
    deploy: "refused",
    subject: "an event that forgexec does not know, or whose payload cannot be read,",
  },
  local: {
    event: "no GitHub (a laptop)",
    packageCache: "read-write",
    deploy: "allowed",
    subject: "this machine",
  },
} as const satisfies Record<string, Row>;

export type PolicyRow = keyof typeof POLICY_TABLE;

const TRUSTED_EVENTS = new Set(["schedule", "workflow_dispatch", "repository_dispatch", "merge_group"]);

/** The row of the table that a run falls under. */
export function policyRow(context: GithubContext): PolicyRow {
  const { event, payload, fork, ref } = context;
  if (!context.inActions) return "local";
  if (event === null || payload === null) return "unknown";
  if (event === "push") return ref?.kind === "tag" ? "release" : ref?.kind === "branch" ? "trusted" : "unknown";
  if (TRUSTED_EVENTS.has(event)) return "trusted";
  if (event === "pull_request") return fork ? "fork" : "pullRequest";
  if (event === "pull_request_target" || event === "issue_comment") return "privileged";
  if (event === "release") return "release";
  if (event === "workflow_run") return fork ? "privileged" : followUpRow(textAt(payload, "workflow_run", "event"));
  return "unknown";
}

/** A workflow that follows another has the trust of what started that one, and may run its code beside the default branch's cache. */
function followUpRow(started: string | null): PolicyRow {
  if (started === null) return "unknown";
  if (started === "push" || started === "release" || TRUSTED_EVENTS.has(started)) return "followUp";
  return started === "pull_request" ? "followUpPullRequest" : "privileged";
}

/** What the event allows; see spec-format, "Policy by event". */
export function policyFor(context: GithubContext): Policy {
  const row: Row = POLICY_TABLE[policyRow(context)];
  const refuse = (what: string) => ({ refused: `${row.subject} may not ${what}${named(context)}.` });
  const unlessRefused = (what: string) => (row.deploy === "refused" ? refuse(what) : "allowed");
  return {
    staging: unlessRefused("deploy"),
    production:
      row.deploy === "allowed" ? "allowed" : refuse(row.deploy === "refused" ? "deploy" : "deploy to production"),
    decryption: unlessRefused("decrypt values"),
    idToken: unlessRefused("use an OIDC token"),
    packageCache: row.packageCache,
  };
}

function named(context: GithubContext): string {
  return context.event === null ? "" : ` (event: ${context.event})`;
}

/** How `package-cache: auto` uses the cache: on GitHub, runs of stages that deploy keep away from what other runs wrote. */
export function packageCacheUse(context: GithubContext, stage: Stage): Policy["packageCache"] {
  return context.inActions && stage !== "execute" ? "off" : policyFor(context).packageCache;
}
