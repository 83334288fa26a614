import { expect, test } from "@jest/globals";
import { projectWith } from "../e2e/support/project.js";
import { runJob } from "./job.js";

const spec = "execute:\n  - run: 'true'\n    shell: true\n";

test("debug logging, where it is on, says which tools there are", async () => {
  const { log } = await runJob({ workspace: projectWith(spec), environment: { RUNNER_DEBUG: "1" } });
  expect(log).toMatch(/^::debug::git: git version \d/m);
  expect(log).toMatch(/^::debug::uv: (uv \d.*|not found)$/m);
});

test("without it nothing is looked for", async () => {
  const { log } = await runJob({ workspace: projectWith(spec) });
  expect(log).not.toContain("::debug::");
});
