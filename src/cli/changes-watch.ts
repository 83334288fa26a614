import type { ChangePart } from "../changes/index.js";
import { shouldColor } from "../color.js";
import { UsageError } from "../errors.js";
import { parseTimeout } from "../spec/index.js";
import { filterOf, openSettings } from "./changes-opened.js";
import type { ChangesFlags } from "./changes-options.js";
import { stoppable } from "./changes-stop.js";
import type { Cli } from "./io.js";

/** Shows what happens, a line each, until a signal or the reader's end; returns the exit code. */
export async function watchChanges({
  cli,
  flags,
}: {
  readonly cli: Cli;
  readonly flags: ChangesFlags;
}): Promise<number> {
  const { botsCalled, compileFilter, eventJson, eventLine, openSource, painter } = await import("../changes/index.js");
  const settings = await openSettings(cli, flags, pollOf(flags.interval));
  const filter = filterOf(flags, settings.projects);
  const accepted = compileFilter(filter);
  const bots = botsCalled(settings.bots);
  const source = await openSource(settings.source);
  const { watch } = source;
  if (watch === null) {
    throw new UsageError(
      "no-watch",
      "watch needs a server: recorded changes (--from) never change. Use list for them.",
    );
  }
  const { environment, stdout } = cli;
  const paint = painter(shouldColor({ mode: flags.color, environment, isTTY: stdout.isTTY }) ? "colors" : "plain");
  return stoppable(cli, async (signal) => {
    const gone = AbortSignal.any([signal, cli.outputGone]);
    const query = {
      statuses: ["open", "merged", "closed"] as const,
      projects: settings.projects.some((name) => name.startsWith("^")) ? [] : settings.projects,
      with: new Set<ChangePart>(["votes", "comments", "reviewers", ...filesWanted(flags)]),
    };
    try {
      for await (const event of watch.call(source, query, gone)) {
        if ((flags.bots !== true && bots.has(event.by)) || !accepted(event.change)) continue;
        stdout.write(flags.json === true ? eventJson(event) : eventLine(event, paint));
      }
    } catch (error) {
      if (!cli.outputGone.aborted) throw error;
    }
    return 0;
  });
}

function filesWanted({ file = [] }: ChangesFlags): readonly "files"[] {
  return file.length > 0 ? ["files"] : [];
}

function pollOf(interval: string | undefined): { readonly pollMs?: number } {
  if (interval === undefined) return {};
  const pollMs = parseTimeout(interval);
  if (pollMs === undefined) {
    throw new UsageError("bad-interval", `--interval: "${interval}" is no duration; write one such as 30s or 5m.`);
  }
  return { pollMs };
}
