/** What the process that talks to the Actions cache is asked, as its one argument in JSON. */
export type ActionsRequest =
  | {
      readonly verb: "restore" | "find";
      readonly key: string;
      readonly restoreKeys: readonly string[];
      readonly path: string;
    }
  | { readonly verb: "save"; readonly key: string; readonly path: string };

/** What it answers, in the file ANSWER. */
export interface ActionsAnswer {
  /** Of the entry that was found or saved; null: none. */
  readonly key: string | null;
}

/** Outside of the folder that archives are unpacked in. */
export const ANSWER = "../answer.json";
