import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "@jest/globals";
import { runCli } from "./support/cli.js";
import { newHome } from "./support/home.js";
import { ROOT } from "./support/paths.js";
import { projectWith } from "./support/project.js";
import { temporaryFolder } from "./support/temporary.js";

const home = newHome();

describe("a fresh clone, with nothing installed", () => {
  const clone = path.join(temporaryFolder(), "forgexec");
  execFileSync("git", ["-c", "safe.directory=*", "clone", "--quiet", ROOT, clone], {
    env: home.environment,
    stdio: "pipe",
  });
  const cli = path.join(clone, "dist", "cli.js");

  test("has no node_modules, and runs a spec", async () => {
    expect(existsSync(path.join(clone, "node_modules"))).toBe(false);
    const cwd = projectWith(`execute: [node -p "'it ran'"]`);
    const { exitCode, all } = await runCli(["run"], { home, cwd, cli });
    expect([exitCode, all.includes("it ran")]).toEqual([0, true]);
  });

  test.each([
    [["--version"]],
    [["--help"]],
    [["schema"]],
    [["plan", "--directory", "examples/rest-api"]],
    [["validate", "examples/rest-api/.forge.yml", "examples/library/.forge.yml"]],
  ])("answers %j", async (args) => {
    const { exitCode, stdout } = await runCli(args, { home, cwd: clone, cli });
    expect(exitCode).toBe(0);
    expect(args[0] === "validate" || stdout.length > 0).toBe(true);
  });

  test("is left as it was by a run", () => {
    const status = execFileSync("git", ["-c", "safe.directory=*", "status", "--porcelain"], {
      cwd: clone,
      env: home.environment,
    });
    expect(status.toString()).toBe("");
  });
});
