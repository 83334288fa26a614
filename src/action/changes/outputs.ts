/** The action's outputs by the names of changes/action.yml; all of them are set on every way that main ends. */
export interface ChangesOutputs {
  readonly path: string;
  readonly count: string;
  readonly url: string;
}

/** What the outputs say when there is no report. */
export const NO_REPORT: ChangesOutputs = { path: "", count: "", url: "" };
