import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import { expect } from "@jest/globals";
import { testSandboxes as test } from "../sandbox/support/machine.js";
import { newHome } from "./support/home.js";
import { ROOT } from "./support/paths.js";
import { newProject } from "./support/project.js";
import { temporaryFolder } from "./support/temporary.js";

/** Looks for a text wherever a command gets at: variables and command lines of all processes, their files, the home, the system's folders. */
const LOOK = `
env
for each in /proc/[0-9]*; do
  cat $each/environ $each/cmdline 2> /dev/null | tr '\\0' '\\n'
  cat $each/fd/* < /dev/null 2> /dev/null &
done
grep -rs . "$HOME" ~root /run "$RUNNER_TEMP" 2> /dev/null
ls -la "$HOME" ~root
kill %1 2> /dev/null
echo looked
`;

test("in the action with the input sandbox no token of the runner's is to be seen, and no order can be given to it", async () => {
  const home = newHome();
  const secret = "tok3n-of-the-runner";
  writeFileSync(path.join(home.folder, ".netrc"), `machine example.invalid password ${secret}\n`);
  const files = temporaryFolder();
  const workspace = newProject({ "look.sh": LOOK });
  const orders: Record<string, string> = {};
  for (const name of ["OUTPUT", "STATE", "STEP_SUMMARY", "ENV", "PATH"]) {
    orders[`GITHUB_${name}`] = path.join(files, name);
    writeFileSync(path.join(files, name), "");
  }
  writeFileSync(
    path.join(workspace, ".forge.yml"),
    `linting: [sh look.sh]\nexecute: [{ run: "echo LD_PRELOAD=x >> ${orders.GITHUB_ENV} || :", shell: true }]\n`,
  );
  const child = spawn(process.execPath, [path.join(ROOT, "dist/action/index.js")], {
    cwd: workspace,
    env: {
      ...home.environment,
      ...orders,
      GITHUB_ACTIONS: "true",
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: files,
      INPUT_SANDBOX: "bubblewrap",
      "INPUT_GITHUB-TOKEN": secret,
      GITHUB_TOKEN: secret,
      "INPUT_DECRYPTION-KEY": `${secret}-key`,
      FORGE_DECRYPTION_KEY: `${secret}-key`,
      ACTIONS_RUNTIME_TOKEN: `${secret}-runtime`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: `${secret}-oidc`,
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:9/${secret}`,
      STATE_other: secret,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [log, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  expect([child.exitCode, errors]).toEqual([0, ""]);
  expect(log).toContain("looked");
  // What forgexec masks is seen as stars.
  const seen = log.split("\n").filter((line) => !line.startsWith("::add-mask::"));
  expect(seen.filter((line) => line.includes("tok3n") || line.includes("***"))).toEqual([]);
  expect(readFileSync(orders.GITHUB_ENV ?? "", "utf8")).toBe("");
}, 120_000);
