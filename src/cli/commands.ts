import type { Define } from "./define.js";

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<{ readonly define: Define }>;
}

/** Every command of this version, in the order of the help; each is loaded when it is called for. */
export const COMMANDS: readonly CommandEntry[] = [
  { name: "run", summary: "run the phases of a stage", load: () => import("./run.js") },
  { name: "plan", summary: "show what would run, executing nothing", load: () => import("./plan.js") },
  { name: "validate", summary: "check specs and show every finding", load: () => import("./validate.js") },
  { name: "schema", summary: "print the JSON Schema of the spec", load: () => import("./schema.js") },
  { name: "exec", summary: "run one command in the build's environment", load: () => import("./exec.js") },
  { name: "shell", summary: "open a shell in a phase's environment", load: () => import("./shell.js") },
  { name: "init", summary: "write a spec and a workflow for this project", load: () => import("./init.js") },
  { name: "index", summary: "serve a caching package index", load: () => import("./index-serve.js") },
  { name: "cache", summary: "look after the package cache", load: () => import("./cache.js") },
  { name: "changes", summary: "report on changes under review", load: () => import("./changes.js") },
  { name: "keygen", summary: "make an age identity for encrypted values", load: () => import("./keygen.js") },
  { name: "encrypt", summary: "encrypt a value for the spec", load: () => import("./encrypt.js") },
];

/** Commands that a later version brings. */
export const LATER_COMMANDS: ReadonlySet<string> = new Set(["report"]);
