import { randomBytes } from "node:crypto";
import type { Event } from "../run/index.js";
import { plain } from "../terminal-text.js";
import { type Annotation, Annotations } from "./actions-annotations.js";
import { workflowCommand } from "./actions-commands.js";
import { ActionsLines } from "./actions-lines.js";
import { ActionsLog } from "./actions-log.js";
import type { Reporter } from "./reporter.js";
import { type OutputStreamLike, Sink } from "./sink.js";
import { Trace } from "./trace.js";

export interface ActionsOptions {
  /** Standard output: the runner reads standard error apart from it, and so in any order. */
  readonly out: OutputStreamLike;
  /** Whether workflow commands in the output of the build's commands reach the runner. Default: `inert`, they don't. */
  readonly workflowCommands?: "inert" | "run";
  /** Whether failures and what tools find become annotations. Default `on`. */
  readonly annotations?: "on" | "off";
  /** Where the repository lies; paths in annotations are relative to it. */
  readonly workspace?: string;
  /** A text of letters and digits that can't be guessed, a new one each time. */
  readonly randomToken?: () => string;
}

/** Lines of output shown again, outside the group, for each failure. */
const TAIL = { lines: 30, characters: 16 * 1024 };

/** Reports a run to the log of GitHub Actions: a group a phase, and what failed outside of them. */
export function actionsReporter(options: ActionsOptions): Reporter {
  const { out, workflowCommands = "inert" } = options;
  const sink = new Sink(out);
  const trace = new Trace(TAIL);
  const log = new ActionsLog(options.randomToken ?? (() => randomBytes(20).toString("hex")));
  const lines = new ActionsLines(trace);
  const annotations = options.annotations === "off" ? undefined : new Annotations(options.workspace);
  let group = false;

  const endGroup = (): void => {
    if (group) log.live(workflowCommand("endgroup"));
    group = false;
    log.close();
  };
  const beginGroup = (title: string): void => {
    endGroup();
    log.live(workflowCommand("group", {}, title));
    group = true;
  };
  const output = (event: Extract<Event, { type: "output" }>): void => {
    if (workflowCommands === "run") log.live(lines.rawOutput(event) || " ");
    else log.inert(lines.output(event) || " ");
  };
  const annotate = (annotation: Annotation, event: Event): void => {
    const command = annotations?.found(annotation) ?? "";
    if (command === "") log.inert(lines.of(event));
    else log.live(command);
  };
  const phaseEnd = (event: Extract<Event, { type: "phase.end" }>): void => {
    endGroup();
    log.live(lines.phaseEnd(event));
    for (const { tail, annotation } of lines.failures(event)) {
      const command = annotations?.failed(annotation) ?? "";
      log.inert(tail === "" && command === "" ? `${annotation.title}: ${annotation.message}` : tail);
      log.live(command);
    }
    log.close();
  };
  const runEnd = (event: Extract<Event, { type: "run.end" }>): void => {
    endGroup();
    const { command = "", note = "" } = annotations?.rest() ?? {};
    for (const line of [command, note, lines.runEnd(event)]) log.live(line);
  };
  const take = (event: Event): void => {
    switch (event.type) {
      case "run.start":
        log.live(lines.of(event));
        break;
      case "phase.start":
        beginGroup(event.phase);
        break;
      case "output":
        output(event);
        break;
      case "annotation":
        annotate({ ...event, message: plain(event.message), title: plain(event.title) }, event);
        break;
      case "warning":
        annotate({ level: "warning", title: "forgexec", message: plain(event.message) }, event);
        break;
      case "phase.end":
        phaseEnd(event);
        break;
      case "run.end":
        runEnd(event);
        break;
      default:
        log.inert(lines.of(event));
    }
  };

  return {
    handle(event) {
      trace.take(event);
      take(event);
      // Nothing is left open while forgexec does something else, or another writes to the log.
      if (!group) log.close();
      return sink.write(log.take());
    },
    async close() {
      endGroup();
      await sink.write(log.take());
      await sink.close();
    },
  };
}
