import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { newHome } from "../e2e/support/home.js";
import { projectWith } from "../e2e/support/project.js";
import { runJob } from "./job.js";

const POST = { isPost: "true" };

test("post runs no spec, sets no outputs and says nothing when there is nothing to do", async () => {
  const workspace = projectWith("execute:\n  - touch ran\n");
  const { log, outputs, exitCode } = await runJob({ workspace, state: POST });
  expect([log, outputs, exitCode]).toEqual(["", {}, undefined]);
  expect(existsSync(path.join(workspace, "ran"))).toBe(false);
});

test("post removes pip's configuration, with its credentials, of a main that was killed", async () => {
  const home = newHome();
  const environments = path.join(home.environment.FORGEXEC_CACHE_DIR ?? "", "env");
  const left = path.join(environments, "project.pip.conf");
  mkdirSync(environments, { recursive: true });
  writeFileSync(left, "[global]\nextra-index-url = https://user:password@index.example/simple\n");
  expect((await runJob({ workspace: projectWith(""), home, state: POST })).exitCode).toBeUndefined();
  expect(existsSync(left)).toBe(false);
});

test("post never fails the job: what it cannot tidy up is a warning", async () => {
  const home = newHome();
  writeFileSync(path.join(home.folder, ".pypirc.forgexec"), "{}");
  mkdirSync(path.join(home.folder, ".pypirc"));
  const { log, exitCode } = await runJob({ workspace: projectWith(""), home, state: POST });
  expect(exitCode).toBeUndefined();
  expect(log).toMatch(/^::warning::Cleaning up after the run failed: /);
});

const onLinux = process.platform === "linux" ? test : test.skip;

onLinux("post ends what a main that was killed left running (needs /proc)", async () => {
  const namespace = /\d+/.exec(readlinkSync("/proc/self/ns/pid"))?.[0] ?? "";
  // The mark of a run whose process number belongs to another process by now.
  const mark = [namespace, process.pid, "1", "left"].join(".");
  const left = spawn("sleep", ["300"], { env: { PATH: process.env.PATH, FORGEXEC_RUN_ID: mark } });
  const gone = once(left, "exit");
  await runJob({ workspace: projectWith(""), state: POST });
  expect((await gone)[1]).toBe("SIGTERM");
});
