/**
 * Bad usage or a bad spec: found before anything ran, exit code 2, never a stack trace.
 * The message says what happened, where, why, and what to do next.
 */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** A stable, kebab-case name of the kind of error. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
