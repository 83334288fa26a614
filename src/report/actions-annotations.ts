import { isAbsolute, relative, resolve, sep } from "node:path";
import { workflowCommand } from "./actions-commands.js";

export type Level = "error" | "warning" | "notice";

export interface Annotation {
  readonly level: Level;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly title: string;
  readonly message: string;
}

/**
 * GitHub shows ten of each level for one workflow step, and drops the rest. One error is left to the action itself, which
 * ends with it (`core.setFailed`).
 */
const MOST = { error: 9, warning: 10, notice: 10 } as const;

/**
 * Annotations as workflow commands, as many as GitHub shows. The last error is kept for the step that fails the run:
 * it comes after all those that its tools reported.
 */
export class Annotations {
  readonly #workspace: string | undefined;
  readonly #given: Record<Level, number> = { error: 0, warning: 0, notice: 0 };
  readonly #dropped: Record<Level, number> = { error: 0, warning: 0, notice: 0 };
  #held: string | undefined;

  constructor(workspace: string | undefined) {
    this.#workspace = workspace;
  }

  /** The command for what a step reported; empty if there is no room left, or if it has to wait for the end. */
  found(annotation: Annotation): string {
    const { level } = annotation;
    if (level !== "error" || this.#given.error < MOST.error - 1) return this.#give(annotation);
    if (this.#held === undefined && this.#given.error < MOST.error) this.#held = this.#command(annotation);
    else this.#dropped.error++;
    return "";
  }

  /** The command for a step that failed. */
  failed(annotation: Annotation): string {
    return this.#give(annotation);
  }

  /** What waited for the end, and how many were left out. */
  rest(): { readonly command: string; readonly note: string } {
    const free = this.#given.error < MOST.error;
    const command = free ? (this.#held ?? "") : "";
    const errors = this.#dropped.error + (this.#held !== undefined && !free ? 1 : 0);
    this.#held = undefined;
    const dropped = Object.entries({ ...this.#dropped, error: errors }).filter(([, count]) => count > 0);
    const list = dropped.map(([level, count]) => `${count} ${level}${count === 1 ? "" : "s"}`).join(", ");
    return { command, note: list === "" ? "" : `Not annotated, as GitHub shows 10 of each kind: ${list}.` };
  }

  #give(annotation: Annotation): string {
    const { level } = annotation;
    if (this.#given[level] >= MOST[level]) {
      this.#dropped[level]++;
      return "";
    }
    this.#given[level]++;
    return this.#command(annotation);
  }

  #command({ level, file, line, column, title, message }: Annotation): string {
    const col = line === undefined ? undefined : column;
    return workflowCommand(level, { file: this.#within(file), line, col, title }, message);
  }

  /** GitHub wants paths relative to the workspace, with slashes. */
  #within(file: string | undefined): string | undefined {
    if (file === undefined || this.#workspace === undefined) return file;
    const path = relative(this.#workspace, resolve(this.#workspace, file));
    return path.startsWith("..") || isAbsolute(path) ? file : path.split(sep).join("/");
  }
}
