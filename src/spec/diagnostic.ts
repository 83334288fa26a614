/** One finding about a spec. `line` and `column` count from 1 and point at the value; for a wrong or unknown key at the key. */
export interface Diagnostic {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: "error" | "warning";
  /** A stable, kebab-case name of the kind of finding, such as `unknown-key`. */
  readonly code: string;
  readonly message: string;
  /** What to write instead, where one thing stands out ("did you mean …?"). */
  readonly suggestion?: string;
}
