import type { UsageError } from "../../errors.js";
import type { PhaseName } from "../../spec/index.js";
import { type Position, placeOf } from "../../spec/index.js";
import { SpecError } from "../model.js";

/** The spec that asks for sandboxes, and what stands in place of what it says. */
export interface SpecSource {
  readonly file: string;
  readonly text: string;
  readonly overridden: { readonly backend: boolean; readonly image: boolean };
}

/** Keys that messages name, in the spec's words. */
const KEYS =
  /\b(?:limits(?:\.[a-z-]+)?|capabilities(?:\.[a-z]+)?|network|filesystem-root|filesystem-writable-paths|mounts|extra-mounts|image|ports|backend)\b/;
const OF_THE_SPEC = ["image", "ports"];

/** Finds what of the spec is to blame for a sandbox that cannot be had. */
export class Blame {
  readonly #source: SpecSource;

  constructor(source: SpecSource) {
    this.#source = source;
  }

  /** The error with the place of what it names, where the spec says that. */
  placed(error: UsageError, phase: PhaseName, key?: string): UsageError {
    const position = this.#find(phase, key ?? KEYS.exec(error.message)?.[0] ?? "backend");
    if (position === null) return error;
    const { file, text } = this.#source;
    const { code, message } = error;
    const diagnostic = { file, ...position, severity: "error", code, message } as const;
    return new SpecError(`${file}:${position.line}:${position.column}: ${message}`, {
      diagnostics: [diagnostic],
      specText: text,
      code,
    });
  }

  #find(phase: PhaseName, key: string): Position | null {
    const { text, overridden } = this.#source;
    const places = (path: readonly string[]) => [
      [...phase.split("/"), "sandbox", ...path],
      ["sandbox", ...path],
    ];
    if (key === "image" && overridden.image) return null;
    if (OF_THE_SPEC.includes(key))
      return placeOf(text, [[key]]) ?? (key === "image" ? this.#find(phase, "backend") : null);
    if (key === "backend" && overridden.backend) return null;
    return placeOf(text, [...places(key.split(".")), ...places([])]);
  }
}
