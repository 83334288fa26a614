export type { Diagnostic } from "./diagnostic.js";
export { openYaml, type YamlDocument } from "./document.js";
export { formatDuration, LONGEST_TIMEOUT_MS, parseDuration, parseTimeout } from "./duration.js";
export { findSpec, SPEC_FILE } from "./find.js";
export { specJsonSchema } from "./json-schema.js";
export { type LoadedSpec, loadSpec } from "./load.js";
export * from "./model.js";
export { LARGEST_SPEC, type ParsedSpec, parseSpec } from "./parse.js";
export { placeOf } from "./place.js";
export { quoteWord, quoteWords } from "./quote.js";
export { type RenderOptions, renderDiagnostic } from "./render.js";
export type { WrittenSpec } from "./schema/spec.js";
export { formatSize, parseSize } from "./size.js";
export {
  findVariables,
  isVariable,
  substitute,
  substituteInScript,
  VARIABLES,
  type VariableName,
  type VariableUse,
} from "./variables.js";
export { splitWords, type WordsProblem } from "./words.js";
export { describe as describeYaml, type Node as YamlNode } from "./yaml/node.js";
