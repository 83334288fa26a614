import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { Beacon } from "../e2e/support/beacon.js";
import { newHome } from "../e2e/support/home.js";
import { processesWith } from "../e2e/support/processes.js";
import { newProject, projectWith } from "../e2e/support/project.js";
import { liveLines, runJob, startJob } from "./job.js";

const NODE = `"${process.execPath.replaceAll("\\", "/")}"`;

/** A command of a spec that runs the script; single quotes of YAML are doubled. */
function script(code: string): string {
  return `'${`${NODE} -e "${code}"`.replaceAll("'", "''")}'`;
}

const OUTPUTS = ["result", "phases", "failed-phase", "cache-hit", "cache-key", "report-path", "matrix"];

test("a spec that succeeds: outputs, groups, summary", async () => {
  const workspace = projectWith(`linting:\n  - ${script("console.log('clean')")}\nexecute:\n  - ${script("0")}\n`);
  const { log, outputs, summary, exitCode, state } = await runJob({ workspace });
  expect(exitCode).toBeUndefined();
  expect(outputs).toMatchObject({
    result: "success",
    "failed-phase": "",
    "cache-hit": "off",
    "cache-key": "",
    "report-path": "",
  });
  expect(JSON.parse(outputs.matrix ?? "")).toEqual({ include: [{ stage: "execute" }] });
  const phases = JSON.parse(outputs.phases ?? "");
  expect(phases.map((phase: { phase: string; result: string }) => [phase.phase, phase.result])).toEqual([
    ["linting", "success"],
    ["execute", "success"],
  ]);
  expect(liveLines(log).filter((line) => /^::(end)?group/.test(line))).toEqual([
    "::group::linting",
    "::endgroup::",
    "::group::execute",
    "::endgroup::",
  ]);
  expect(log).toContain("clean");
  expect(summary).toMatch(/linting[\s\S]*execute[\s\S]*```mermaid/);
  expect(state).toEqual({ isPost: "true" });
});

test("a command that fails: the job fails with its phase, the command and the exit code", async () => {
  const workspace = projectWith(`linting:\n  - ${script("process.exit(3)")}\nexecute:\n  - ${script("0")}\n`);
  const { log, outputs, exitCode } = await runJob({ workspace });
  expect(exitCode).toBe(1);
  expect(outputs).toMatchObject({ result: "failure", "failed-phase": "linting" });
  const phases: readonly { result: string; steps: readonly { exitCode: number }[] }[] = JSON.parse(
    outputs.phases ?? "",
  );
  expect(phases.map(({ result }) => result)).toEqual(["failure", "skipped"]);
  expect(phases[0]?.steps[0]?.exitCode).toBe(3);
  expect(
    liveLines(log)
      .filter((line) => line.startsWith("::error"))
      .at(-1),
  ).toMatch(/^::error::Phase linting failed: .*process\.exit\(3\).* ended with exit code 3\.$/);
});

test("a bad spec: every finding with its line, annotated there; nothing runs, no stack", async () => {
  const marker = path.join(newProject({}), "ran");
  const workspace = projectWith(`install:\n  - touch ${marker}\nlintin:\n  - x\nexecute: 3\n`);
  const { log, outputs, summary, exitCode } = await runJob({ workspace });
  expect(exitCode).toBe(1);
  const errors = liveLines(log).filter((line) => line.startsWith("::error"));
  expect(errors).toEqual([
    expect.stringMatching(
      /^::error title=Build spec,file=\.forge\.yml,line=3,col=1::.*lintin.*Did you mean "linting"\?/,
    ),
    expect.stringMatching(/^::error title=Build spec,file=\.forge\.yml,line=5,col=10::/),
    expect.stringMatching(/^::error::.*\.forge\.yml/),
  ]);
  expect(log).toMatch(/\.forge\.yml:3:1: error: .*\n {2}lintin:\n {2}\^/);
  expect(log).not.toMatch(/\n\s+at /);
  expect(Object.keys(outputs)).toEqual(OUTPUTS);
  expect(outputs).toMatchObject({ result: "failure", phases: "[]", "cache-hit": "off", matrix: "" });
  expect(existsSync(marker)).toBe(false);
  expect(summary).toBe("");
});

test.each(["true", "false"])(
  "a sandbox that cannot be had is one error, at its place (annotations: %s)",
  async (annotations) => {
    const workspace = projectWith("image: a\nsandbox: { backend: bubblewrap }\nexecute: [x]\n");
    const { log, exitCode } = await runJob({ workspace, inputs: { annotations } });
    expect(exitCode).toBe(1);
    const properties = annotations === "true" ? " title=Sandbox,file=.forge.yml,line=2,col=21" : "";
    expect(liveLines(log).filter((line) => line.includes("cannot do image"))).toEqual([
      expect.stringContaining(`::error${properties}::.forge.yml:2:21: `),
    ]);
  },
);

test("what may be wrong with a spec is a warning on its line, and the spec runs", async () => {
  const workspace = projectWith(`execute:\n  - '${NODE} -e 0 && "##[group]"'\n`);
  const { log, outputs } = await runJob({ workspace });
  expect(outputs.result).toBe("success");
  expect(log).toMatch(/\.forge\.yml:2:\d+: warning: /);
  expect(liveLines(log)).toContainEqual(
    expect.stringMatching(/^::warning title=Build spec,file=\.forge\.yml,line=2,col=\d+::/),
  );
  expect(log).not.toContain("##[");
});

test("annotations: false leaves the findings to the log", async () => {
  const { log } = await runJob({ workspace: projectWith("execute: 3\n"), inputs: { annotations: "false" } });
  expect(log).toContain(".forge.yml:1:10: error:");
  expect(liveLines(log).filter((line) => line.startsWith("::error "))).toEqual([]);
});

test("a hundred findings are at most ten annotations, the last of them the reason", async () => {
  const keys = Array.from({ length: 100 }, (_, index) => `key${index}: 1\n`).join("");
  const { log } = await runJob({ workspace: projectWith(keys) });
  const errors = liveLines(log).filter((line) => line.startsWith("::error"));
  expect(errors).toHaveLength(10);
  expect(errors.at(-1)).toMatch(/^::error::/);
});

test("a spec cannot give orders to the runner by what is wrong with it", async () => {
  const hostile = '"::set-output name=result::success": 1\n"##[group]x": 1\n"x\\n::add-mask::a": 1\nexecute: [":"]\n';
  const { log } = await runJob({ workspace: projectWith(hostile) });
  const commands = liveLines(log).filter((line) => /^\s*::|##\[/.test(line));
  expect(commands.every((line) => /^::error( |::)/.test(line))).toBe(true);
  expect(log).not.toContain("##[");
});

test("neither can the output of commands, unless it is allowed to", async () => {
  const workspace = projectWith(`execute:\n  - ${script("console.log('::warning::mine')")}\n`);
  expect(liveLines((await runJob({ workspace })).log)).not.toContain("::warning::mine");
  const allowed = await runJob({ workspace, inputs: { "workflow-commands": "true" } });
  expect(liveLines(allowed.log)).toContain("::warning::mine");
});

test("commands see neither inputs nor the runner's files and tokens", async () => {
  const names =
    "Object.keys(process.env).filter((n) => /^(INPUT_|STATE_|ACTIONS_|GITHUB_(OUTPUT|ENV|PATH|STATE|STEP))/.test(n))";
  const workspace = projectWith(`execute:\n  - ${script(`console.log('seen=' + ${names}.sort() + '.')`)}\n`);
  const environment = { ACTIONS_RUNTIME_TOKEN: "t", ACTIONS_ID_TOKEN_REQUEST_TOKEN: "t", ACTIONS_RESULTS_URL: "u" };
  const usual = await runJob({ workspace, environment, inputs: { "decryption-key": "k3y" } });
  expect(usual.log).toContain("seen=.");
  const allowed = await runJob({ workspace, environment, inputs: { "workflow-commands": "true" } });
  expect(allowed.log).toContain("seen=GITHUB_ENV,GITHUB_OUTPUT,GITHUB_PATH,GITHUB_STATE,GITHUB_STEP_SUMMARY.");
});

test("secrets are registered before anything runs, each line of them, and appear nowhere", async () => {
  const spec = [
    "environment:",
    "  TOKEN: { env: DEPLOY_TOKEN }",
    "execute:",
    `  - ${script("console.log('[' + process.env.TOKEN + ']'); process.exit(1)")}`,
  ];
  const { log, outputs, summary } = await runJob({
    workspace: projectWith(`${spec.join("\n")}\n`),
    inputs: { "decryption-key": "AGE-SECRET-KEY-1QQQ", "github-token": "ghs_abc" },
    environment: { DEPLOY_TOKEN: "first-line\nsecond-line" },
  });
  const masks = liveLines(log).filter((line) => line.startsWith("::add-mask::"));
  const masked = masks.map((line) => line.slice("::add-mask::".length));
  expect(masked).toEqual(
    expect.arrayContaining(["AGE-SECRET-KEY-1QQQ", "ghs_abc", "first-line%0Asecond-line", "first-line", "second-line"]),
  );
  expect(log.indexOf("::group::")).toBeGreaterThan(log.lastIndexOf("::add-mask::"));
  const rest = log.split("\n").filter((line) => !line.startsWith("::add-mask::"));
  expect([...rest, summary, ...Object.values(outputs)].join("\n")).not.toMatch(
    /first-line|second-line|AGE-SECRET|ghs_/,
  );
  expect(log).toContain("[***");
});

test("bad inputs are named, and nothing runs", async () => {
  const marker = path.join(newProject({}), "ran");
  const workspace = projectWith(`execute:\n  - touch ${marker}\n`);
  const { log, exitCode, outputs } = await runJob({ workspace, inputs: { comment: "true", timeout: "soon" } });
  expect(exitCode).toBe(1);
  expect(log).toMatch(
    /::error::input "comment": "true" needs a later release.*%0Ainput "timeout": "soon" is no duration/,
  );
  expect(outputs.result).toBe("failure");
  expect(existsSync(marker)).toBe(false);
});

test.each([
  ["an unknown stage", { stage: "productoin" }, /There is no stage "productoin". Did you mean "production"/],
  ["an unknown phase", { phases: "tests" }, /no phase "tests"/],
  [
    "a spec that is not there",
    { spec: "other.yml" },
    /There is no other\.yml in the workspace .* Is actions\/checkout missing\?/,
  ],
  ["a folder that is not there", { "working-directory": "nowhere" }, /nowhere: there is no such directory/],
])("%s is one clear error", async (_what, inputs, message) => {
  const { log, exitCode } = await runJob({ workspace: projectWith(`execute:\n  - ${script("0")}\n`), inputs });
  expect(exitCode).toBe(1);
  const errors = liveLines(log).filter((line) => line.startsWith("::error"));
  expect(errors).toEqual([expect.stringMatching(message)]);
  expect(log).not.toMatch(/\n\s+at |itself failed/);
});

test("only the phases asked for run", async () => {
  const workspace = projectWith(`linting:\n  - ${script("0")}\nexecute:\n  - ${script("process.exit(1)")}\n`);
  const { outputs } = await runJob({ workspace, inputs: { phases: "linting" } });
  expect(outputs.result).toBe("success");
});

test("the working directory's spec runs there; a spec elsewhere runs in its own folder", async () => {
  const spec = `execute:\n  - ${script("console.log('in ' + require('path').basename(process.cwd()) + '.')")}\n`;
  const workspace = newProject({ "one/.forge.yml": spec, "two/ci.yml": spec });
  mkdirSync(path.join(workspace, "three"));
  expect((await runJob({ workspace, inputs: { "working-directory": "one" } })).log).toContain("in one.");
  expect((await runJob({ workspace, inputs: { spec: "two/ci.yml" } })).log).toContain("in two.");
  const both = { spec: "two/ci.yml", "working-directory": "three" };
  expect((await runJob({ workspace, inputs: both })).log).toContain("in three.");
});

test("summary: false writes none", async () => {
  const workspace = projectWith(`execute:\n  - ${script("0")}\n`);
  const { summary, outputs } = await runJob({ workspace, inputs: { summary: "false" } });
  expect([summary, outputs.result]).toEqual(["", "success"]);
});

test("a timeout ends the run and is called one", async () => {
  const beacon = await Beacon.listen();
  const workspace = projectWith(`execute:\n  - '${beacon.command("endless", "family")}'\n`);
  const { log, outputs } = await runJob({ workspace, inputs: { timeout: "1s" } });
  expect(outputs).toMatchObject({ result: "timed-out", "failed-phase": "execute" });
  expect(log).toMatch(/::error::Phase execute failed: .* ran out of time/);
  await beacon.dark();
});

test("cancelled by the runner's one SIGINT, nothing is left, however stubborn", async () => {
  const beacon = await Beacon.listen();
  const home = newHome();
  const spec = [
    "execute:",
    `  - background: '${beacon.command("server", "stubborn")}'`,
    `  - '${beacon.command("tests", "family")}'`,
    `  - touch after`,
  ];
  const workspace = projectWith(`${spec.join("\n")}\n`);
  const job = startJob({ workspace, home });
  await beacon.names(4);
  job.signal("SIGINT");
  const { log, outputs, exitCode } = await job.result;
  await beacon.dark();
  expect(processesWith(home.mark)).toEqual([]);
  expect(outputs.result).toBe("cancelled");
  expect(exitCode).toBe(1);
  expect(log).toMatch(/::error::The run was cancelled during execute; exit code 130\./);
  expect(existsSync(path.join(workspace, "after"))).toBe(false);
});

test("cancelled before the first command, nothing runs", async () => {
  const workspace = projectWith("execute:\n  - touch after\n");
  const job = startJob({ workspace });
  job.signal("SIGINT");
  const { outputs, exitCode } = await job.result;
  expect([outputs.result, exitCode]).toEqual(["cancelled", 1]);
  expect(existsSync(path.join(workspace, "after"))).toBe(false);
});

test("a pull request from a fork may test, and not deploy", async () => {
  const payload = {
    pull_request: { number: 7, commits: 2, head: { sha: "a", repo: { id: 2 } }, base: { repo: { id: 1 } } },
  };
  const workspace = newProject({
    "event.json": JSON.stringify(payload),
    ".forge.yml": `execute:\n  - ${script("console.log('tested')")}\nstaging:\n  deploy:\n    - touch deployed\n`,
  });
  const environment = { GITHUB_EVENT_NAME: "pull_request", GITHUB_EVENT_PATH: path.join(workspace, "event.json") };
  const tested = await runJob({ workspace, environment });
  expect(tested.outputs.result).toBe("success");
  const deployed = await runJob({ workspace, environment, inputs: { stage: "staging" } });
  expect([deployed.exitCode, deployed.outputs.result]).toEqual([1, "failure"]);
  expect(deployed.log).toMatch(/::error::.*"staging" may not run here: a pull request from a fork may not deploy/);
  expect(existsSync(path.join(workspace, "deployed"))).toBe(false);
});

test("a fault of forgexec's own asks for a report, shows no stack, and fails the job", async () => {
  const workspace = projectWith(`execute:\n  - ${script("0")}\n`);
  const missing = path.join(workspace, "missing");
  const { log, exitCode } = await runJob({ workspace, environment: { GITHUB_STATE: missing } });
  expect(exitCode).toBe(1);
  expect(log).toMatch(/::error::forgexec itself failed: Missing file.*Please report it at https:/);
  expect(log).not.toMatch(/\n\s+at /);
  const debug = await runJob({ workspace, environment: { GITHUB_STATE: missing, RUNNER_DEBUG: "1" } });
  expect(debug.log).toMatch(/\n\s+at /);
});

test("the version of the log is the package's", async () => {
  const { version } = JSON.parse(readFileSync(path.resolve(import.meta.dirname, "../../package.json"), "utf8"));
  const { log } = await runJob({ workspace: projectWith(`execute:\n  - ${script("0")}\n`) });
  expect(log).toContain(`forgexec ${version}`);
});
