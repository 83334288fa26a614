import type { Change } from "../model.js";
import { peopleCalled } from "../people.js";
import { changeList } from "./change-list.js";
import { ALL_STATUSES, DAY_MS, type Report, type ReportContext } from "./report.js";
import { currentVersion, reviewedBy, reviewedByOthers, reviewsOf } from "./reviews.js";

const EXPIRED_AFTER_DAYS = 28;

/** Makes a to-do list's test: open changes only, and never the user's own. */
function todo(
  test: (options: ReportContext) => (change: Change) => boolean,
): (options: ReportContext) => (change: Change) => boolean {
  return (options) => {
    const me = userOf(options);
    const passes = test(options);
    return (change) => change.status === "open" && !me.has(change.owner) && passes(change);
  };
}

function userOf({ user }: ReportContext): ReturnType<typeof peopleCalled> {
  return peopleCalled(user === null ? [] : [user]);
}

/** The reports that list changes. A review is a vote in the column Reviews. */
export const LISTS: readonly Report[] = [
  changeList({
    name: "list",
    title: "Changes",
    summary: "changes that the filters let through",
    statuses: ALL_STATUSES,
    user: "unused",
    accept: () => () => true,
  }),
  changeList({
    name: "todo-mine",
    title: "Changes to review again",
    summary: "you reviewed an older version, and not the current one",
    statuses: ["open"],
    user: "needed",
    accept: todo((options) => {
      const me = userOf(options);
      return ({ versions }) =>
        versions.slice(0, -1).some((version) => reviewedBy(version, me)) &&
        !versions.slice(-1).some((version) => reviewedBy(version, me));
    }),
  }),
  changeList({
    name: "todo-others",
    title: "Changes that others review",
    summary: "you never reviewed them, others did",
    statuses: ["open"],
    user: "needed",
    accept: todo((options) => {
      const me = userOf(options);
      return (change) =>
        !change.versions.some((version) => reviewedBy(version, me)) && reviewedByOthers(change, options.bots);
    }),
  }),
  changeList({
    name: "todo-anyones",
    title: "Changes under review",
    summary: "others reviewed them, you did not review the current version",
    statuses: ["open"],
    user: "needed",
    accept: todo((options) => {
      const me = userOf(options);
      return (change) => !reviewedBy(currentVersion(change), me) && reviewedByOthers(change, options.bots, me);
    }),
  }),
  changeList({
    name: "todo-noones",
    title: "Changes without a review",
    summary: "nobody reviewed them, bots aside",
    statuses: ["open"],
    user: "optional",
    accept: todo((options) => (change) => !reviewedByOthers(change, options.bots)),
  }),
  changeList({
    name: "todo-approvable",
    title: "Changes to approve",
    summary: "a +2, no -2, no workflow vote, and you did not review the current version",
    statuses: ["open"],
    user: "needed",
    accept: todo((options) => {
      const me = userOf(options);
      return (change) => {
        const current = currentVersion(change);
        const given = new Set(reviewsOf(current).map(({ value }) => value));
        const refused = given.has(-2) || (options.approvable === "no-objection" && given.has(-1));
        const inWorkflow = current.votes.some(({ column }) => column === "workflow");
        return given.has(2) && !refused && !inWorkflow && !reviewedBy(current, me);
      };
    }),
  }),
  changeList({
    name: "todo-expirable",
    title: "Changes that may be given up",
    summary: "the current version has had a negative review for long",
    statuses: ["open"],
    user: "optional",
    accept: todo(({ now, days }) => {
      const before = now - (days ?? EXPIRED_AFTER_DAYS) * DAY_MS;
      return (change) =>
        reviewsOf(currentVersion(change)).some(({ value, at }) => value < 0 && at !== null && at < before);
    }),
  }),
];
