import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { formatReport } from "../../changes/index.js";
import { UsageError } from "../../errors.js";
import { writeSummary } from "../../report/index.js";
import type { Edge } from "../edge.js";
import { GithubApi } from "./github-api.js";
import type { ChangesInputs } from "./inputs.js";
import type { MadeReport } from "./make-report.js";
import { postComment, postIssue, roomFor } from "./sticky.js";

/** GitHub shows no summary over 1 MiB. */
const MOST_SUMMARY_BYTES = 1024 * 1024 - 1024;

/** Where the report is posted to; returns the address of what was written, empty for the summary. */
export async function postReport(
  edge: Edge,
  { inputs, made, signal }: { readonly inputs: ChangesInputs; readonly made: MadeReport; readonly signal: AbortSignal },
): Promise<string> {
  if (inputs.postTo === "summary") {
    await toSummary(edge, made);
    return "";
  }
  const { environment } = edge;
  const repository = environment.GITHUB_REPOSITORY ?? "";
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    throw new UsageError("no-repository", "GITHUB_REPOSITORY is not set, so there is no repository to post to.");
  }
  const id = inputs.id ?? [inputs.report, made.user].filter((part) => part !== null).join(" ");
  const view = {
    now: made.now,
    width: null,
    color: "plain",
    limit: { most: roomFor(id), in: "units" },
    picture: made.picture,
  } as const;
  const body = await formatReport(made.outcome, "markdown", view);
  const api = new GithubApi({
    environment,
    token: inputs.githubToken,
    signal,
    wait: (ms) => setTimeout(ms, undefined, { signal }),
  });
  try {
    if (inputs.postTo === "comment") {
      return await postComment(api, { repository, id, body, issue: inputs.issue ?? (await issueOfEvent(edge)) });
    }
    return await postIssue(api, { repository, id, body, title: inputs.title ?? made.outcome.table.title });
  } finally {
    await api.close();
  }
}

async function toSummary({ environment, core }: Edge, made: MadeReport): Promise<void> {
  const file = environment.GITHUB_STEP_SUMMARY;
  if (!file) {
    core.warning("The runner has no job summary, so the report is only in the file of the output path.");
    return;
  }
  const view = { now: made.now, width: null, color: "plain", picture: made.picture } as const;
  const texts: string[] = [];
  // Earlier steps may have taken some of the room: the first that fits is written, and the shortest always does.
  for (const share of [1, 0.9, 0.5]) {
    const limit = { most: Math.floor(MOST_SUMMARY_BYTES * share), in: "bytes" } as const;
    texts.push(await formatReport(made.outcome, "markdown", { ...view, limit }));
  }
  const fitting = (bytes: number) => texts.find((text) => Buffer.byteLength(text) <= bytes) ?? texts.at(-1) ?? "";
  await writeSummary({ file }, MOST_SUMMARY_BYTES, fitting);
}

/** The issue or pull request that the event is about. */
async function issueOfEvent({ environment }: Edge): Promise<number> {
  const payload = await readFile(environment.GITHUB_EVENT_PATH ?? "", "utf8")
    .then(JSON.parse)
    .catch(() => null);
  const number = payload?.issue?.number ?? payload?.pull_request?.number ?? payload?.number;
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new UsageError(
    "no-issue",
    "post-to: comment needs to know where: the event is not about an issue or pull request, so give its number by the input issue.",
  );
}
