import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "@jest/globals";
import { Beacon } from "./support/beacon.js";
import { type Home, newHome } from "./support/home.js";
import { ROOT } from "./support/paths.js";
import { processesWith } from "./support/processes.js";
import { projectWith } from "./support/project.js";
import { testWithPython } from "./support/python.js";
import { temporaryFolder } from "./support/temporary.js";

/** GitHub's runner kills so long after it asked an action to end. */
const RUNNER_KILLS_AFTER_MS = 7500;

const cancels = process.platform === "win32" ? describe.skip : describe;

/** Starts the bundle as the runner does: its inputs in variables, its files for outputs, state and summary. */
function startAction(options: { home: Home; workspace: string; state?: Record<string, string> }) {
  const files = temporaryFolder();
  const environment: Record<string, string> = { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: options.workspace };
  for (const name of ["OUTPUT", "STATE", "STEP_SUMMARY", "ENV", "PATH"]) {
    environment[`GITHUB_${name}`] = path.join(files, name);
    writeFileSync(path.join(files, name), "");
  }
  for (const [name, value] of Object.entries(options.state ?? {})) environment[`STATE_${name}`] = value;
  const child = spawn(process.execPath, [path.join(ROOT, "dist/action/index.js")], {
    cwd: options.workspace,
    env: { ...options.home.environment, UPLOAD: "killed-password", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return { child, log: text(child.stdout), read: (name: string) => readFileSync(path.join(files, name), "utf8") };
}

async function exitOf(child: ChildProcess): Promise<unknown[]> {
  return child.exitCode === null && child.signalCode === null
    ? once(child, "close")
    : [child.exitCode, child.signalCode];
}

cancels("the action as a process (Windows has no signals that a process could catch)", () => {
  test("cancelled by one SIGINT, as the runner does, is gone in time with all of its processes", async () => {
    const home = newHome();
    const beacon = await Beacon.listen();
    const spec = `linting:\n  - background: ${beacon.command("server", "family")}\n  - ${beacon.command("test", "family")}\n`;
    const { child, log, read } = startAction({ home, workspace: projectWith(spec) });
    await beacon.names(6);
    child.kill("SIGINT");
    const runner = setTimeout(() => child.kill("SIGKILL"), RUNNER_KILLS_AFTER_MS);
    const [code, signal] = await exitOf(child);
    clearTimeout(runner);
    expect([code, signal]).toEqual([1, null]);
    await beacon.dark();
    expect(processesWith(home.mark)).toEqual([]);
    expect(read("OUTPUT")).toMatch(/^result<<(.+)\ncancelled\n\1$/m);
    const groups = (await log).match(/^::(end)?group/gm) ?? [];
    expect(groups).toEqual(["::group", "::endgroup"]);
  });

  testWithPython(
    "killed in main, is cleared up after by post",
    async () => {
      const home = newHome();
      const pypirc = path.join(home.folder, ".pypirc");
      const beacon = await Beacon.listen();
      const server = `{ repository: "http://127.0.0.1:9/", username: builder, password: { env: UPLOAD } }`;
      const spec = `pypi:\n  index-servers:\n    some-server: ${server}\nexecute:\n  - ${beacon.command("endless")}\n`;
      const workspace = projectWith(spec);
      const main = startAction({ home, workspace });
      await beacon.names(1);
      expect(readFileSync(pypirc, "utf8")).toContain("some-server");
      main.child.kill("SIGKILL");
      await exitOf(main.child);
      beacon.release("endless");
      await beacon.dark();

      const state = Object.fromEntries(
        [...main.read("STATE").matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]) => [name, value]),
      );
      const post = startAction({ home, workspace, state });
      expect(await exitOf(post.child)).toEqual([0, null]);
      expect(existsSync(pypirc)).toBe(false);
      expect(await post.log).not.toContain("killed-password");
    },
    120_000,
  );
});
