import { expect, test } from "@jest/globals";
import { compileFilter, type FilterOptions, NO_FILTER } from "../../src/changes/filters/filter.js";
import { change, person, versions } from "./support/build.js";

const one = change({
  status: "merged",
  project: "Acme/Web",
  branch: "stable/9",
  topic: "speed",
  subject: "Read faster",
  message: "It was SLOW.",
  owner: { login: null, name: "Ann Other", email: "ann@example.org" },
  reviewers: [person("rita")],
  versions: versions([["old +2"], ["bob -1", "? +1 tests"]]),
  files: ["src/read/file.py", "docs/index.md"],
});

const fits = (filter: Partial<FilterOptions>): boolean => compileFilter({ ...NO_FILTER, ...filter })(one);

test.each<[Partial<FilterOptions>, boolean]>([
  [{}, true],
  [{ statuses: ["open", "merged"] }, true],
  [{ statuses: ["open"] }, false],
  [{ projects: ["acme/web"] }, true],
  [{ projects: ["acme"] }, false],
  [{ projects: ["^acme/.*"] }, true],
  [{ branches: ["stable/9"] }, true],
  [{ branches: ["stable"] }, false],
  [{ branches: ["main", "^stable/"] }, true],
  [{ topics: ["speed"] }, true],
  [{ topics: ["^slow"] }, false],
  [{ owners: ["ann other"] }, true],
  [{ owners: ["ann@example.org"] }, true],
  [{ owners: ["ann"] }, false],
  [{ reviewers: ["rita"] }, true],
  [{ reviewers: ["bob"] }, true],
  [{ reviewers: ["old"] }, true],
  [{ reviewers: ["eve"] }, false],
  [{ messages: ["slow"] }, true],
  [{ messages: ["FASTER"] }, true],
  [{ messages: ["slower"] }, false],
  [{ files: ["^docs/"] }, true],
  [{ files: ["read/f"] }, true],
  [{ files: ["\\.rs$"] }, false],
  [{ files: ["*.py"] }, true],
  [{ files: ["src/**/*.md"] }, false],
  [{ files: ["**/index.*"] }, true],
  [{ approvals: ["reviews=-1"] }, true],
  [{ approvals: ["Code-Review-1"] }, true],
  [{ approvals: ["-1"] }, true],
  [{ approvals: ["+2"] }, false],
  [{ approvals: ["verified=+1"] }, true],
  [{ approvals: ["tests"] }, true],
  [{ approvals: ["workflow"] }, false],
  [{ approvals: ["workflow", "tests:1"] }, true],
  [{ branches: ["stable/9"], owners: ["eve"] }, false],
])("%j: %j", (filter, expected) => {
  expect(fits(filter)).toBe(expected);
});

test("a change whose files are not known has none", () => {
  expect(compileFilter({ ...NO_FILTER, files: ["."] })(change())).toBe(false);
});

test.each<[Partial<FilterOptions>, string]>([
  [{ files: ["("] }, '--file: "(" is no regular expression'],
  [{ branches: ["^["] }, '--branch: "^[" is no regular expression'],
  [{ approvals: ["beauty=+1"] }, '--approval: "beauty=+1" is none'],
  [{ approvals: ["tests=+3"] }, "is none"],
  [{ approvals: [""] }, "is none"],
])("%j is refused", (filter, message) => {
  expect(() => fits(filter)).toThrow(message);
});
