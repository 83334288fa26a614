export type { Diagnostic } from "./diagnostic.js";
export { formatDuration, LONGEST_TIMEOUT_MS, parseDuration, parseTimeout } from "./duration.js";
export * from "./model.js";
export { LARGEST_SPEC, type ParsedSpec, parseSpec } from "./parse.js";
export { quoteWord, quoteWords } from "./quote.js";
export { parseSize } from "./size.js";
export { findVariables, isVariable, substitute, VARIABLES, type VariableName, type VariableUse } from "./variables.js";
export { splitWords, type WordsProblem } from "./words.js";
