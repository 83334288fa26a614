import { spawnSync } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { newHome } from "./support/home.js";
import { CLI } from "./support/paths.js";
import { projectWith } from "./support/project.js";

const onLinux = process.platform === "linux" ? test : test.skip;

onLinux("a descriptor of whoever starts forgexec reaches no command of a run, but one of exec (needs /proc)", () => {
  const cwd = projectWith("execute:\n  - run: ls /proc/$$/fd\n    shell: true\n");
  const { environment } = newHome();
  const secret = openSync("/etc/passwd", "r");
  try {
    const descriptors = (args: readonly string[]): string[] => {
      const stdio = ["ignore", "pipe", "pipe", "ignore", "ignore", "ignore", secret] as const;
      const { stdout } = spawnSync(process.execPath, [CLI, ...args], { cwd, env: environment, stdio: [...stdio] });
      return String(stdout).trim().split(/\s+/);
    };
    expect(descriptors(["run"])).not.toContain("6");
    expect(descriptors(["exec", "--", "sh", "-c", "ls /proc/$$/fd; true"])).toContain("6");
  } finally {
    closeSync(secret);
  }
});
