import type { ChangeSource } from "../model.js";
import { openGerrit } from "./gerrit/rest.js";
import { openGerritSsh } from "./gerrit/ssh.js";
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
    case "gerrit":
      return openGerrit(options);
    case "gerrit-ssh":
      return openGerritSsh(options);
    case "recorded":
      return openRecorded(options);
  }
}
