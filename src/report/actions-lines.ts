import { clip } from "../columns.js";
import type { Event } from "../run/index.js";
import { oneLine, plain } from "../terminal-text.js";
import type { Annotation } from "./actions-annotations.js";
import { cacheText } from "./cache-text.js";
import { durationText } from "./duration.js";
import { Outputs } from "./outputs.js";
import { theme } from "./theme.js";
import { isAllowed, isFailure, isLabelled, type StepTrace, type Trace } from "./trace.js";
import { commandText, ownName, RESULT_WORDS, reasonText, stepTitle } from "./words.js";

const LONGEST_LABEL = 24;
const LONGEST_COMMAND = 2000;

interface Failure {
  readonly tail: string;
  readonly annotation: Annotation;
}

/** The lines of the Actions log, without what makes them inert. The log page shows colours. */
export class ActionsLines {
  readonly #trace: Trace;
  readonly #outputs = new Outputs("keep");
  readonly #theme = theme(true);

  constructor(trace: Trace) {
    this.#trace = trace;
  }

  of(event: Event): string {
    switch (event.type) {
      case "run.start":
        return `forgexec ${event.version} · ${event.stage}`;
      case "progress":
        return this.#theme.dim(oneLine(event.text));
      case "step.start":
        return this.#stepStart(event);
      case "step.ready":
        return `${this.#theme.mark("success")} ${this.#title(event)} is ready`;
      case "step.end":
        return this.#stepEnd(event);
      case "annotation":
        return oneLine(`${event.level}: ${event.file}:${event.line}:${event.column}: ${event.title} ${event.message}`);
      case "warning":
        return this.#theme.yellow(`warning: ${oneLine(event.message)}`);
      default:
        return "";
    }
  }

  output(event: Extract<Event, { type: "output" }>): string {
    const label = this.#label(event);
    const text = this.#outputs.clean(event);
    return label === "" ? text : label + text.replaceAll("\n", `\n${label}`);
  }

  /** Output as it is; a label would keep the runner from seeing a command. */
  rawOutput(event: Extract<Event, { type: "output" }>): string {
    const label = this.#label(event);
    if (label === "") return event.text;
    return event.text.replace(/^(?!\s*::|.*##\[)/gm, label);
  }

  phaseEnd(event: Extract<Event, { type: "phase.end" }>): string {
    this.#outputs.clear();
    const { dim, mark } = this.#theme;
    if (event.result === "skipped") return `${mark("skipped")} ${dim(`${event.phase} skipped`)}`;
    const cached = event.cached ? ", cached" : "";
    return `${mark(event.result)} ${event.phase} ${RESULT_WORDS[event.result]} ${dim(`in ${durationText(event.durationMs)}${cached}`)}`;
  }

  /** What to show outside the group of a phase that has ended. */
  failures(event: Extract<Event, { type: "phase.end" }>): Failure[] {
    const file = this.#trace.plan?.spec;
    const failed = this.#trace.failures(event.phase).map((step) => this.#failure(step, file));
    if (failed.length > 0 || !isFailure(event.result)) return failed;
    const { message = `${event.phase} ${RESULT_WORDS[event.result]}`, place = null } = event.error ?? {};
    const annotation = { level: "error", file, ...place, title: event.phase, message: plain(message) } as const;
    return [{ tail: "", annotation }];
  }

  runEnd(event: Extract<Event, { type: "run.end" }>): string {
    const { mark, bold } = this.#theme;
    const stage = this.#trace.plan?.stage ?? "run";
    const code = event.exitCode === 0 ? "" : `, exit code ${event.exitCode}`;
    const cache = cacheText(event.cache);
    const last = `${mark(event.result)} ${bold(`${stage} ${RESULT_WORDS[event.result]}`)} in ${durationText(event.durationMs)}${code}`;
    return cache === null ? last : `${this.#theme.dim(cache)}\n${last}`;
  }

  #failure(step: StepTrace, file: string | undefined): Failure {
    const { bold, red } = this.#theme;
    const reason = step.end === undefined ? "failed" : reasonText(step.end);
    const took = durationText(step.end?.durationMs ?? 0);
    const command = clip(commandText(step.argv), LONGEST_COMMAND);
    const head = `${red(bold(`${step.phase} › ${stepTitle(step)}: ${reason}`))}`;
    const output = plain(step.tail.text());
    const last = output === "" ? "It printed nothing." : `Its last lines:\n${output}`;
    return {
      tail: `${head}\n$ ${command}\n${last}`,
      annotation: {
        level: "error",
        file,
        line: step.planned?.position.line,
        column: step.planned?.position.column,
        title: `${step.phase}: ${stepTitle(step)}`,
        message: `${command}: ${reason} after ${took}`,
      },
    };
  }

  #stepStart(event: Extract<Event, { type: "step.start" }>): string {
    const name = ownName(event);
    const again = event.attempt > 1 ? `attempt ${event.attempt}: ` : "";
    const command = this.#theme.cyan(`$ ${clip(commandText(event.argv), LONGEST_COMMAND)}`);
    const kind = event.background ? this.#theme.dim(" (in the background)") : "";
    return `${again}${name === undefined ? "" : `${this.#theme.bold(name)}  `}${command}${kind}`;
  }

  #stepEnd(event: Extract<Event, { type: "step.end" }>): string {
    const { dim, mark, paint } = this.#theme;
    const step = this.#trace.step(event);
    if (step === undefined) return this.#unstarted(event);
    const took = dim(durationText(event.durationMs));
    const title = isLabelled(this.#trace, step) ? `${this.#title(event)} ` : "";
    const allowed = isFailure(event.result) && isAllowed(step) ? " (may fail)" : "";
    const reason = event.result === "success" ? "" : `${paint(event.result)(reasonText(event))}${allowed} `;
    return `${mark(event.result)} ${title}${reason}${took}`;
  }

  #unstarted(event: Extract<Event, { type: "step.end" }>): string {
    const planned = this.#trace.phases.has(event.phase) ? this.#trace.planned(event) : undefined;
    if (planned === undefined || (planned.skip === null && event.cached !== true)) return "";
    const why = planned.skip === null ? "" : `: ${oneLine(planned.skip)}`;
    return `${this.#theme.mark(event.result)} ${this.#theme.dim(`${stepTitle(planned)} ${reasonText(event)}${why}`)}`;
  }

  #title(at: Pick<StepTrace, "phase" | "step">): string {
    const step = this.#trace.step(at);
    return step === undefined ? "" : stepTitle(step);
  }

  #label(event: Extract<Event, { type: "output" }>): string {
    const step = this.#trace.step(event);
    if (step === undefined || !isLabelled(this.#trace, step)) return "";
    return `${this.#theme.dim(`[${clip(stepTitle(step), LONGEST_LABEL)}]`)} `;
  }
}
