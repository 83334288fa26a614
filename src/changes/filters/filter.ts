import type { Change, ChangeStatus, Person } from "../model.js";
import { peopleCalled } from "../people.js";
import { currentVersion } from "../reports/reviews.js";
import { type ApprovalFilter, hasApproval, parseApproval } from "./approval.js";
import { namePattern, pathPattern, type Test } from "./pattern.js";

/** What a change must be to be in a report: of each list one must fit, and an empty list lets everything through. */
export interface FilterOptions {
  readonly statuses: readonly ChangeStatus[];
  readonly projects: readonly string[];
  readonly branches: readonly string[];
  readonly topics: readonly string[];
  readonly owners: readonly string[];
  readonly reviewers: readonly string[];
  readonly messages: readonly string[];
  readonly files: readonly string[];
  readonly approvals: readonly string[];
}

export const NO_FILTER: FilterOptions = {
  statuses: [],
  projects: [],
  branches: [],
  topics: [],
  owners: [],
  reviewers: [],
  messages: [],
  files: [],
  approvals: [],
};

/** @throws UsageError for a bad expression or approval */
export function compileFilter(options: FilterOptions): (change: Change) => boolean {
  const tests: ((change: Change) => boolean)[] = [];
  const add = (values: readonly unknown[], test: (change: Change) => boolean): void => {
    if (values.length > 0) tests.push(test);
  };
  const { statuses, projects, branches, topics, owners, reviewers, messages, files, approvals } = options;
  // GitHub takes a repository's name in any case.
  const project = anyName(
    "--project",
    projects.map((name) => (name.startsWith("^") ? name : name.toLowerCase())),
  );
  const branch = anyName("--branch", branches);
  const topic = anyName("--topic", topics);
  const file = any(files.map((text) => pathPattern("--file", text)));
  const owner = peopleCalled(owners);
  const reviewer = peopleCalled(reviewers);
  const words = messages.map((text) => text.toLowerCase());
  const votes = approvals.map(parseApproval);

  add(statuses, (change) => statuses.includes(change.status));
  add(projects, (change) => project(change.project) || project(change.project.toLowerCase()));
  add(branches, (change) => branch(change.branch));
  add(topics, (change) => change.topic !== null && topic(change.topic));
  add(owners, (change) => owner.has(change.owner));
  add(reviewers, (change) => reviewersOf(change).some((person) => reviewer.has(person)));
  add(messages, (change) => says(change, words));
  add(files, (change) => (change.files ?? []).some(file));
  add(approvals, (change) => hasOne(change, votes));
  return (change) => tests.every((test) => test(change));
}

function any(tests: readonly Test[]): Test {
  return (text) => tests.some((test) => test(text));
}

function anyName(option: string, texts: readonly string[]): Test {
  return any(texts.map((text) => namePattern(option, text)));
}

function reviewersOf(change: Change): readonly (Person | null)[] {
  const voters = change.versions.flatMap(({ votes }) => votes.filter(({ column }) => column === "reviews"));
  return [...change.reviewers, ...voters.map(({ by }) => by)];
}

function says({ subject, message }: Change, words: readonly string[]): boolean {
  const text = `${subject}\n${message}`.toLowerCase();
  return words.some((word) => text.includes(word));
}

function hasOne(change: Change, votes: readonly ApprovalFilter[]): boolean {
  const current = currentVersion(change);
  return votes.some((vote) => hasApproval(current, vote));
}
