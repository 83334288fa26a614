import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { temporaryFolder } from "../e2e/support/temporary.js";
import { liveLines, runJob } from "./job.js";

const SECRET = "top-secret-of-another-project";

/** A workspace beside another project, which has a spec and a file that is none of the job's business. */
function neighbours() {
  const folder = temporaryFolder();
  const workspace = path.join(folder, "workspace");
  const other = path.join(folder, "workspace-other");
  const marker = path.join(folder, "ran");
  for (const name of [workspace, other]) mkdirSync(name);
  writeFileSync(path.join(other, ".forge.yml"), `execute:\n  - touch ${marker}\n`);
  writeFileSync(path.join(other, "secret"), `${SECRET}: 1\n`);
  writeFileSync(path.join(folder, ".forge.yml"), `execute:\n  - touch ${marker}\n`);
  return { workspace, other, marker };
}

async function refused(
  { workspace, marker }: { readonly workspace: string; readonly marker: string },
  inputs: Readonly<Record<string, string>>,
): Promise<string> {
  const { log, exitCode, outputs } = await runJob({ workspace, inputs });
  expect(existsSync(marker)).toBe(false);
  expect([exitCode, outputs.result, outputs.phases]).toEqual([1, "failure", "[]"]);
  expect(log).not.toContain(SECRET);
  expect(log).not.toMatch(/itself failed|\n\s+at /);
  const errors = liveLines(log).filter((line) => line.startsWith("::error"));
  expect(errors).toHaveLength(1);
  return errors[0] ?? "";
}

test.each([
  ["a path upwards", { spec: "../workspace-other/.forge.yml" }],
  ["a path upwards and down again", { spec: "sub/../../workspace-other/.forge.yml" }],
  ["a working directory upwards", { "working-directory": "../workspace-other" }],
  ["the folder above", { "working-directory": ".." }],
])("%s is refused", async (_what, inputs) => {
  const place = neighbours();
  mkdirSync(path.join(place.workspace, "sub"));
  expect(await refused(place, inputs)).toContain("outside the workspace");
});

test("absolute paths outside are refused", async () => {
  const place = neighbours();
  expect(await refused(place, { spec: path.join(place.other, ".forge.yml") })).toContain("outside the workspace");
  expect(await refused(place, { "working-directory": place.other })).toContain("outside the workspace");
});

test("a spec that is a link to a file outside is refused, and nothing of the file is shown", async () => {
  const place = neighbours();
  symlinkSync(path.join(place.other, "secret"), path.join(place.workspace, ".forge.yml"));
  expect(await refused(place, {})).toContain("outside the workspace");
});

test("a spec in a folder that is a link to one outside is refused", async () => {
  const place = neighbours();
  symlinkSync(place.other, path.join(place.workspace, "linked"));
  expect(await refused(place, { spec: "linked/.forge.yml" })).toContain("outside the workspace");
  expect(await refused(place, { "working-directory": "linked" })).toContain("outside the workspace");
});

test("a spec is never looked for above the workspace", async () => {
  const place = neighbours();
  expect(await refused(place, {})).toMatch(/There is no \.forge\.yml in the workspace .* "forgexec init"/);
});

test("a link within the workspace is fine, and so is a workspace that is a link itself", async () => {
  const { workspace } = neighbours();
  mkdirSync(path.join(workspace, "ci"));
  const node = process.execPath.replaceAll("\\", "/");
  writeFileSync(path.join(workspace, "ci/forge.yml"), `execute:\n  - '"${node}" -e 0'\n`);
  symlinkSync("ci/forge.yml", path.join(workspace, ".forge.yml"));
  const link = path.join(temporaryFolder(), "workspace");
  symlinkSync(workspace, link);
  expect((await runJob({ workspace })).outputs.result).toBe("success");
  expect((await runJob({ workspace: link })).outputs.result).toBe("success");
});

test("without a workspace there is no job", async () => {
  const { log, exitCode } = await runJob({ workspace: "" });
  expect(exitCode).toBe(1);
  expect(log).toContain("::error::GITHUB_WORKSPACE is not set");
});

test("a workspace that is not there is an error that says what may be missing", async () => {
  const { log } = await runJob({ workspace: path.join(temporaryFolder(), "gone") });
  expect(log).toMatch(/::error::The workspace .*gone cannot be opened: .* Is actions\/checkout missing\?/);
});
