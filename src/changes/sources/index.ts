import type { ChangeSource } from "../model.js";
import { openGithub } from "./github/source.js";
import type { SourceOptions } from "./options.js";
import { openRecorded } from "./recorded.js";

export type {
  AnswerCacheOptions,
  CommonSourceOptions,
  GerritOptions,
  GerritSshOptions,
  GithubOptions,
  RecordedOptions,
  SourceOptions,
} from "./options.js";

/**
 * Opens a place that changes come from. Nothing is asked before its `changes` or `watch` is iterated; whatever that opens is closed
 * when the iteration ends, also early.
 * @throws UsageError for options that cannot be right (a URL that is none, a host that ssh would take for an option)
 */
export async function openSource(options: SourceOptions): Promise<ChangeSource> {
  switch (options.kind) {
    case "github":
      return openGithub(options);
    case "recorded":
      return openRecorded(options);
    default:
      throw new Error(`not built yet: ${options.kind}`);
  }
}
