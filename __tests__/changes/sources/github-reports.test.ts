import { expect, test } from "@jest/globals";
import { NO_FILTER } from "../../../src/changes/filters/filter.js";
import { botsCalled } from "../../../src/changes/people.js";
import { REPORTS } from "../../../src/changes/reports/catalogue.js";
import { runReport } from "../../../src/changes/run-report.js";
import { openSource } from "../../../src/changes/sources/index.js";
import { pull, review } from "../support/github-pull.js";
import { githubForEach, githubSetup } from "../support/github-source.js";

const github = githubForEach();

/** Makes a report of what the stand-in has; the rows, and the paths that were asked for, without their query but `state`. */
async function made(name: string, statuses: readonly ("open" | "merged" | "closed")[] = []) {
  const report = REPORTS.find((each) => each.name === name);
  if (report === undefined) throw new Error(`there is no report ${name}`);
  const { outcome } = await runReport(
    await openSource(githubSetup(github).options),
    {
      report,
      number: null,
      filter: { ...NO_FILTER, statuses },
      arrangement: { sort: null, fields: [], limit: null },
      options: {
        now: Date.parse("2026-03-05T12:00:00Z"),
        user: "me",
        bots: botsCalled([]),
        teamOf: () => null,
        days: null,
        approvable: "no-veto",
        botComments: "left-out",
        commentsOn: "every-version",
      },
    },
    new AbortController().signal,
  );
  const asked = github.seen.map(({ path }) => path.replace(/\?(state=[a-z]+)?.*/, " $1").trim());
  return { rows: outcome.table.rows, asked };
}

test.each(["review-rate", "review-stats"])("%s takes one request a pull request", async (name) => {
  github.repositories.set("octo/hello", [{ pull: pull(1), reviews: [review("ann", "APPROVED")] }]);
  const { rows, asked } = await made(name);
  expect(rows).toMatchObject([{ user: "ann" }]);
  expect(asked).toEqual(["/repos/octo/hello/pulls state=all", "/repos/octo/hello/pulls/1/reviews"]);
});

test("a list is of what is open, unless it is told", async () => {
  const merged = { pull: pull(2, { state: "closed", merged_at: "2026-03-03T00:00:00Z" }) };
  github.repositories.set("octo/hello", [{ pull: pull(1) }, merged]);
  const { rows, asked } = await made("list");
  expect(rows.map(({ status }) => status)).toEqual(["open"]);
  expect(asked[0]).toBe("/repos/octo/hello/pulls state=open");
  expect((await made("list", ["open", "merged"])).rows.map(({ status }) => status).sort()).toEqual(["merged", "open"]);
});
