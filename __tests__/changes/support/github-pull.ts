import { exampleOf, type Json } from "./github-description.js";

/** 40 times the same hexadecimal digit, or a number as a commit. */
export function sha(of: string | number): string {
  return typeof of === "string" ? of.repeat(40) : of.toString(16).padStart(40, "0");
}

export function user(login: string): Json {
  const [review] = exampleOf("pull-request-review-items");
  return { ...review.user, login, html_url: `https://github.com/${login}` };
}

/** An entry of the list of pull requests, in GitHub's own shape: an open one of `author`, without labels or reviewers. */
export function pull(number: number, changed: Json = {}): Json {
  const [simple] = exampleOf("pull-request-simple-items");
  const { head = {}, base = {}, ...others } = changed;
  return {
    ...simple,
    number,
    html_url: `https://github.com/octo/hello/pull/${number}`,
    state: "open",
    title: `Change ${number}`,
    body: "Because.",
    user: user("author"),
    labels: [],
    draft: false,
    auto_merge: null,
    merged_at: null,
    closed_at: null,
    requested_reviewers: [],
    requested_teams: [],
    created_at: "2026-03-01T10:00:00Z",
    updated_at: "2026-03-02T10:00:00Z",
    ...others,
    head: { ...simple.head, ref: "topic", sha: sha("a"), ...head },
    base: { ...simple.base, ref: "main", repo: { ...simple.base.repo, full_name: "octo/hello" }, ...base },
  };
}

export function review(login: string | null, state: string, changed: Json = {}): Json {
  const [example] = exampleOf("pull-request-review-items");
  return {
    ...example,
    user: login === null ? null : user(login),
    state,
    body: "",
    commit_id: sha("a"),
    submitted_at: "2026-03-02T09:00:00Z",
    author_association: "NONE",
    ...changed,
  };
}

export function checkRun(name: string, conclusion: string | null, changed: Json = {}): Json {
  const [example] = exampleOf("check-run-paginated").check_runs;
  return {
    ...example,
    name,
    conclusion,
    status: conclusion === null ? "in_progress" : "completed",
    head_sha: sha("a"),
    started_at: "2026-03-01T10:01:00Z",
    completed_at: conclusion === null ? null : "2026-03-01T10:05:00Z",
    ...changed,
  };
}

export function status(context: string, state: string, changed: Json = {}): Json {
  const [example] = exampleOf("combined-commit-status").statuses;
  return {
    ...example,
    context,
    state,
    url: `https://api.github.com/repos/octo/hello/statuses/${sha("a")}`,
    created_at: "2026-03-01T10:02:00Z",
    updated_at: "2026-03-01T10:02:00Z",
    ...changed,
  };
}

export function issueComment(login: string | null, body: string, changed: Json = {}): Json {
  const [example] = exampleOf("issue-comment-items");
  return {
    ...example,
    user: login === null ? null : user(login),
    body,
    created_at: "2026-03-01T12:00:00Z",
    ...changed,
  };
}

export function lineComment(login: string, body: string, changed: Json = {}): Json {
  const [example] = exampleOf("pull-request-review-comment-items");
  return { ...example, user: user(login), body, created_at: "2026-03-01T13:00:00Z", ...changed };
}
