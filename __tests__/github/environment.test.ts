import { describe, expect, test } from "@jest/globals";
import { commandEnvironment, idTokenEnvironment } from "../../src/github/index.js";

const RUNNER = {
  PATH: "/bin",
  CI: "true",
  GITHUB_ACTIONS: "true",
  GITHUB_SHA: "abc",
  RUNNER_TRACKING_ID: "github_1",
  RUNNER_TEMP: "/tmp",
  INPUT_SPEC: ".forge.yml",
  "INPUT_GITHUB-TOKEN": "ghs_input",
  "Input_Decryption-Key": "AGE-SECRET-KEY-1",
  GITHUB_TOKEN: "ghs_input",
  ACTIONS_RUNTIME_TOKEN: "t",
  ACTIONS_RUNTIME_URL: "u",
  ACTIONS_RESULTS_URL: "u",
  ACTIONS_CACHE_URL: "u",
  ACTIONS_CACHE_SERVICE_V2: "true",
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: "t",
  ACTIONS_ID_TOKEN_REQUEST_URL: "u",
  ACTIONS_STEP_DEBUG: "true",
  STATE_isPost: "true",
  FORGE_DECRYPTION_KEY: "AGE-SECRET-KEY-1",
  FORGE_PULL_REQUEST: "7",
  GITHUB_OUTPUT: "/o",
  GITHUB_ENV: "/e",
  GITHUB_PATH: "/p",
  GITHUB_STEP_SUMMARY: "/s",
  GITHUB_STATE: "/st",
  EMPTY: "",
  GONE: undefined,
};

const KEPT = {
  PATH: "/bin",
  CI: "true",
  GITHUB_ACTIONS: "true",
  GITHUB_SHA: "abc",
  RUNNER_TRACKING_ID: "github_1",
  RUNNER_TEMP: "/tmp",
  ACTIONS_STEP_DEBUG: "true",
  FORGE_PULL_REQUEST: "7",
  EMPTY: "",
};

describe("commandEnvironment", () => {
  test("takes out what belongs to the runner and to forgexec, and nothing else", () => {
    expect(commandEnvironment(RUNNER, { workflowCommands: false })).toEqual(KEPT);
  });

  test("shows the files of workflow commands where they are asked for", () => {
    expect(commandEnvironment(RUNNER, { workflowCommands: true })).toEqual({
      ...KEPT,
      GITHUB_OUTPUT: "/o",
      GITHUB_ENV: "/e",
      GITHUB_PATH: "/p",
      GITHUB_STEP_SUMMARY: "/s",
      GITHUB_STATE: "/st",
    });
  });

  test("keeps a GITHUB_TOKEN that is not the input's", () => {
    const own = { GITHUB_TOKEN: "ghp_own", "INPUT_GITHUB-TOKEN": "ghs_input" };
    expect(commandEnvironment(own, { workflowCommands: false })).toEqual({ GITHUB_TOKEN: "ghp_own" });
    expect(commandEnvironment({ GITHUB_TOKEN: "ghp_own" }, { workflowCommands: false })).toEqual({
      GITHUB_TOKEN: "ghp_own",
    });
    const empty = { GITHUB_TOKEN: "", "INPUT_GITHUB-TOKEN": "" };
    expect(commandEnvironment(empty, { workflowCommands: false })).toEqual({ GITHUB_TOKEN: "" });
  });

  test("does not regard case on Windows, as programs there do", () => {
    const lower = { Actions_Runtime_Token: "t", github_output: "/o", forge_decryption_key: "k", Path: "C:\\" };
    expect(commandEnvironment(lower, { workflowCommands: false, platform: "win32" })).toEqual({ Path: "C:\\" });
    expect(commandEnvironment(lower, { workflowCommands: false, platform: "linux" })).toEqual(lower);
  });
});

test("idTokenEnvironment holds the OIDC variables alone", () => {
  expect(idTokenEnvironment(RUNNER)).toEqual({
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "t",
    ACTIONS_ID_TOKEN_REQUEST_URL: "u",
  });
});
