/**
 * What a column's cells are: it decides how people and programs see them. `time`: ms since the epoch; `wait`: a duration in ms;
 * `rate`: so many a day; `share`: from 0 to 1; `count` and `vote`: whole numbers; `prose`: text of several lines.
 */
export type ColumnKind = "text" | "prose" | "url" | "time" | "vote" | "count" | "rate" | "share" | "wait";

export type CellValue = string | number | null;

export interface Column {
  /** Its name in JSON and for `--sort` and `--field`: the column's name in camelCase. */
  readonly key: string;
  readonly name: string;
  readonly kind: ColumnKind;
  /** `on-request`: only where `--field` names it. */
  readonly shown: "always" | "on-request";
  /** The fewest columns of a terminal that a cut cell is still of use in; absent: it is not cut. */
  readonly least?: number;
  /** The widest that a cell may be for people, in columns of a terminal or characters. */
  readonly most?: number;
  /** In which order columns are left out where a terminal is too narrow, lowest first; absent: never. */
  readonly dropped?: number;
}

/** A cell for each column's key. */
export type Row = Readonly<Record<string, CellValue>>;

export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Rows that a limit left out. */
  readonly omitted: number;
}

/** The comments on one change. */
export interface Thread {
  readonly title: string;
  readonly url: string;
  readonly versions: readonly { readonly title: string; readonly rows: readonly Row[] }[];
}

/** What a report found. `table` is what JSON and CSV hold; `view` is how people see it. */
export interface Outcome {
  readonly table: Table;
  readonly view:
    | { readonly kind: "table" }
    /** One row as a list of facts, and tables after it. */
    | { readonly kind: "facts"; readonly tables: readonly Table[] }
    | { readonly kind: "threads"; readonly threads: readonly Thread[] };
}
