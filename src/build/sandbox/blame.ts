import type { UsageError } from "../../errors.js";
import type { PlannedStep } from "../../plan/index.js";
import type { ConfigPath } from "../../sandbox/index.js";
import type { Diagnostic, PhaseName, Position } from "../../spec/index.js";
import { placeOf } from "../../spec/index.js";
import { SpecError } from "../model.js";
import { inSpecWords } from "./faults.js";

/** The spec that asks for sandboxes, and what stands in place of what it says. */
export interface SpecSource {
  readonly file: string;
  readonly text: string;
  readonly overridden: { readonly backend: boolean; readonly image: boolean; readonly python: boolean };
}

/** An error, and what of the spec it is about. */
export interface Blamed {
  readonly error: UsageError;
  /** Absent: it is about the whole spec. */
  readonly phase?: PhaseName;
  /** The step that it is about; `at` is in there then. */
  readonly step?: Pick<PlannedStep, "step" | "position">;
  /** A place in a sandbox's configuration, or a key of the spec's own; empty: the message names it. */
  readonly at: ConfigPath;
}

/** Keys that messages name, in the spec's words. */
const KEYS =
  /\b(?:limits(?:\.[a-z-]+)?|capabilities(?:\.[a-z]+)?|network|filesystem-root|filesystem-writable-paths|mounts|extra-mounts|image|ports|backend)\b/;
const OF_THE_SPEC = ["image", "ports", "python", "pypi"];
/** Mappings whose keys say what they are about, as a device. */
const KEYED = ["ports", "device-read-bps", "device-write-bps"];

/** Finds what of the spec is to blame for a sandbox or an environment that cannot be had. */
export class Blame {
  readonly #source: SpecSource;

  constructor(source: SpecSource) {
    this.#source = source;
  }

  /** The error with the place of what it is about, where the spec says that. */
  placed(blamed: Blamed): UsageError {
    return blamed.error instanceof SpecError ? blamed.error : (this.all([blamed]) ?? blamed.error);
  }

  /** Several as one, each once, in the order of the spec's text; an error that is not the spec's comes first, alone. Null: there is none. */
  all(found: readonly Blamed[]): UsageError | null {
    const diagnostics = found.map((blamed) => this.#diagnosticOf(blamed));
    const first = diagnostics.indexOf(null);
    const error = found[Math.max(0, first)]?.error;
    if (first >= 0 || error === undefined) return error ?? null;
    return this.#specError(
      diagnostics.filter((diagnostic) => diagnostic !== null),
      error,
    );
  }

  #specError(diagnostics: readonly Diagnostic[], { code, cause }: UsageError): SpecError {
    const each = [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
    const sorted = each.sort((a, b) => a.line - b.line || a.column - b.column);
    const [first, ...others] = sorted;
    const why = [
      first?.message,
      ...others.map((other) => `${other.file}:${other.line}:${other.column}: ${other.message}`),
    ];
    const found = { diagnostics: sorted, specText: this.#source.text, code, cause };
    return new SpecError(why.join("\n"), first === undefined ? found : { ...found, place: first });
  }

  #diagnosticOf({ error: { code, message }, phase, step, at }: Blamed): Diagnostic | null {
    const named = at.length > 0 ? at.map(inSpec) : (KEYS.exec(message)?.[0] ?? "backend").split(".");
    const position = step === undefined ? this.#find(named, phase) : this.#findInStep(phase, step, at);
    return position && { file: this.#source.file, ...position, severity: "error", code, message };
  }

  /** A phase is a list of steps, or a mapping that has one. */
  #findInStep(phase: PhaseName | undefined, { step, position }: NonNullable<Blamed["step"]>, at: ConfigPath): Position {
    const ofPhase = (phase ?? "").split("/");
    const paths = [[...ofPhase, "steps"], ofPhase].map((steps) => [...steps, step, ...at]);
    return placeOf(this.#source.text, paths) ?? position;
  }

  #find(path: ConfigPath, phase: PhaseName | undefined): Position | null {
    const { text, overridden } = this.#source;
    const [key = ""] = path.map(String);
    if (key === "image" && overridden.image) return null;
    if (key === "python" && overridden.python) return null;
    if (OF_THE_SPEC.includes(key)) {
      const found = this.#nearest([], path, 1);
      return found ?? (key === "image" && phase !== undefined ? this.#find(["backend"], phase) : null);
    }
    if (key === "backend" && overridden.backend) return null;
    const ofPhase = [...(phase ?? "").split("/"), "sandbox"];
    // A phase's keys stand before the spec's; those of some mappings one by one.
    const whole = path.slice(0, ["limits", "capabilities"].includes(key) ? 2 : 1);
    const holder = placeOf(text, [[...ofPhase, ...whole]]) === null ? ["sandbox"] : ofPhase;
    return this.#nearest(holder, path, 1) ?? placeOf(text, [ofPhase, ["sandbox"]]);
  }

  /** The place, or that of what it lies in, down to so many keys. */
  #nearest(holder: ConfigPath, path: ConfigPath, least: number): Position | null {
    for (let length = path.length; length >= least; length--) {
      const keyed = KEYED.includes(String(path[length - 2]));
      const found = placeOf(this.#source.text, [[...holder, ...path.slice(0, length)]], keyed ? "key" : "value");
      if (found !== null) return found;
    }
    return null;
  }
}

function inSpec(part: string | number): string | number {
  return typeof part === "number" ? part : inSpecWords(part);
}
