import type { ChangeSource } from "../model.js";
import type { SourceOptions } from "./options.js";

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
  // Each is loaded when it is called for: recorded changes need no HTTP client, which is the largest part of all.
  switch (options.kind) {
    case "github":
      return (await import("./github/source.js")).openGithub(options);
    case "gerrit":
      return (await import("./gerrit/rest.js")).openGerrit(options);
    case "gerrit-ssh":
      return (await import("./gerrit/ssh.js")).openGerritSsh(options);
    case "recorded":
      return (await import("./recorded.js")).openRecorded(options);
  }
}
