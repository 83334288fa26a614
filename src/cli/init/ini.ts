import { parse } from "ini";
import type { Folder } from "./folder.js";

export type Ini = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Stands for the line ends inside a value while the file is parsed. */
const FOLD = "\u0001";

/** A file as Python's configparser reads it: an indented line goes on with the value above. Null: there is none. */
export function readIni(folder: Folder, file: string): Ini | null {
  if (!folder.has(file)) return null;
  const lines = folder
    .read(file)
    .split(/\r\n|\r|\n/)
    .filter((line) => !/^\s*[#;]/.test(line))
    .map((line) => line.replace(/\s#.*$/, ""))
    // The library takes these for comments wherever they stand; in a requirement a semicolon begins a marker.
    .map((line) => line.replace(/[;#\\]/g, "\\$&"));
  const folded = lines
    .join("\n")
    .replaceAll(FOLD, "")
    .replace(/\n[ \t]+(?=\S)/g, FOLD);
  const sections: Record<string, Record<string, string>> = Object.create(null);
  collect(parse(folded), { path: "", into: sections });
  return sections;
}

/** The library makes `[a.b]` a section within a section; here it is one name again. */
function collect(
  node: Readonly<Record<string, unknown>>,
  at: { readonly path: string; readonly into: Record<string, Record<string, string>> },
): void {
  const values: Record<string, string> = Object.create(null);
  for (const [key, value] of Object.entries(node)) {
    if (isSection(value)) collect(value, { path: at.path === "" ? key : `${at.path}.${key}`, into: at.into });
    else values[key.trim()] = String(value).replaceAll(FOLD, "\n").trim();
  }
  if (at.path !== "") at.into[at.path] = values;
}

function isSection(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
