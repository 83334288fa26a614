import type { Command } from "commander";
import { REPORTS } from "../changes/index.js";
import { EXAMPLES, OVERVIEW } from "./changes-examples.js";
import {
  addColors,
  addFilterOptions,
  addOutputOptions,
  addPeopleOptions,
  addSourceOptions,
  type ChangesFlags,
  days,
} from "./changes-options.js";
import type { Define } from "./define.js";

export const define: Define = (command, { cli, end }) => {
  command.usage("REPORT [options]").addHelpText("after", OVERVIEW);
  for (const report of REPORTS) {
    const sub = subcommand(command, report);
    if (report.name === "comments") sub.argument("<change>", "the change's number, or PROJECT#NUMBER");
    addSourceOptions(sub);
    addPeopleOptions(sub, { bots: report.name === "comments" ? "switch" : "names" });
    if (report.name !== "comments") addFilterOptions(sub, { statuses: report.statuses.length > 1 ? "any" : "open" });
    addOwnOptions(sub, report.name);
    addOutputOptions(sub);
    sub.action(async (...given: readonly unknown[]) => {
      const { showReport } = await import("./changes-report.js");
      const change = report.name === "comments" ? String(given[0]) : null;
      end(await showReport({ cli, report, change, flags: sub.opts<ChangesFlags>() }));
    });
  }
  defineWatch(command, { cli, end });
};

const defineWatch: Define = (command, { cli, end }) => {
  const watch = subcommand(command, { name: "watch", summary: "what happens, as it happens" });
  addSourceOptions(watch);
  addPeopleOptions(watch, { bots: "switch" });
  addFilterOptions(watch, { statuses: "open" });
  watch.option("--interval <duration>", "how long to wait between two looks: 30s, 5m (without it one minute)");
  watch.option("--json", "one JSON object a line");
  addColors(watch);
  watch.action(async (flags: ChangesFlags) => {
    const { watchChanges } = await import("./changes-watch.js");
    end(await watchChanges({ cli, flags }));
  });
};

function subcommand(command: Command, { name, summary }: { readonly name: string; readonly summary: string }): Command {
  return command
    .command(name)
    .description(`${summary[0]?.toUpperCase()}${summary.slice(1)}.`)
    .summary(summary)
    .helpOption("-h, --help", "show this help")
    .addHelpText("after", EXAMPLES[name] ?? "");
}

/** The options that only one report has. */
function addOwnOptions(command: Command, name: string): void {
  if (name === "todo-approvable") command.option("--strict", "leave out those with a -1 as well");
  if (name === "todo-expirable") command.option("--days <n>", "how old the negative review must be (28)", days);
  if (name === "review-stats") command.option("--days <n>", "how far to look back (30)", days);
  if (name === "open-stats") command.option("--days <n>", "count those that wait for longer (7)", days);
  if (name === "review-rate") command.option("--plot <file.svg>", "write the rates as a picture as well");
  if (name === "comments") command.option("--current", "only those on the current version");
}
