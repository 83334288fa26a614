import { describe, expect, test } from "@jest/globals";
import { Beacon } from "./support/beacon.js";
import { startCli } from "./support/cli.js";
import { newHome } from "./support/home.js";
import { processesWith } from "./support/processes.js";
import { projectWith } from "./support/project.js";
import { checkStream, phaseResults } from "./support/stream.js";

const home = newHome();
const cancels = process.platform === "win32" ? describe.skip : describe;

cancels("cancelling a run (Windows has no signals that a process could catch)", () => {
  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("by %s ends it with %i, its events complete and no process left", async (signal, exitCode) => {
    const beacon = await Beacon.listen();
    const spec = `
linting:
  - background: ${beacon.command("server", "family")}
  - ${beacon.command("test", "family")}
execute:
  - node -e 0
`;
    const { child, result, until } = startCli(["run", "--json"], { home, cwd: projectWith(spec) });
    await until(beacon.names(6));
    child.kill(signal);
    const run = checkStream(await result);
    expect(run.exitCode).toBe(exitCode);
    expect(run.end.result).toBe("cancelled");
    expect(phaseResults(run)).toEqual(["linting: cancelled", "execute: skipped"]);
    await beacon.dark();
    expect(processesWith(home.mark)).toEqual([]);
  });

  test("says so on the terminal", async () => {
    const beacon = await Beacon.listen();
    const { child, result, until } = startCli(["run"], {
      home,
      cwd: projectWith(`execute: ['${beacon.command("one")}']`),
    });
    await until(beacon.names(1));
    child.kill("SIGINT");
    const { exitCode, stderr } = await result;
    expect(exitCode).toBe(130);
    expect(stderr).toMatch(/cancel/i);
    await beacon.dark();
  });

  test("a second signal kills at once what will not end", async () => {
    const beacon = await Beacon.listen();
    const spec = `execute: ['${beacon.command("deaf", "stubborn")}']`;
    const { child, result, printed, until } = startCli(["run"], { home, cwd: projectWith(spec) });
    await until(beacon.names(1));
    child.kill("SIGINT");
    await printed("SIGINT");
    child.kill("SIGTERM");
    expect((await result).exitCode).toBe(130);
    await beacon.dark();
    expect(processesWith(home.mark)).toEqual([]);
  });
});
