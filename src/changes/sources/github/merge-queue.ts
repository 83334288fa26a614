import { Fields } from "../fields.js";
import type { GithubApi } from "./api.js";
import { ApiRefusal } from "./refusal.js";

/**
 * The numbers of the pull requests in a repository's merge queues. Pull requests do not say it themselves in the REST API; but for each one
 * that is in a queue there is a branch `gh-readonly-queue/<base>/pr-<number>-<commit>`, and one request lists these.
 */
export async function queuedPulls(api: GithubApi, repository: string): Promise<ReadonlySet<number>> {
  try {
    const { value } = await api.get(
      `/repos/${repository}/git/matching-refs/${encodeURIComponent("heads/gh-readonly-queue/")}`,
    );
    const refs = Fields.listOf(value).map((ref) => ref.text("ref") ?? "");
    return new Set(
      refs
        .flatMap((ref) => /^refs\/heads\/gh-readonly-queue\/.+\/pr-(\d{1,9})-[0-9a-f]+$/.exec(ref)?.[1] ?? [])
        .map(Number),
    );
  } catch (error) {
    if (error instanceof ApiRefusal) return new Set();
    throw error;
  }
}
