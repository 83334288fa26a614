import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Outcome, Report, ReportRequest, Settings } from "../changes/index.js";
import { shouldColor } from "../color.js";
import { UsageError } from "../errors.js";
import { filterOf, openSettings } from "./changes-opened.js";
import type { ChangesFlags } from "./changes-options.js";
import { stoppable } from "./changes-stop.js";
import type { Cli } from "./io.js";
import { page } from "./pager.js";
import { progressLine } from "./progress-line.js";

interface Asked {
  readonly cli: Cli;
  readonly report: Report;
  /** The argument of `comments`; null for every other report. */
  readonly change: string | null;
  readonly flags: ChangesFlags;
}

/** Makes a report and shows it; returns the exit code. */
export async function showReport({ cli, report, change, flags }: Asked): Promise<number> {
  const { openSource, parseChange, requireChange, runReport } = await import("../changes/index.js");
  const reference = change === null ? null : parseChange(change);
  const progress = progressLine(cli.stderr, () => cli.now().getTime());
  const named = reference?.project == null ? flags : { ...flags, project: [reference.project] };
  const settings = await openSettings(cli, named, { progress: progress.show });
  const now = flags.now ?? cli.now().getTime();
  const request = await requestOf({ report, flags, settings, now, number: reference?.number ?? null });
  return stoppable(cli, async (signal) => {
    const source = await openSource(settings.source);
    const { outcome } = await runReport(source, request, signal).finally(progress.clear);
    if (change !== null) requireChange(outcome, change);
    if (flags.plot !== undefined) await writePlot(resolve(cli.cwd, flags.plot), outcome, now);
    await page(cli, await textOf(cli, { report, outcome, flags, now }), flags.pager);
    return 0;
  });
}

async function requestOf(asked: {
  readonly report: Report;
  readonly flags: ChangesFlags;
  readonly settings: Settings;
  readonly now: number;
  readonly number: number | null;
}): Promise<ReportRequest> {
  const { report, flags, settings, now, number } = asked;
  const { botsCalled, teamFinder } = await import("../changes/index.js");
  return {
    report,
    number,
    filter: filterOf(flags, settings.projects),
    arrangement: { sort: flags.sort ?? null, fields: flags.field ?? [], limit: flags.limit ?? null },
    options: {
      now,
      user: settings.user,
      bots: botsCalled(settings.bots),
      teamOf: teamFinder(settings.teams),
      days: flags.days ?? null,
      approvable: flags.strict === true ? "no-objection" : "no-veto",
      botComments: flags.bots === true ? "shown" : "left-out",
      commentsOn: flags.current === true ? "current-version" : "every-version",
    },
  };
}

async function textOf(
  { stdout, environment }: Cli,
  {
    report,
    outcome,
    flags,
    now,
  }: {
    readonly report: Report;
    readonly outcome: Outcome;
    readonly flags: ChangesFlags;
    readonly now: number;
  },
): Promise<string> {
  const { formatReport } = await import("../changes/index.js");
  const color = shouldColor({ mode: flags.color, environment, isTTY: stdout.isTTY }) ? "colors" : "plain";
  const width = stdout.isTTY === true ? (stdout.columns ?? 80) : null;
  const picture = report.name === "review-rate" ? "rate" : "none";
  return formatReport(outcome, flags.format, { now, width, color, limit: null, picture });
}

async function writePlot(path: string, outcome: Outcome, now: number): Promise<void> {
  const { plotReviewRate } = await import("../changes/index.js");
  const svg = await plotReviewRate(outcome, now);
  await writeFile(path, svg).catch((cause: Error) => {
    throw new UsageError("plot-not-written", `--plot: ${path} could not be written: ${cause.message}.`, { cause });
  });
}
