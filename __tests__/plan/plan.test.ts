import { describe, expect, test } from "@jest/globals";
import { UsageError } from "../../src/errors.js";
import { createContext, planOf } from "../support/plan.js";

const FULL = `
install: [pip install -r requirements.txt]
linting: [flake8]
execute: [pytest]
staging: { deploy: [twine upload], execute: [smoke] }
production: { deploy: [release], execute: [check] }
`;

const refused = { refused: "pull requests from forks may not" };

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof UsageError) return error.code;
    throw error;
  }
  return "no error";
}

describe("stages", () => {
  test.each([
    ["execute", ["install", "linting", "execute"]],
    ["staging", ["install", "staging/deploy", "staging/execute"]],
    ["production", ["install", "production/deploy", "production/execute"]],
    [
      "all",
      ["install", "linting", "execute", "staging/deploy", "staging/execute", "production/deploy", "production/execute"],
    ],
  ])("%s runs its phases in order", (stage, phases) => {
    expect(planOf(FULL, { stage }).phases.map(({ phase }) => phase)).toEqual(phases);
  });

  test("a phase that the spec lacks is left out", () => {
    expect(planOf("execute: [pytest]").phases.map(({ phase }) => phase)).toEqual(["execute"]);
  });

  test("a phase before the one to begin with says so", () => {
    expect(() => planOf(FULL, { phases: ["linting"], from: "execute" })).toThrow(/linting comes before execute/);
  });

  test("an unknown stage says which there are", () => {
    expect(() => planOf(FULL, { stage: "stagign" })).toThrow(
      /Did you mean "staging"\?.*execute, staging, production, all/,
    );
  });

  test.each(["staging", "production", "all"])("%s is refused where the policy refuses it", (stage) => {
    const policy = { ...createContext().policy, staging: refused, production: refused };
    expect(() => planOf(FULL, { stage, policy })).toThrow(/forks may not/);
  });

  test("a stage of which the spec has no phase is an error", () => {
    expect(codeOf(() => planOf("execute: [pytest]", { stage: "production" }))).toBe("nothing-to-run");
  });
});

describe("choosing phases", () => {
  test("--phase keeps the stage's order", () => {
    const { phases } = planOf(FULL, { phases: ["execute", "install"] });
    expect(phases.map(({ phase }) => phase)).toEqual(["install", "execute"]);
  });

  test("--from begins there", () => {
    expect(planOf(FULL, { from: "linting" }).phases.map(({ phase }) => phase)).toEqual(["linting", "execute"]);
  });

  test.each([
    ["an unknown name", { phases: ["lint"] }, /no phase "lint".*Did you mean "linting"/],
    ["one of another stage", { phases: ["staging/deploy"] }, /not one of the stage "execute"/],
    ["an unknown --from", { from: "tests" }, /no phase "tests"/],
  ])("%s is an error", (_, overrides, message) => {
    expect(() => planOf(FULL, overrides)).toThrow(message);
  });

  test("one that the spec lacks is an error that says so", () => {
    expect(() => planOf("execute: [pytest]", { phases: ["linting"] })).toThrow(/has no phase "linting"/);
  });
});

describe("commands", () => {
  const steps = (text: string, overrides = {}) => planOf(text, overrides).phases[0]?.steps ?? [];

  test("words become argv, variables are filled in after the split", () => {
    const variables = { ...createContext().variables, repo: { value: "two words {forge-sha}" } };
    expect(steps("execute: [\"tag '{forge-owner} x' {forge-repo}\"]", { variables })[0]?.argv).toEqual([
      "tag",
      "octo x",
      "two words {forge-sha}",
    ]);
  });

  test("under a shell values are quoted", () => {
    const variables = { ...createContext().variables, repo: { value: "$(rm -rf x)" } };
    const [step] = steps("execute: [{ run: 'echo {forge-repo} | cat', shell: true }]", { variables });
    expect(step?.argv).toEqual(["sh", "-e", "-c", "echo '$(rm -rf x)' | cat"]);
  });

  test("a variable without a value names its place and what to do", () => {
    expect(() => planOf("execute:\n  - tag {forge-commit-count}")).toThrow(
      /\.forge\.yml:2:5: \{forge-commit-count\} has no value here: no commit count here/,
    );
  });

  test("a literal brace stays, and so do all braces that are the command's own", () => {
    const own = ["$", "{x}"].join("");
    expect(steps(`execute: ['echo {{forge-sha} {} ${own}']`)[0]?.argv).toEqual(["echo", "{forge-sha}", "{}", own]);
  });

  test("without a name a step is called by its command", () => {
    expect(steps("execute: [\"echo 'a b'\", { name: Say, run: echo }]").map(({ name }) => name)).toEqual([
      "echo 'a b'",
      "Say",
    ]);
  });

  test("each command of a background list is a step of its own", () => {
    const found = steps("execute: [{ background: [one, two] }, three]");
    expect(found.map(({ step, argv, background }) => [step, argv[0], background])).toEqual([
      [0, "one", true],
      [1, "two", true],
      [2, "three", false],
    ]);
  });

  test("another platform's step is skipped with its reason", () => {
    const found = steps("execute: [{ run: dir, if: windows }, { run: ls, if: linux }]");
    expect(found.map(({ skip }) => skip)).toEqual(["only on windows", null]);
  });

  test("the working directory and the input file are absolute", () => {
    const [step] = steps("execute: [{ run: cat, working-directory: sub, stdin: in.txt }]");
    expect([step?.workingDirectory, step?.stdin]).toEqual(["/project/sub", "/project/sub/in.txt"]);
  });
});

describe("environment", () => {
  const environmentOf = (text: string, overrides = {}) =>
    planOf(text, overrides).phases.at(-1)?.steps[0]?.environment ?? {};

  test("the step's values win over --env, that over FORGE_*, those over the spec's", () => {
    const text =
      "environment: { A: spec, B: spec, FORGE_SHA: spec, C: spec }\nexecute: [{ run: x, environment: { A: step } }]";
    expect(environmentOf(text, { environment: { A: "flag", B: "flag" } })).toMatchObject({
      A: "step",
      B: "flag",
      C: "spec",
      FORGE_SHA: "abc123",
      FORGE_OWNER: "octo",
      FORGE_ACTION: "execute",
    });
  });

  test("a FORGE_ variable without a value is absent", () => {
    expect(environmentOf("execute: [x]")).not.toHaveProperty("FORGE_COMMIT_COUNT");
  });

  test("in the stage all, FORGE_ACTION is the phase's own stage", () => {
    const { phases } = planOf(FULL, { stage: "all" });
    expect(phases.map(({ steps }) => steps[0]?.environment.FORGE_ACTION)).toEqual([
      "execute",
      "execute",
      "execute",
      "staging",
      "staging",
      "production",
      "production",
    ]);
  });

  test("PYTHONUNBUFFERED is set unless the machine sets it", () => {
    expect(environmentOf("execute: [x]").PYTHONUNBUFFERED).toBe("1");
    expect(environmentOf("execute: [x]", { machineVariables: new Set(["PYTHONUNBUFFERED"]) })).not.toHaveProperty(
      "PYTHONUNBUFFERED",
    );
    // Which may set it itself: that is known when it has been looked at.
    expect(environmentOf("image: a\nexecute: [x]")).not.toHaveProperty("PYTHONUNBUFFERED");
  });

  const AGE = "-----BEGIN AGE ENCRYPTED FILE-----\\nYWdl\\n-----END AGE ENCRYPTED FILE-----\\n";

  test("encrypted values reach deploy phases only, which is said once", () => {
    const text = `environment: { TOKEN: { encrypted: "${AGE}" } }\nexecute: [x]\nlinting: [y]\nstaging: { deploy: [z] }`;
    const plan = planOf(text, { stage: "all" });
    const has = Object.fromEntries(
      plan.phases.map(({ phase, steps }) => [phase, "TOKEN" in (steps[0]?.environment ?? {})]),
    );
    expect(has).toEqual({ linting: false, execute: false, "staging/deploy": true });
    expect(plan.warnings.map(({ code }) => code)).toEqual(["encrypted-left-out"]);
  });

  test("a step's own encrypted value where nothing may be decrypted is an error", () => {
    const text = `execute: [{ run: x, environment: { TOKEN: { encrypted: "${AGE}" } } }]`;
    const policy = { ...createContext().policy, decryption: refused };
    expect(() => planOf(text, { policy })).toThrow(/TOKEN.*forks may not/);
  });
});

describe("need of an environment", () => {
  test.each([
    ["install: [pip install x]", true],
    ["python: '3.12'\nexecute: [x]", true],
    ["pypi: { find-links: wheels }\nexecute: [x]", true],
    ["execute: [python -m pytest]", false],
  ])("%j: %s", (text, needs) => {
    expect(planOf(text).needsPython).toBe(needs);
  });

  test("the plan survives JSON unchanged", () => {
    const plan = planOf(FULL, { stage: "all" });
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });
});
