import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { executorForPlatform, getExecutor } from "../../src/sandbox/index.js";
import { createFolder, forgexec, removeFolders } from "../cli/support.js";
import { failureOf } from "../command/helper.js";

/**
 * On machines that are known to refuse something: "limits", or else the code of bubblewrap's problem. To be refused is told by name, and
 * nothing runs all the same. Elsewhere there is nothing to see.
 */
const refused = process.env.FORGEXEC_TEST_REFUSED;
const testNoBubblewrap = refused !== undefined && refused !== "limits" ? test : test.skip;
const testNoLimits = refused === "limits" ? test : test.skip;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "forgexec-refused-"));
});
afterEach(() => {
  // Whatever was asked for, no command has run.
  expect(existsSync(join(folder, "ran"))).toBe(false);
  rmSync(folder, { recursive: true });
});
const touch = () => ["touch", join(folder, "ran")];

testNoBubblewrap("what the kernel holds back from bubblewrap is told by name", async () => {
  const executor = getExecutor("bubblewrap");
  const problems = await executor.preflight();
  expect(problems.map(({ code }) => code)).toEqual([refused]);
  expect(problems[0]?.message).toMatch(/namespaces/);
  for (const trying of [executor.runSandbox(touch()), executor.open({ network: "isolated" })])
    expect(await failureOf(trying)).toMatchObject({
      reason: "unsupported",
      message: expect.stringMatching(/namespaces/),
    });
});

testNoBubblewrap("where it is left to the machine, that is no reason to do without", async () => {
  const trying = async () => executorForPlatform({ environment: {} }).runSandbox(touch());
  const error: { reason?: string; code?: string } = await trying().then(
    () => ({}),
    (thrown) => thrown,
  );
  // A container would take an image.
  expect(["unsupported", "invalid", "no-sandbox"]).toContain(error.reason ?? error.code);
  const cwd = await createFolder({
    ".forge.yml": `sandbox: { backend: bubblewrap }\nexecute: [${touch().join(" ")}]\n`,
  });
  const { code, stderr } = await forgexec(["run"], { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/namespaces/);
  await removeFolders();
});

testNoLimits("limits that no control group can be made for are refused by name", async () => {
  const executor = getExecutor("bubblewrap");
  expect(await executor.preflight()).toEqual([]);
  expect(executor.capabilities.limits).toEqual(["timeout", "openFiles"]);
  for (const [name, limits] of Object.entries({ memory: { memory: "1GiB" }, pids: { pids: 9 }, cpus: { cpus: 1 } }))
    expect(await failureOf(executor.runSandbox(touch(), { limits }))).toMatchObject({
      reason: "unsupported",
      message: expect.stringContaining(`limits.${name}`),
    });
});
