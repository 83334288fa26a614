import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type Build, type BuildOptions, prepareBuild, SpecError } from "../../src/build/index.js";
import { UsageError } from "../../src/errors.js";
import { encryptValue, generateIdentity } from "../../src/secrets/index.js";
import { Outcome } from "../support/run.js";

let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "forgexec-build-")));
  mkdirSync(join(root, "project/sub"), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): string {
  writeFileSync(join(root, path), text);
  return join(root, path);
}

interface Overrides extends Partial<Omit<BuildOptions, "machine">> {
  readonly variables?: Record<string, string>;
  readonly cwd?: string;
}

function prepare({ variables = {}, cwd = join(root, "project"), ...options }: Overrides = {}): Promise<Build> {
  const environment = {
    PATH: process.env.PATH ?? "",
    HOME: root,
    FORGEXEC_CACHE_DIR: join(root, "cache"),
    ...variables,
  };
  const machine = { environment, platform: process.platform, home: root, cwd, now: () => new Date() };
  return prepareBuild({ machine, stage: "execute", phases: [], environment: {}, keepGoing: false, ...options });
}

async function outcomeOf(build: Build): Promise<Outcome> {
  const never = new AbortController().signal;
  const events = [];
  for await (const event of build.run({ signal: never, killSignal: never })) events.push(event);
  return new Outcome(events);
}

/** A GitHub event's variables, its payload in a file. */
function github(event: string, payload: object): Record<string, string> {
  return {
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: write("event.json", JSON.stringify(payload)),
  };
}

const FORK = {
  pull_request: {
    number: 7,
    commits: 3,
    head: { sha: "f00", repo: { id: 2 } },
    base: { ref: "main", repo: { id: 1 } },
  },
  repository: { id: 1, full_name: "octo/tree" },
};

describe("finding the spec", () => {
  test("upwards from the working directory; commands run in its folder", async () => {
    write("project/.forge.yml", "execute: [ls]");
    const { plan } = await prepare({ cwd: join(root, "project/sub") });
    expect(plan.directory).toBe(join(root, "project"));
  });

  test("a given directory is where it is looked for and where commands run", async () => {
    write("project/.forge.yml", "execute: [ls]");
    const { plan } = await prepare({ cwd: root, directory: "project" });
    expect([plan.directory, plan.spec]).toEqual([join(root, "project"), join("project", ".forge.yml")]);
  });

  test("where a given directory has none, that of the working directory runs in it", async () => {
    write("project/.forge.yml", "execute: [ls]");
    mkdirSync(join(root, "elsewhere"));
    const { plan } = await prepare({ directory: "../elsewhere" });
    expect([plan.directory, plan.spec]).toEqual([join(root, "elsewhere"), ".forge.yml"]);
  });

  test("none is an error that says what to do", async () => {
    await expect(prepare()).rejects.toThrow(/No \.forge\.yml in .*forgexec init/);
  });

  test("a folder in the place of a spec is shown by its name", async () => {
    const error = await prepare({ spec: "." }).catch((caught) => caught);
    expect((error as SpecError).diagnostics).toMatchObject([{ file: ".", code: "spec-not-a-file" }]);
  });

  test("a time-out of nothing is told what a time-out is", async () => {
    write("project/.forge.yml", "execute: [ls]");
    await expect(prepare({ timeout: "0" })).rejects.toThrow(/"0" is not a duration .* more than 0/);
  });

  test("all findings of a bad spec come at once", async () => {
    write("project/.forge.yml", "exceute: [ls]\nexecute: [{ run: ls, timout: 3 }]");
    const error = await prepare().catch((caught) => caught);
    expect(error).toBeInstanceOf(SpecError);
    expect((error as SpecError).diagnostics.map(({ line, code }) => [line, code])).toEqual([
      [1, "unknown-key"],
      [2, "unknown-key"],
    ]);
  });

  test.each([
    ["a spec", { spec: "link.yml" }],
    ["a directory", { spec: "in.yml", directory: "out" }],
  ])("%s that a link leads out of the workspace is refused", async (_, options) => {
    write("outside.yml", "execute: [ls]");
    write("project/in.yml", "execute: [ls]");
    symlinkSync(join(root, "outside.yml"), join(root, "project/link.yml"));
    symlinkSync(root, join(root, "project/out"));
    const error = await prepare({ ...options, confineTo: join(root, "project") }).catch((caught) => caught);
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toMatch(/outside the workspace/);
  });
});

describe("secrets", () => {
  test("reach commands, and are masked in every output", async () => {
    write(
      "project/.forge.yml",
      "environment: { TOKEN: { env: MY_TOKEN } }\nexecute: [printenv TOKEN, 'sh -c \"test $TOKEN = hunter2-long\"']",
    );
    const build = await prepare({ variables: { MY_TOKEN: "hunter2-long" } });
    const outcome = await outcomeOf(build);
    expect([outcome.end.exitCode, outcome.output()]).toEqual([0, "***"]);
    expect(JSON.stringify(outcome.events)).not.toContain("hunter2");
    expect(build.secrets).toContain("hunter2-long");
  });

  test.each([
    "FORGE_DECRYPTION_KEY",
    "INPUT_GITHUB-TOKEN",
    "GITHUB_TOKEN",
    "ACTIONS_RUNTIME_TOKEN",
    "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
    "GITHUB_ENV",
  ])("a spec cannot have %s by another name", async (name) => {
    const variables = { "INPUT_GITHUB-TOKEN": "the-value", [name]: "the-value" };
    write("project/.forge.yml", `execute:\n  - run: env\n    environment: { X: { env: "${name}" } }`);
    await expect(prepare({ variables })).rejects.toMatchObject({
      name: "UsageError",
      message: expect.stringContaining(`the environment variable ${name} belongs to the runner`),
    });
  });

  test("a missing variable is an error that names its place, before anything runs", async () => {
    write("project/.forge.yml", "environment: { TOKEN: { env: MY_TOKEN } }\nexecute: [ls]");
    await expect(prepare()).rejects.toThrow(/phase execute, step 0: variable TOKEN.*MY_TOKEN is not set/i);
  });

  test("a build that is only shown needs none", async () => {
    write("project/.forge.yml", "environment: { TOKEN: { env: MY_TOKEN } }\nexecute: [ls]");
    const { plan } = await prepare({ secrets: "left-alone" });
    expect(plan.phases[0]?.steps[0]?.environment.TOKEN).toEqual({ env: "MY_TOKEN" });
  });

  test("an encrypted value is decrypted for deploy phases; the key reaches no command", async () => {
    const { identity, recipient } = await generateIdentity();
    const armoured = await encryptValue("open sesame", recipient);
    const spec = `environment:\n  TOKEN:\n    encrypted: |\n      ${armoured.trim().replaceAll("\n", "\n      ")}\nexecute: [env]\nstaging: { deploy: [env] }\n`;
    write("project/.forge.yml", spec);
    const variables = { FORGE_DECRYPTION_KEY: identity };
    const staging = await outcomeOf(await prepare({ variables, stage: "staging" }));
    expect(staging.output()).toContain("TOKEN=***");
    const execute = await outcomeOf(await prepare({ variables }));
    expect(execute.output()).not.toMatch(/TOKEN=|FORGE_DECRYPTION_KEY|AGE-SECRET/);
    expect(execute.of("warning").map(({ code }) => code)).toEqual(["encrypted-left-out"]);
  });
});

describe("policy", () => {
  test("a fork's pull request runs, with encrypted values left out", async () => {
    const armoured = await encryptValue("sesame", (await generateIdentity()).recipient);
    const value = JSON.stringify(armoured);
    write(
      "project/.forge.yml",
      `environment: { T: { encrypted: ${value} } }\nexecute: ["echo {forge-commit-count} {forge-sha}"]`,
    );
    const outcome = await outcomeOf(await prepare({ variables: github("pull_request", FORK) }));
    expect([outcome.end.exitCode, outcome.output()]).toEqual([0, "3 f00"]);
  });

  test.each(["staging", "production", "all"])("it may not run the stage %s", async (stage) => {
    write("project/.forge.yml", "execute: [ls]\nstaging: { deploy: [ls] }\nproduction: { deploy: [ls] }");
    await expect(prepare({ stage, variables: github("pull_request", FORK) })).rejects.toMatchObject({
      code: "stage-refused",
    });
  });
});

describe("the environment of commands", () => {
  test("has nothing of the runner's own; OIDC only where a deploy phase asks for it", async () => {
    write(
      "project/.forge.yml",
      "execute: [env]\nproduction: { deploy: { id-token: true, steps: [env] }, execute: [env] }",
    );
    const variables = {
      ACTIONS_RUNTIME_TOKEN: "runtime",
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: "oidc",
      "INPUT_GITHUB-TOKEN": "token",
      GITHUB_OUTPUT: "out",
      RUNNER_TRACKING_ID: "tracked",
    };
    const { end, ...outcome } = await outcomeOf(await prepare({ variables, stage: "production" })).then((found) => ({
      end: found.end,
      deploy: found
        .of("output")
        .filter(({ phase }) => phase === "production/deploy")
        .map(({ text }) => text)
        .join("\n"),
      execute: found
        .of("output")
        .filter(({ phase }) => phase === "production/execute")
        .map(({ text }) => text)
        .join("\n"),
    }));
    expect(end.exitCode).toBe(0);
    expect(outcome.deploy).toContain("ACTIONS_ID_TOKEN_REQUEST_TOKEN=oidc");
    expect(outcome.execute).not.toMatch(/ACTIONS_|INPUT_|GITHUB_OUTPUT/);
    expect(outcome.execute).toContain("RUNNER_TRACKING_ID=tracked");
  });
});

test("an interpreter that is asked for and not there is an error before anything runs", async () => {
  write("project/.forge.yml", "python: '3.99'\nexecute: [echo never]");
  await expect(prepare().then(outcomeOf)).rejects.toThrow(/Python 3\.99/);
});
