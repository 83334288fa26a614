import { afterAll, expect, test } from "@jest/globals";
import { VERSION } from "../../src/version.js";
import { createFolder, forgexec, removeFolders } from "./support.js";

afterAll(removeFolders);

const SPEC = `python: "3"
environment:
  MODE: test
install:
  - pip install flask
execute:
  - background: flask run
  - pytest -q
staging:
  deploy:
    - touch {forge-commit-count}
`;

test("the table shows phases and commands, and nothing runs", async () => {
  const cwd = await createFolder({ ".forge.yml": "install:\n  - touch made\nexecute:\n  - pytest -q\n" });
  const { code, stdout, stderr } = await forgexec(["plan"], { cwd });
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/install +1 +touch made/);
  expect(stdout).toMatch(/execute +1 +pytest -q/);
});

test("--json is the plan, with every key of the contract", async () => {
  const cwd = await createFolder({ ".forge.yml": SPEC });
  const { code, stdout } = await forgexec(["plan", "--json", "--env", "MORE=1"], { cwd });
  expect(code).toBe(0);
  const plan = JSON.parse(stdout);
  expect(plan).toMatchObject({ version: VERSION, spec: ".forge.yml", stage: "execute", directory: cwd });
  expect(plan).toHaveProperty("cacheKey");
  expect(plan.phases.map(({ phase }: { phase: string }) => phase)).toEqual(["install", "execute"]);
  expect(plan.phases[1].steps).toMatchObject([
    { argv: ["flask", "run"], background: true, workingDirectory: cwd },
    { name: "pytest -q", argv: ["pytest", "-q"], background: false, timeoutMs: null },
  ]);
  expect(plan.phases[1].steps[1].environment).toMatchObject({ MODE: "test", MORE: "1", FORGE_ACTION: "execute" });
});

test("a stage has its phases, and variables their values", async () => {
  const cwd = await createFolder({ ".forge.yml": SPEC });
  const { stdout } = await forgexec(["plan", "staging", "--json"], { cwd, environment: { FORGE_COMMIT_COUNT: "17" } });
  const plan = JSON.parse(stdout);
  expect(plan.phases.map(({ phase }: { phase: string }) => phase)).toEqual(["install", "staging/deploy"]);
  expect(plan.phases[1].steps[0].argv).toEqual(["touch", "17"]);
});

test("--matrix is one line for strategy.matrix, one entry as nothing is a list", async () => {
  const cwd = await createFolder({ ".forge.yml": SPEC });
  const { stdout } = await forgexec(["plan", "--matrix"], { cwd });
  expect(stdout.split("\n")).toHaveLength(2);
  expect(JSON.parse(stdout)).toEqual({ include: [{ python: "3", stage: "execute" }] });
  const plain = await createFolder({ ".forge.yml": "execute:\n  - pytest\n" });
  expect(JSON.parse((await forgexec(["plan", "--matrix"], { cwd: plain })).stdout)).toEqual({
    include: [{ stage: "execute" }],
  });
});

test("an encrypted value stands in the plan as it is in the spec", async () => {
  const cwd = await createFolder({ ".forge.yml": "environment:\n  TOKEN: { env: MY_TOKEN }\nexecute:\n  - pytest\n" });
  const { stdout } = await forgexec(["plan", "--json"], { cwd, environment: { MY_TOKEN: "s3cr3t-value" } });
  expect(stdout).not.toContain("s3cr3t-value");
  expect(JSON.parse(stdout).phases[0].steps[0].environment.TOKEN).toEqual({ env: "MY_TOKEN" });
});
