import { closest } from "../../closest.js";
import type { Problem } from "../problem.js";

// Where each key belongs, for those that stand in the wrong place.
const HOMES: Readonly<Record<string, string>> = {
  deploy: "`staging` or `production`",
  steps: "a phase",
  parallel: "a phase",
  "id-token": "a `deploy` phase",
  inputs: "the phase `install`",
  shards: "a phase",
  run: "a step, an item of a phase's list",
  background: "a step, an item of a phase's list",
  ready: "a step with `background`",
  "working-directory": "a step",
  "idle-timeout": "a step",
  retry: "a step",
  "continue-on-error": "a step",
  shell: "a step",
  if: "a step",
  stdin: "a step",
  report: "a step",
  environment: "the top level or a step",
  timeout: "the top level, a phase, a step or `ready`",
  install: "the top level",
  linting: "the top level",
  execute: "the top level, `staging` or `production`",
  staging: "the top level",
  production: "the top level",
  python: "the top level",
  pypi: "the top level",
  image: "the top level",
  ports: "the top level",
  matchers: "the top level",
  sandbox: "the top level or a phase",
  "index-servers": "`pypi`",
  "index-url": "`pypi`",
  "extra-index-url": "`pypi`",
  "trusted-host": "`pypi`",
  "find-links": "`pypi`",
};

const OTHER_NAMES: Readonly<Record<string, string>> = {
  env: "environment",
  lint: "linting",
  test: "execute",
  tests: "execute",
  script: "execute",
  command: "run",
  cmd: "run",
  cwd: "working-directory",
};

/** The key that an unknown one most likely stands for; undefined for a key that is known elsewhere. */
export function meantKey(key: string, known: readonly string[]): string | undefined {
  const other = Object.hasOwn(OTHER_NAMES, key) ? OTHER_NAMES[key] : undefined;
  if (other && known.includes(other)) return other;
  return Object.hasOwn(HOMES, key) ? undefined : closest(key, known);
}

/** The finding for a key that is not known where it stands. */
export function unknownKey(key: string, known: readonly string[], offset: number): Problem {
  const suggestion = meantKey(key, known);
  const home = suggestion === undefined && Object.hasOwn(HOMES, key) ? HOMES[key] : undefined;
  const shown = JSON.stringify(key.length > 60 ? `${key.slice(0, 60)}…` : key);
  const rest = home ? ` It belongs to ${home}.` : suggestion ? "" : ` Known are ${list(known)}.`;
  const message = `The key ${shown} is not known here.${rest}`;
  return { offset, severity: "error", code: "unknown-key", message, ...(suggestion ? { suggestion } : {}) };
}

function list(keys: readonly string[]): string {
  return keys.map((key) => `\`${key}\``).join(", ");
}
