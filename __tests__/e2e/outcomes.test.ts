import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "@jest/globals";
import { Beacon } from "./support/beacon.js";
import { runCli, startCli } from "./support/cli.js";
import { eventsOf, outputOf } from "./support/events.js";
import { newHome } from "./support/home.js";
import { processesWith } from "./support/processes.js";
import { projectWith } from "./support/project.js";
import { checkStream, phaseResults, runStreamed } from "./support/stream.js";

const home = newHome();
const posix = process.platform === "win32" ? test.skip : test;

describe("a command that fails", () => {
  const spec = `
linting:
  - node -p "'looked at it'"
  - node -e "console.error('what went wrong'); process.exit(7)"
  - node -e "fs.writeFileSync('same-phase', '')"
execute:
  - node -e "fs.writeFileSync('next-phase', '')"
`;

  test("ends its phase and the run with its own exit code; the later phases are skipped", async () => {
    const cwd = projectWith(spec);
    const run = await runStreamed([], { home, cwd });
    expect(run.exitCode).toBe(7);
    expect(run.end.result).toBe("failure");
    expect(phaseResults(run)).toEqual(["linting: failure", "execute: skipped"]);
    expect(run.end.phases[0]?.steps.map(({ result, exitCode }) => [result, exitCode])).toEqual([
      ["success", 0],
      ["failure", 7],
      ["skipped", null],
    ]);
    expect(existsSync(path.join(cwd, "same-phase")) || existsSync(path.join(cwd, "next-phase"))).toBe(false);
  });

  test("is shown with its phase, its exit code and its last words", async () => {
    const { exitCode, stderr } = await runCli(["run"], { home, cwd: projectWith(spec) });
    expect(exitCode).toBe(7);
    expect(stderr).toContain("linting");
    expect(stderr).toContain("what went wrong");
    expect(stderr).toMatch(/exit code 7|exited with 7|code 7/);
  });

  test("with --keep-going lets the later phases run, and still decides the exit code", async () => {
    const cwd = projectWith(spec);
    const run = await runStreamed(["--keep-going"], { home, cwd });
    expect(run.exitCode).toBe(7);
    expect(phaseResults(run)).toEqual(["linting: failure", "execute: success"]);
    expect(existsSync(path.join(cwd, "next-phase"))).toBe(true);
  });

  test("that is not found is 127, and no variable of the machine is shown with it", async () => {
    const cwd = projectWith("execute: [no-such-program-here --help]");
    const environment = { MACHINE_SECRET: "kept-to-itself" };
    const { exitCode, all } = await runCli(["run"], { home, cwd, environment });
    expect(exitCode).toBe(127);
    expect(all).toMatch(/no-such-program-here --help: .*not found/);
    expect(all).not.toContain("kept-to-itself");
  });

  posix("by a signal is 128 and the signal's number", async () => {
    const run = await runStreamed([], { home, cwd: projectWith(`execute: ["sh -c 'kill -9 $$'"]`) });
    expect(run.exitCode).toBe(137);
    expect(run.end.phases[0]?.steps[0]).toMatchObject({ result: "failure", signal: "SIGKILL" });
  });

  test("with continue-on-error is reported and no more", async () => {
    const spec = `
execute:
  - run: node -e "process.exit(5)"
    continue-on-error: true
  - node -p "'went on'"
`;
    const run = await runStreamed([], { home, cwd: projectWith(spec) });
    expect(run.exitCode).toBe(0);
    expect(outputOf(run.events)).toContain("went on");
    expect(run.end.phases[0]?.steps.map(({ result }) => result)).toEqual(["failure", "success"]);
  });

  test("with retry is tried again, and each try is told", async () => {
    const script = "fs.appendFileSync('tries', 'x'); process.exit(fs.readFileSync('tries').length < 3 ? 1 : 0)";
    const cwd = projectWith(`execute: [{ run: ${JSON.stringify(`node -e "${script}"`)}, retry: 4 }]`);
    const run = await runStreamed([], { home, cwd });
    expect(run.exitCode).toBe(0);
    expect(eventsOf(run.events, "step.start").map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect(run.end.phases[0]?.steps[0]).toMatchObject({ result: "success", attempts: 3 });
  });

  test("among parallel ones decides by the spec's order, and all of them finish", async () => {
    const spec = `
linting:
  parallel: true
  steps:
    - node -e "fs.writeFileSync('first', ''); process.exit(3)"
    - node -e "process.exit(4)"
    - node -e "fs.writeFileSync('last', '')"
`;
    const cwd = projectWith(spec);
    const run = await runStreamed([], { home, cwd });
    expect(run.exitCode).toBe(3);
    expect(existsSync(path.join(cwd, "last"))).toBe(true);
  });
});

describe("a time-out", () => {
  test.each(["run", "phase", "step", "idle"])("of the %s ends with 124 and leaves no process", async (kind) => {
    const beacon = await Beacon.listen();
    const command = beacon.command(kind, "family");
    const spec = {
      run: `timeout: 1s\nexecute: ['${command}']`,
      phase: `execute: { timeout: 1s, steps: ['${command}'] }`,
      step: `execute: [{ run: '${command}', timeout: 1s }]`,
      idle: `execute: [{ run: '${command}', idle-timeout: 1s }]`,
    }[kind];
    const run = await runStreamed([], { home, cwd: projectWith(`${spec}`) });
    expect(run.exitCode).toBe(124);
    expect(run.end.result).toBe("timed-out");
    expect(phaseResults(run)).toEqual(["execute: timed-out"]);
    await beacon.dark();
    expect(processesWith(home.mark)).toEqual([]);
  });

  test("given by --timeout stands for the run's", async () => {
    const beacon = await Beacon.listen();
    const spec = `timeout: 10m\nexecute: ['${beacon.command("long")}']`;
    const run = await runStreamed(["--timeout", "1s"], { home, cwd: projectWith(spec) });
    expect(run.exitCode).toBe(124);
    await beacon.dark();
  });
});

describe("a background command", () => {
  test("that fails ends its phase at that moment, with its exit code and its last words", async () => {
    const beacon = await Beacon.listen();
    const spec = `
execute:
  - background: node -e "console.error('cannot serve'); process.exitCode = 9"
  - ${beacon.command("forever", "stubborn")}
`;
    const cwd = projectWith(spec);
    const run = await runStreamed([], { home, cwd });
    expect(run.exitCode).toBe(9);
    expect(phaseResults(run)).toEqual(["execute: failure"]);
    await beacon.dark();
    const shown = await runCli(["run"], { home, cwd });
    expect(shown.exitCode).toBe(9);
    expect(shown.stderr).toContain("cannot serve");
  });

  test("is stopped with its descendants at its phase's end, and that is no failure", async () => {
    const beacon = await Beacon.listen();
    const spec = `
linting:
  - background: ${beacon.command("server", "family")}
  - ${beacon.command("test")}
execute:
  - node -p "'next phase'"
`;
    const { result, until } = startCli(["run", "--json"], { home, cwd: projectWith(spec) });
    await until(beacon.names(4));
    beacon.release("test");
    const run = checkStream(await result);
    expect(run.exitCode).toBe(0);
    expect(phaseResults(run)).toEqual(["linting: success", "execute: success"]);
    expect(run.end.phases[0]?.steps[0]).toMatchObject({ result: "success", background: true });
    await beacon.dark();
    expect(processesWith(home.mark)).toEqual([]);
  });

  test("that is not ready in time fails with 124; what follows does not run", async () => {
    const beacon = await Beacon.listen();
    const spec = `
execute:
  - background: ${beacon.command("silent")}
    ready: { log: never printed, timeout: 1s }
  - node -e "fs.writeFileSync('ran', '')"
`;
    const cwd = projectWith(spec);
    const run = await runStreamed([], { home, cwd });
    expect(run.exitCode).toBe(124);
    expect(run.end.result).toBe("timed-out");
    expect(existsSync(path.join(cwd, "ran"))).toBe(false);
    await beacon.dark();
  });
});

describe("output", () => {
  posix("written by name to /dev/stdout and /dev/stderr comes through, a last line without newline too", async () => {
    const spec = `execute: [{ shell: true, run: "echo one > /dev/stdout; echo two > /dev/stderr; printf three" }]`;
    const run = await runStreamed([], { home, cwd: projectWith(spec) });
    const lines = eventsOf(run.events, "output").map(({ stream, text }) => `${stream} ${text}`);
    expect(lines.sort()).toEqual(["stderr two", "stdout one", "stdout three"]);
  });

  test("is not waited for once the command is gone, though a child of it holds the stream", async () => {
    const beacon = await Beacon.listen();
    const [program, ...args] = beacon.command("holder", "stubborn").replaceAll('"', "").split(" ");
    const child = `require('child_process').spawn('${program}', ${JSON.stringify(args).replaceAll('"', "'")}, { stdio: 'inherit', detached: true }).unref()`;
    const run = await runStreamed([], {
      home,
      cwd: projectWith(`execute: ['${`node -e "${child}"`.replaceAll("'", "''")}']`),
    });
    expect(run.exitCode).toBe(0);
    await beacon.dark();
  });
});
