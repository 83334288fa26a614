import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Diagnostic, parseSpec, type Spec } from "../../src/spec/index.js";

const FOLDER = fileURLToPath(new URL("../fixtures/specs/", import.meta.url));

/** The specs of a folder under fixtures/specs, by name. */
export function fixtures(folder: "valid" | "invalid"): readonly { name: string; text: string; expected: string }[] {
  return readdirSync(FOLDER + folder)
    .filter((name) => name.endsWith(".yml"))
    .map((name) => ({
      name,
      text: readFileSync(`${FOLDER}${folder}/${name}`, "utf8"),
      expected: folder === "valid" ? "" : readFileSync(`${FOLDER}${folder}/${name.replace(".yml", ".txt")}`, "utf8"),
    }));
}

/** Diagnostics as the fixtures' expectations write them: `line:column:code suggestion`, a line each. */
export function summary(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ line, column, code, suggestion }) => `${line}:${column}:${code}${suggestion ? ` ${suggestion}` : ""}\n`)
    .join("");
}

/** The spec of a text that has no error. */
export function valid(text: string): Spec {
  const { spec, diagnostics } = parseSpec(text, "spec.yml");
  if (!spec) throw new Error(JSON.stringify(diagnostics));
  return spec;
}
