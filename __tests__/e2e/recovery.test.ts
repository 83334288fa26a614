import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect } from "@jest/globals";
import { Beacon } from "./support/beacon.js";
import { runCli, startCli } from "./support/cli.js";
import { newHome } from "./support/home.js";
import { projectWith } from "./support/project.js";
import { testWithPython as test } from "./support/python.js";

const OWN =
  "[distutils]\nindex-servers =\n    mine\n\n[mine]\nrepository = https://mine.invalid/\nusername = me\npassword = my-own\n";

const specOf = (command: string) => `
pypi:
  index-servers:
    some-server: { repository: "http://127.0.0.1:9/upload/", username: builder, password: { env: UPLOAD } }
execute:
  - ${command}
`;

describe("a run that was killed by kill -9", () => {
  test("is cleared up by the user's next run, of whichever project", async () => {
    const home = newHome();
    const pypirc = path.join(home.folder, ".pypirc");
    writeFileSync(pypirc, OWN, { mode: 0o600 });
    const environment = { UPLOAD: "killed-password" };
    const beacon = await Beacon.listen();
    const killed = startCli(["run"], { home, cwd: projectWith(specOf(beacon.command("endless"))), environment });
    await killed.until(beacon.names(1));
    expect(readFileSync(pypirc, "utf8")).toContain("some-server");
    killed.child.kill("SIGKILL");
    beacon.release("endless");
    await killed.result;
    await beacon.dark();
    expect(readFileSync(pypirc, "utf8")).toContain("some-server");

    const next = await runCli(["run"], { home, cwd: projectWith(`install: []\nexecute: [node -e 0]\npypi: {}\n`) });
    expect(next.exitCode).toBe(0);
    expect(readFileSync(pypirc, "utf8")).toBe(OWN);
  }, 120_000);

  test("leaves nothing where the user had no such file", async () => {
    const home = newHome();
    const pypirc = path.join(home.folder, ".pypirc");
    const environment = { UPLOAD: "killed-password" };
    const beacon = await Beacon.listen();
    const cwd = projectWith(specOf(beacon.command("endless")));
    const killed = startCli(["run"], { home, cwd, environment });
    await killed.until(beacon.names(1));
    killed.child.kill("SIGKILL");
    beacon.release("endless");
    await killed.result;
    expect(existsSync(pypirc)).toBe(true);

    const again = startCli(["run"], { home, cwd, environment });
    await again.until(beacon.names(2));
    expect(readFileSync(pypirc, "utf8")).toContain("some-server");
    beacon.release("endless");
    expect((await again.result).exitCode).toBe(0);
    expect(existsSync(pypirc)).toBe(false);
  }, 120_000);
});
