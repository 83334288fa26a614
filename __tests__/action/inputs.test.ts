import { expect, test } from "@jest/globals";
import { INPUTS, inputName, readInputs } from "../../src/action/inputs.js";
import { UsageError } from "../../src/errors.js";
import { createInputs } from "./create-inputs.js";

function read(given: Readonly<Record<string, string>>) {
  return readInputs((name) => given[name] ?? "");
}

function problemOf(given: Readonly<Record<string, string>>): string {
  try {
    read(given);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return "";
}

test("nothing given, every input has the default of action.yml", () => {
  expect(read({})).toEqual({
    spec: null,
    stage: "execute",
    phases: [],
    workingDirectory: null,
    python: null,
    packageCache: "auto",
    cachePrefix: null,
    freshness: "3d",
    sandbox: null,
    githubToken: null,
    statuses: "auto",
    comment: "false",
    summary: "on",
    annotations: "on",
    decryptionKey: null,
    workflowCommands: "off",
    timeout: null,
    report: null,
    mount: "auto",
    matrixEntry: null,
  });
});

test("what is given is read, trimmed", () => {
  const inputs = read({
    spec: " ci/forge.yml\n",
    stage: "staging",
    phases: "install, linting\nexecute,,staging/deploy ",
    "working-directory": "a folder/ü",
    python: "3.12",
    "package-cache": "read-only",
    "cache-prefix": "v2-",
    freshness: "12h",
    mount: "false",
    statuses: "false",
    summary: "FALSE",
    annotations: "False",
    "decryption-key": "AGE-SECRET-KEY-1A\n",
    "workflow-commands": "True",
    timeout: "1h30m",
    sandbox: "bubblewrap",
  });
  expect(inputs).toEqual(
    createInputs({
      spec: "ci/forge.yml",
      stage: "staging",
      phases: ["install", "linting", "execute", "staging/deploy"],
      workingDirectory: "a folder/ü",
      python: "3.12",
      packageCache: "read-only",
      cachePrefix: "v2-",
      freshness: "12h",
      mount: "false",
      statuses: "false",
      summary: "off",
      annotations: "off",
      decryptionKey: "AGE-SECRET-KEY-1A",
      workflowCommands: "on",
      timeout: "1h30m",
      sandbox: "bubblewrap",
    }),
  );
});

test("the inputs cannot be changed", () => {
  expect(Object.isFrozen(read({}))).toBe(true);
});

test.each([
  ["statuses", "true", "only auto or false is taken"],
  ["comment", "true", "only false is taken"],
  ["report", "report.html", "leave it out"],
  ["matrix-entry", '{"python":"3.12"}', "leave it out"],
])("%s: %s needs a later release, and the message says so", (name, value, advice) => {
  expect(problemOf({ [name]: value })).toBe(
    `input "${name}": "${value}" needs a later release of forgexec; in this one ${advice}.`,
  );
});

test.each([
  ["package-cache", "yes", '"yes" is none of auto, true, false, read-only'],
  ["statuses", "on", '"on" is none of auto, true, false'],
  ["comment", "1", '"1" is none of true, false'],
  ["summary", "yes", '"yes" is neither true nor false'],
  ["annotations", "tRUE", '"tRUE" is neither true nor false'],
  ["workflow-commands", "on", '"on" is neither true nor false'],
  ["freshness", "soon", '"soon" is no duration; write one such as 12h, 3d or 0'],
  ["cache-prefix", "a,b", '"a,b" is no prefix; it has at most 100 letters, digits, dots, dashes and underscores'],
  ["mount", "always", '"always" is none of auto, true, false'],
  ["timeout", "soon", '"soon" is no duration; write one such as 90s, 10m or 1h30m'],
  ["timeout", "0", '"0" is no duration; write one such as 90s, 10m or 1h30m'],
  ["timeout", "-1s", '"-1s" is no duration; write one such as 90s, 10m or 1h30m'],
])("%s: %s is refused", (name, value, why) => {
  expect(problemOf({ [name]: value })).toBe(`input "${name}": ${why}.`);
});

test("all bad inputs are named at once", () => {
  const message = problemOf({ summary: "x", mount: "x", timeout: "x" });
  expect(message.split("\n").map((line) => /^input "(.+?)"/.exec(line)?.[1])).toEqual(["summary", "timeout", "mount"]);
});

test("names are written as workflows write them", () => {
  expect(Object.keys(INPUTS).map(inputName)).toContain("working-directory");
});
