/** Where in a file the cause of an error is; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Bad usage or a bad spec: found before anything ran, exit code 2, never a stack trace.
 * The message says what happened, where, why, and what to do next; it begins with the place, where there is one.
 */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** A stable, kebab-case name of the kind of error. */
  readonly code: string;

  /** Null: it is about no file. */
  readonly place: Place | null;
  /** The message without the place. */
  readonly why: string;

  constructor(code: string, why: string, options?: ErrorOptions & { readonly place?: Place }) {
    const { place = null } = options ?? {};
    super(place === null ? why : `${place.file}:${place.line}:${place.column}: ${why}`, options);
    this.code = code;
    this.place = place;
    this.why = why;
  }
}
