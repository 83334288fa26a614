import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect } from "@jest/globals";
import { type BuildOptions, prepareBuild } from "../../src/build/index.js";
import { local } from "../sandbox/support/local.js";
import { testEverybodys as test } from "../sandbox/support/machine.js";
import { Outcome } from "../support/run.js";

let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "forgexec-build-")));
  mkdirSync(join(root, "workspace/project"), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function run(
  spec: string,
  options: Partial<BuildOptions> = {},
  variables: Readonly<Record<string, string>> = {},
) {
  writeFileSync(join(root, "workspace/project/.forge.yml"), spec);
  const environment = {
    PATH: process.env.PATH ?? "",
    HOME: root,
    FORGEXEC_CACHE_DIR: join(root, "cache"),
    ...variables,
  };
  const cwd = join(root, "workspace");
  const machine = { environment, platform: process.platform, home: root, cwd, now: () => new Date() };
  const wanted = {
    stage: "execute",
    phases: [],
    environment: {},
    keepGoing: false,
    confineTo: cwd,
    directory: "project",
  };
  const build = await prepareBuild({ machine, ...wanted, ...options });
  const never = new AbortController().signal;
  const events = [];
  for await (const event of build.run({ signal: never, killSignal: never })) events.push(event);
  return new Outcome(events);
}

// Nothing else of the folder is to be seen inside, as nothing of a runner's home is.
const SPEC = (more: string) =>
  `sandbox: { extra-mounts: [{ type: tmpfs, target: ${root} }], filesystem-writable-paths: none }\n${more}`;

test("the action's workspace is shown, whole and writable, where commands run in a folder below it", async () => {
  writeFileSync(join(root, "workspace/above"), "from above\n");
  writeFileSync(join(root, "secret"), "hidden\n");
  const outcome = await run(
    SPEC("execute: [cat ../above, touch ../made, { run: cat ../../secret, continue-on-error: true }]"),
  );
  expect(outcome.end.exitCode).toBe(0);
  expect(outcome.output(0)).toBe("from above");
  expect(outcome.output(2)).not.toContain("hidden");
  expect(readFileSync(join(root, "workspace/made"), "utf8")).toBe("");
});

test("the runner's files are there, and can be written to, only where commands have their names", async () => {
  const output = join(root, "set_output");
  writeFileSync(output, "");
  const spec = SPEC(
    'execute: [{ run: \'echo "a=$GITHUB_OUTPUT"; [ -z "$GITHUB_OUTPUT" ] || echo a=b >> "$GITHUB_OUTPUT"\', shell: true }]',
  );
  const withheld = await run(spec, {}, { GITHUB_OUTPUT: output });
  expect([withheld.end.exitCode, withheld.output()]).toEqual([0, "a="]);
  expect(readFileSync(output, "utf8")).toBe("");
  const passed = await run(spec, { workflowCommands: "passed" }, { GITHUB_OUTPUT: output });
  expect([passed.end.exitCode, passed.output()]).toEqual([0, `a=${output}`]);
  expect(readFileSync(output, "utf8")).toBe("a=b\n");
});

describe.each(local)("$name", ({ name, test }) => {
  test("what is the runner's own is hidden where it is not in the home: its temporary files, its credentials, its orders", async () => {
    const runner = join(root, "runner");
    mkdirSync(join(runner, "_work/_temp/_runner_file_commands"), { recursive: true });
    const output = join(root, "orders/set_env");
    mkdirSync(join(root, "orders"));
    writeFileSync(output, "");
    writeFileSync(join(runner, ".credentials_rsaparams"), "key of the runner\n");
    writeFileSync(join(runner, "_work/_temp/git-credentials.config"), "token of a checkout\n");
    const spec = `sandbox: { backend: ${name} }
execute:
  - run: |
      cat ${runner}/.credentials_rsaparams ${runner}/_work/_temp/* || :
      echo LD_PRELOAD=x >> ${output} || :
    shell: true
`;
    const variables = { RUNNER_TEMP: join(runner, "_work/_temp"), GITHUB_ENV: output };
    const outcome = await run(spec, {}, variables);
    expect(outcome.end.exitCode).toBe(0);
    expect(outcome.output()).not.toMatch(/key of the runner|token of a checkout/);
    expect(readFileSync(output, "utf8")).toBe("");
    expect(readFileSync(join(runner, "_work/_temp/git-credentials.config"), "utf8")).toBe("token of a checkout\n");
  });
});
