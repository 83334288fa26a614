import { clip, pad, widest } from "../columns.js";
import type { Event } from "../run/index.js";
import { oneLine } from "../terminal-text.js";
import { durationText } from "./duration.js";
import type { Theme } from "./theme.js";
import { isAllowed, isLabelled, type StepTrace, type Trace } from "./trace.js";
import { commandText, ownName, reasonText, stepTitle } from "./words.js";

export type Level = "quiet" | "normal" | "verbose";

const INDENT = "    ";
const LONGEST_LABEL = 16;
const LONGEST_COMMAND = 500;

/** The terminal report's lines for each event but the last. Each text ends with a newline or is empty. */
export class ConsoleLines {
  readonly #theme: Theme;
  readonly #level: Level;
  readonly #trace: Trace;

  constructor(options: { readonly theme: Theme; readonly level: Level; readonly trace: Trace }) {
    this.#theme = options.theme;
    this.#level = options.level;
    this.#trace = options.trace;
  }

  of(event: Event): string {
    if (this.#level === "quiet") return "";
    switch (event.type) {
      case "run.start":
        return this.#runStart(event);
      case "phase.start":
        return `\n${this.#theme.bold(this.#theme.cyan(`▶ ${event.phase}`))}\n`;
      case "step.start":
        return this.#stepStart(event);
      case "step.ready":
        return this.#about(
          event,
          (step) => `${this.#theme.mark("success")} ${this.#title(step)} ${this.#theme.dim("is ready")}`,
        );
      case "step.end":
        return this.#stepEnd(event);
      case "phase.end":
        return this.#phaseEnd(event);
      case "progress":
        return `${INDENT}${this.#theme.dim(oneLine(event.text))}\n`;
      case "annotation":
        return this.#annotation(event);
      case "warning":
        return `${this.#theme.yellow(`warning: ${oneLine(event.message)}`)}\n`;
      default:
        return "";
    }
  }

  /** A step's output, cleaned, with what stands before each of its lines. */
  output(event: Extract<Event, { type: "output" }>, text: string): string {
    const step = this.#trace.step(event);
    const prefix = step !== undefined && isLabelled(this.#trace, step) ? this.#label(step) : INDENT;
    return `${prefix}${text.replaceAll("\n", `\n${prefix}`)}\n`;
  }

  #runStart(event: Extract<Event, { type: "run.start" }>): string {
    const { bold, dim } = this.#theme;
    const { version, stage, spec, directory, plan } = event;
    const first = `${bold("forgexec")} ${dim(`${version} · ${stage} · ${oneLine(spec)}`)}\n`;
    if (this.#level !== "verbose") return first;
    const facts = [
      `directory  ${oneLine(directory)}`,
      `python     ${plan.needsPython ? oneLine(plan.python ?? "python3 on PATH") : "not needed"}`,
      `cache key  ${plan.cacheKey === null ? "none" : oneLine(plan.cacheKey)}`,
    ];
    return first + facts.map((fact) => `  ${dim(fact)}\n`).join("");
  }

  #stepStart(event: Extract<Event, { type: "step.start" }>): string {
    const { bold, dim } = this.#theme;
    const planned = this.#trace.step(event)?.planned;
    const name = ownName(event);
    const again =
      event.attempt > 1 ? this.#theme.yellow(`attempt ${event.attempt} of ${(planned?.retry ?? 0) + 1}  `) : "";
    const kind = event.background ? dim("  in the background") : "";
    const command = `${dim("$")} ${bold(clip(commandText(event.argv), LONGEST_COMMAND))}`;
    const line = `  ${again}${name === undefined ? "" : `${clip(name, LONGEST_COMMAND)}  `}${command}${kind}\n`;
    if (this.#level !== "verbose" || planned === undefined) return line;
    const names = Object.keys(planned.environment).sort();
    const facts = [
      `in ${oneLine(planned.workingDirectory)}`,
      ...(names.length > 0 ? [`with ${oneLine(names.join(" "))}`] : []),
      ...(planned.timeoutMs === null ? [] : [`at most ${durationText(planned.timeoutMs)}`]),
    ];
    return line + facts.map((fact) => `${INDENT}${dim(fact)}\n`).join("");
  }

  #stepEnd(event: Extract<Event, { type: "step.end" }>): string {
    const { dim, yellow, mark, paint } = this.#theme;
    const step = this.#trace.step(event);
    const took = dim(durationText(event.durationMs));
    if (step === undefined) return this.#unstarted(event);
    const title = isLabelled(this.#trace, step) ? `${this.#title(step)}  ` : "";
    if (event.result === "success") return `  ${mark("success")} ${title}${took}\n`;
    const allowed = isAllowed(step) ? yellow(" (may fail)") : "";
    return `  ${mark(event.result)} ${title}${paint(event.result)(reasonText(event))}${allowed}  ${took}\n`;
  }

  /** A step that was never started, such as one for another platform. */
  #unstarted(event: Extract<Event, { type: "step.end" }>): string {
    const planned = this.#trace.phases.has(event.phase) ? this.#trace.planned(event) : undefined;
    const tells = planned?.skip !== null || event.cached === true || this.#level === "verbose";
    if (planned === undefined || !tells) return "";
    const why = planned.skip === null ? reasonText(event) : `${reasonText(event)}: ${oneLine(planned.skip)}`;
    return `  ${this.#theme.mark(event.result)} ${this.#theme.dim(`${clip(stepTitle(planned), 60)}  ${why}`)}\n`;
  }

  #phaseEnd(event: Extract<Event, { type: "phase.end" }>): string {
    const { bold, dim, mark, paint } = this.#theme;
    if (event.result === "skipped") return `\n${mark("skipped")} ${dim(`${event.phase}  skipped`)}\n`;
    const cached = event.cached ? dim("  cached") : "";
    return `${mark(event.result)} ${bold(paint(event.result)(event.phase))}  ${dim(durationText(event.durationMs))}${cached}\n`;
  }

  #annotation(event: Extract<Event, { type: "annotation" }>): string {
    const paint = { error: this.#theme.red, warning: this.#theme.yellow, notice: this.#theme.cyan }[event.level];
    const place = `${event.file}:${event.line}:${event.column}`;
    const title = event.title === "" ? "" : `${event.title}: `;
    return `${INDENT}${oneLine(place)} ${paint(event.level)} ${oneLine(`${title}${event.message}`)}\n`;
  }

  #about(event: { phase: StepTrace["phase"]; step: number }, line: (step: StepTrace) => string): string {
    const step = this.#trace.step(event);
    return step === undefined ? "" : `  ${line(step)}\n`;
  }

  #title(step: StepTrace): string {
    return clip(stepTitle(step), 60);
  }

  /** The labels of a phase are all as wide as its longest. */
  #label(step: StepTrace): string {
    const steps = this.#trace.phases.get(step.phase)?.steps.values() ?? [];
    const names = [...steps]
      .filter((other) => isLabelled(this.#trace, other))
      .map((other) => clip(stepTitle(other), LONGEST_LABEL));
    const width = widest(names, 0);
    const paint = this.#theme.labels[step.step % this.#theme.labels.length] ?? this.#theme.cyan;
    return `${INDENT}${paint(pad(clip(stepTitle(step), LONGEST_LABEL), width))} ${this.#theme.dim("│")} `;
  }
}
