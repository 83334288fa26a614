import { cpSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect } from "@jest/globals";
import { nodeFolder, runAct, testWithAct as test } from "./support/act.js";
import { grouped } from "./support/actLog.js";
import { runCli } from "./support/cli.js";
import { newHome } from "./support/home.js";
import { replacePorts } from "./support/ports.js";
import { processesWith } from "./support/processes.js";
import { copyOfExample, newProject } from "./support/project.js";

const TIME = 180_000;
const TOKEN = "tok-5f1c7f0e9a-action";
const home = newHome();

/** A block of code whose fence is longer than any that the output could close it with. */
const FENCED = /^(`{4,})text\n[\s\S]*?\n\1$/m;

/** A workflow that runs the action, and reads its outputs in a later step whatever became of it. */
const workflowOf = (inputs = "") => `
on: [push, pull_request]
permissions: {}
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: forgexec/forgexec@v1
        id: forge
        ${inputs === "" ? "" : `with: ${inputs}`}
        env:
          MY_TOKEN: \${{ secrets.MY_TOKEN }}
      - if: always()
        id: after
        env:
          OUTPUTS: \${{ toJSON(steps.forge.outputs) }}
          OUTCOME: \${{ steps.forge.outcome }}
        run: node -p "'OUTCOME ' + process.env.OUTCOME + ' harmless'"; node -p "'OUTPUTS ' + JSON.stringify(JSON.parse(process.env.OUTPUTS))"
`;

const FAILING = `
environment:
  TOKEN: { env: MY_TOKEN }
linting:
  - node -p "'linted by ' + process.version"
execute:
  - node hostile.mjs
staging:
  deploy:
    - node -p "'deployed'"
`;

function failingProject(): string {
  const project = newProject({ ".forge.yml": FAILING });
  cpSync(path.resolve(import.meta.dirname, "programs/hostile.mjs"), path.join(project, "hostile.mjs"));
  return project;
}

describe.each([20, 24])("the action under act, on Node %i (act on PATH)", (major) => {
  let folder = "";
  beforeAll(() => {
    folder = nodeFolder(major, home);
  }, TIME);

  test(
    "reports a success: groups, outputs, summary",
    async () => {
      const project = newProject({
        ".forge.yml": `linting: [node -p "'linted by ' + process.version"]\nexecute: [node -p "'tested'"]\n`,
      });
      const { exitCode, steps, log } = await runAct({ home, project, workflow: workflowOf(), nodeFolder: folder });
      if (exitCode !== 0) throw new Error(log);
      const forge = steps.get("forge");
      expect(forge?.results).toEqual({ Main: "success", Post: "success" });
      const lines = grouped(forge?.lines ?? []);
      const linted = lines.find(({ line }) => line.text.startsWith(`linted by v${major}.`));
      expect(linted?.group).toContain("linting");
      expect(lines.find(({ line }) => line.text === "tested")?.group).toContain("execute");
      expect(forge?.outputs).toMatchObject({
        result: "success",
        "failed-phase": "",
        "cache-hit": "off",
        "cache-key": "",
      });
      expect(forge?.summary).toMatch(/\|.*linting.*\|/);
      expect(forge?.summary).toContain("```mermaid");
      const after = steps.get("after")?.lines.map(({ text }) => text) ?? [];
      expect(after[0]).toBe("OUTCOME success harmless");
      const outputs = JSON.parse(after[1]?.replace("OUTPUTS ", "") ?? "") as Record<string, string>;
      expect(outputs.result).toBe("success");
      const phases = JSON.parse(outputs.phases ?? "") as { phase: string; result: string }[];
      expect(phases.map(({ phase, result }) => `${phase}: ${result}`)).toEqual([
        "linting: success",
        "execute: success",
      ]);
    },
    TIME,
  );

  test(
    "reports a failure: its tail outside of the groups, its output inert, its secrets hidden, the step failed",
    async () => {
      const { exitCode, steps, log } = await runAct({
        home,
        project: failingProject(),
        workflow: workflowOf(),
        secrets: { MY_TOKEN: TOKEN },
        nodeFolder: folder,
      });
      expect(exitCode).not.toBe(0);
      const forge = steps.get("forge");
      if (forge === undefined) throw new Error(log);
      expect(forge.results).toEqual({ Main: "failure", Post: "success" });

      const lines = grouped(forge.lines);
      const carriedOut = lines.filter(({ line }) => line.kind === "command" && line.command !== "add-mask");
      expect(carriedOut.filter(({ line }) => line.text.includes("evil"))).toEqual([]);
      expect(forge.lines.filter(({ command }) => ["add-path", "save-state", "set-env"].includes(command))).toEqual([]);
      expect(forge.lines.filter(({ text }) => text.startsWith("##[") && text.includes("evil"))).toEqual([]);
      expect(forge.lines.filter(({ command }) => command === "add-mask").map(({ text }) => text)).toEqual([TOKEN]);

      const shown = lines.filter(({ line }) => line.command !== "add-mask");
      expect(shown.filter(({ line }) => line.text.includes(TOKEN))).toEqual([]);
      expect(shown.filter(({ line }) => line.text === "token is ***").map(({ group }) => group !== null)).toEqual([
        true,
        false,
      ]);
      expect(shown.some(({ line, group }) => line.text === "the last words" && group === null)).toBe(true);
      expect(shown.some(({ line }) => line.text === "visible: none")).toBe(true);
      expect(shown.some(({ line }) => line.text.includes("exit code 7"))).toBe(true);

      expect(forge.outputs).toMatchObject({ result: "failure", "failed-phase": "execute" });
      expect(forge.summary).toContain("the last words");
      expect(forge.summary.replace(FENCED, "")).not.toMatch(/<script>|evil/);
      expect(forge.summary).not.toContain(TOKEN);
      const after = steps.get("after")?.lines.map(({ text }) => text) ?? [];
      expect(after[0]).toBe("OUTCOME failure harmless");
      expect(after[1]).toContain('"failed-phase":"execute"');
      expect(processesWith(home.mark)).toEqual([]);
    },
    TIME,
  );

  test("the command line runs on it too", async () => {
    const project = newProject({ ".forge.yml": `execute: [node -p "'ran by ' + process.version"]` });
    const environment = { PATH: [folder, home.environment.PATH].join(path.delimiter) };
    const { exitCode, all } = await runCli(["run"], {
      home,
      cwd: project,
      node: path.join(folder, "node"),
      environment,
    });
    expect([exitCode, all.includes(`ran by v${major}.`)]).toEqual([0, true]);
  });
});

describe("the action under act (act on PATH)", () => {
  test(
    "runs examples/rest-api",
    async () => {
      const project = copyOfExample("rest-api");
      await replacePorts(path.join(project, ".forge.yml"), [18431, 18432]);
      const { exitCode, steps, log } = await runAct({ home, project, workflow: workflowOf() });
      if (exitCode !== 0) throw new Error(log);
      const forge = steps.get("forge");
      expect(forge?.outputs.result).toBe("success");
      expect(grouped(forge?.lines ?? []).find(({ line }) => line.text.includes("8 passed"))?.group).toContain(
        "execute",
      );
      expect(forge?.summary).toMatch(/\|.*install.*\|/);
      expect(processesWith(home.mark)).toEqual([]);
    },
    TIME,
  );

  test(
    "with workflow-commands, lets commands speak to the runner",
    async () => {
      const spec = `execute:\n  - |-\n    node -p "'::warning file=a.py,line=3::look here'"\n`;
      const project = newProject({ ".forge.yml": spec });
      const { exitCode, steps, log } = await runAct({
        home,
        project,
        workflow: workflowOf("{ workflow-commands: true }"),
      });
      if (exitCode !== 0) throw new Error(log);
      const warnings = steps.get("forge")?.lines.filter(({ command }) => command === "warning") ?? [];
      expect(warnings.map(({ text }) => text)).toEqual(["look here"]);
    },
    TIME,
  );

  test(
    "refuses to deploy for a fork's pull request; nothing runs",
    async () => {
      const payload = {
        pull_request: {
          number: 5,
          head: { sha: "0".repeat(40), ref: "topic", repo: { full_name: "stranger/project", fork: true } },
          base: { ref: "main", repo: { full_name: "owner/project" } },
          commits: 2,
        },
        repository: { full_name: "owner/project", name: "project", owner: { login: "owner" } },
      };
      const { exitCode, steps, log } = await runAct({
        home,
        project: failingProject(),
        workflow: workflowOf("{ stage: staging }"),
        event: "pull_request",
        payload,
        secrets: { MY_TOKEN: TOKEN },
      });
      expect(exitCode).not.toBe(0);
      expect(steps.get("forge")?.results.Main).toBe("failure");
      expect(steps.get("forge")?.lines.some(({ command, text }) => command === "error" && /fork/i.test(text))).toBe(
        true,
      );
      expect(log).not.toContain("deployed\\n");
    },
    TIME,
  );
});
