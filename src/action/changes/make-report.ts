import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import {
  botsCalled,
  type Format,
  formatReport,
  loadConfig,
  NO_FILTER,
  type Outcome,
  openSource,
  parseChange,
  REPORTS,
  type Report,
  requireChange,
  resolveSettings,
  runReport,
  teamFinder,
} from "../../changes/index.js";
import { UsageError } from "../../errors.js";
import { printable } from "../../printable.js";
import type { Edge } from "../edge.js";
import { undrawn } from "../inert.js";
import type { ChangesInputs } from "./inputs.js";

/** A report that was made. */
export interface MadeReport {
  readonly outcome: Outcome;
  readonly count: number;
  readonly now: number;
  /** Whose list it is; null where nobody is named. */
  readonly user: string | null;
  readonly picture: "rate" | "none";
}

/** Fetches and makes the report that the inputs ask for. */
export async function makeReport(edge: Edge, inputs: ChangesInputs, signal: AbortSignal): Promise<MadeReport> {
  const report = REPORTS.find(({ name }) => name === inputs.report);
  if (report === undefined) throw new Error(`no report ${inputs.report}`);
  const now = edge.now().getTime();
  const settings = await settingsOf(edge, inputs);
  const reference = report.name === "comments" ? parseChange(inputs.change ?? "") : null;
  const projects = reference?.project == null ? settings.projects : [reference.project];
  const source = await openSource(settings.source);
  const request = {
    report,
    number: reference?.number ?? null,
    filter: { ...NO_FILTER, projects, statuses: statusesOf(report, inputs) },
    arrangement: { sort: inputs.sort, fields: inputs.fields, limit: inputs.limit },
    options: {
      now,
      user: settings.user,
      bots: botsCalled(settings.bots),
      teamOf: teamFinder(settings.teams),
      days: inputs.days,
      approvable: inputs.strict === "on" ? "no-objection" : "no-veto",
      botComments: "left-out",
      commentsOn: "every-version",
    },
  } as const;
  const { outcome, count } = await runReport(source, request, signal);
  if (reference !== null) requireChange(outcome, inputs.change ?? "");
  return { outcome, count, now, user: settings.user, picture: report.name === "review-rate" ? "rate" : "none" };
}

/** The input `status` is for the list; the other reports know what they are about. */
function statusesOf(report: Report, inputs: ChangesInputs): ChangesInputs["status"] {
  return report.name === "list" ? inputs.status : [];
}

async function settingsOf(edge: Edge, inputs: ChangesInputs): Promise<ReturnType<typeof resolveSettings>> {
  const { core, cwd, home, environment } = edge;
  const workspace = environment.GITHUB_WORKSPACE || cwd;
  const loaded = await loadConfig({ cwd: workspace, home, environment, file: inWorkspace(workspace, inputs.config) });
  const wishes = {
    source: inputs.source,
    from: inputs.from === null ? null : resolve(workspace, inWorkspace(workspace, inputs.from) ?? ""),
    server: inputs.server,
    port: null,
    login: null,
    keyFile: null,
    user: inputs.user,
    projects: inputs.repositories,
    groups: [],
    bots: inputs.bots,
  };
  return resolveSettings(wishes, loaded, {
    cache: { directory: join(workspace, ".forge", "changes"), mode: "off" },
    environment: inputs.githubToken === null ? environment : { ...environment, GITHUB_TOKEN: inputs.githubToken },
    now: () => edge.now().getTime(),
    note: (line) => core.info(undrawn(printable(line))),
  });
}

/** A path that an input names, which must lie in the workspace. */
function inWorkspace(workspace: string, path: string | null): string | null {
  if (path === null) return null;
  const near = relative(workspace, resolve(workspace, path));
  if (near !== ".." && !near.startsWith(`..${sep}`) && resolve(workspace, near) === resolve(workspace, path))
    return path;
  throw new UsageError("outside", `${path} lies outside of the workspace ${workspace}.`);
}

const EXTENSIONS: Readonly<Record<Format, string>> = {
  text: "txt",
  csv: "csv",
  json: "json",
  markdown: "md",
  html: "html",
};

/** Writes the report to a file of its own in the runner's temporary folder, which the runner empties; returns the path. */
export async function writeReport(edge: Edge, made: MadeReport, format: Format): Promise<string> {
  const folder = await mkdtemp(join(edge.environment.RUNNER_TEMP || tmpdir(), "forgexec-changes-"));
  const path = join(folder, `report.${EXTENSIONS[format]}`);
  const view = { now: made.now, width: null, color: "plain", limit: null, picture: made.picture } as const;
  await writeFile(path, await formatReport(made.outcome, format, view));
  return path;
}
