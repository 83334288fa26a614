import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect } from "@jest/globals";
import { getExecutor, type SandboxConfig } from "../../src/sandbox/index.js";
import { failureOf } from "../command/helper.js";
import { compiledSources } from "../index-server/compiled.js";
import { limited, local } from "./support/local.js";
import { sandboxesWork, testEverybodys } from "./support/machine.js";
import { useRootFolder } from "./support/root-folder.js";

const { root, scratch } = useRootFolder();
// Where no mount point has to be made, bubblewrap starts a command that is alone itself.
beforeAll(() => {
  if (sandboxesWork) mkdirSync(join(root, "proc"));
});
const base: SandboxConfig = { filesystemRoot: root, env: { PATH: "/bin" } };

describe.each(local)("$name", ({ name, test }) => {
  const executor = getExecutor(name);
  const run = (command: readonly string[], config: SandboxConfig = {}) =>
    executor.runSandbox(command, { ...base, ...config });

  test("why a command was not started is told wherever its stderr goes", async () => {
    const fd = openSync(join(scratch, `${name}.err`), "w");
    for (const stderr of ["null", fd, "capture"] as const) {
      const reasonOf = async (command: string, config = {}) =>
        (await failureOf(run([command], { ...config, stderr }))).reason;
      expect(await reasonOf("no-such-program")).toBe("not-found");
      expect(await reasonOf("/data/canary")).toBe("not-executable");
      const lost = await failureOf(run(["true"], { cwd: "/not/there", stderr }));
      expect(lost).toMatchObject({ reason: "spawn", message: expect.stringContaining("/not/there") });
    }
    closeSync(fd);
    expect((await failureOf(executor.runSandboxWithRedirection(["no-such-program"], base))).reason).toBe("not-found");
  });

  test("what was not started has a shell's status, one line in its message, and what the system said as its cause", async () => {
    const session = await executor.open(base);
    const alone = (command: string, config: SandboxConfig = {}) => run([command], config);
    const later = (command: string, { cwd }: SandboxConfig = {}) => {
      const made = session.command([command]).stderr("capture");
      return (cwd === undefined ? made : made.cwd(cwd)).run();
    };
    try {
      for (const trying of [alone, later]) {
        const missing = await failureOf(trying("no-such-program"));
        expect(missing).toMatchObject({ status: 127, exitCode: 127, stderr: "" });
        expect(missing.cause).toMatchObject({ code: "ENOENT", syscall: "execvp", path: "no-such-program" });
        const data = await failureOf(trying("/data/canary"));
        expect(data).toMatchObject({ status: 126, exitCode: 126, stderr: "", cause: { code: "EACCES" } });
        const lost = await failureOf(trying("true", { cwd: "/not/there" }));
        expect(lost).toMatchObject({ reason: "spawn", status: 126, exitCode: null, stderr: "" });
        expect(lost.cause).toMatchObject({ code: "ENOENT", syscall: "chdir", path: "/not/there" });
        for (const { message } of [missing, data, lost]) expect(message).not.toContain("\n");
      }
    } finally {
      await session.close();
    }
  });

  test("a sandbox that cannot be made has what the system said as its cause", async () => {
    const causeOf = async (config: SandboxConfig) => {
      const { reason, cause } = await failureOf(run(["true"], config));
      return { reason, cause };
    };
    const on = (target: string, source: string): SandboxConfig => ({ extraMounts: [{ type: "bind", source, target }] });
    expect(await causeOf(on("/data/canary/below", scratch))).toMatchObject({
      reason: "mount",
      cause: { code: "ENOTDIR", path: expect.stringMatching(/canary\/below$/) },
    });
    expect(await causeOf(on("/data/canary", scratch))).toMatchObject({
      reason: "mount",
      cause: { code: "ENOTDIR", path: join(root, "data/canary") },
    });
    expect(await causeOf(on("/data/1", join(root, "data/canary")))).toMatchObject({
      reason: "mount",
      cause: { code: "EISDIR", path: join(root, "data/1") },
    });
    expect(await causeOf({ filesystemRoot: "/not/there" })).toMatchObject({
      reason: "mount",
      cause: { code: "ENOENT" },
    });
    const missing = { filesystemWritablePaths: ["/data/2"] };
    expect(await causeOf(missing)).toMatchObject({ reason: "mount", cause: { code: "ENOENT" } });
    const folder = { filesystemRoot: join(root, "data/canary") };
    expect(await causeOf(folder)).toMatchObject({ reason: "mount", cause: { code: "ENOTDIR" } });
  });

  test("a command has as many arguments and variables as the system lets it have", async () => {
    const words = Array.from({ length: 15_000 }, (_, index) => String(index));
    const { stdout } = await run(["sh", "-c", "echo $#", "sh", ...words]);
    expect(stdout).toBe("15000\n");
    const variables = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`V${index}`, "x"]));
    expect((await run(["sh", "-c", "echo $V4999"], { env: { PATH: "/bin", ...variables } })).stdout).toBe("x\n");
  });

  test("more than that is told of in the command's own words, and not all of them", async () => {
    const long = "y".repeat(200_000);
    const variable = { env: { PATH: "/bin", LONG: long } };
    for (const trying of [() => run(["echo", long]), () => run(["echo"], variable)]) {
      const error = await failureOf(trying());
      expect(error).toMatchObject({ reason: "spawn", command: expect.stringMatching(/^echo/) });
      expect(error.message).toMatch(/^echo.* are too long for the system/);
      expect(error.message.length).toBeLessThan(10_000);
    }
  });

  test("limits that leave the sandbox's own programs no room, or that nobody can have, are errors about the command", async () => {
    const few = await failureOf(run(["echo"], { limits: { openFiles: 3 } }));
    expect(few).toMatchObject({ reason: "spawn", command: "echo" });
    const many = await failureOf(run(["echo"], { limits: { openFiles: 2 ** 40 } }));
    expect(many).toMatchObject({
      reason: "invalid",
      command: "echo",
      message: expect.stringMatching(/^echo: .*openFiles/),
    });
  });

  test("what is no list of words is no command", async () => {
    const session = await executor.open(base);
    for (const wrong of [undefined, "echo x", [], [""], ["echo", 5]] as unknown as string[][]) {
      expect(await failureOf(executor.runSandbox(wrong, base))).toMatchObject({ reason: "invalid" });
      expect(() => session.command(wrong)).toThrow(expect.objectContaining({ reason: "invalid" }));
    }
    await session.close();
  });

  test("a process whose working directory was removed has sandboxes that do not start there", async () => {
    const program = join(await compiledSources(), `removed-${name}.mjs`);
    writeFileSync(
      program,
      `import { mkdirSync, rmdirSync } from "node:fs";
       import { getExecutor } from "./sandbox/index.js";
       const folder = ${JSON.stringify(join(scratch, `removed-${name}`))};
       mkdirSync(folder); process.chdir(folder); rmdirSync(folder);
       const executor = getExecutor(${JSON.stringify(name)});
       const outcome = (config) => executor.runSandbox(["true"], config).then(({ exitCode }) => exitCode, ({ reason }) => reason);
       console.log(JSON.stringify([await outcome({}), await outcome({ cwd: "/" }), await outcome(${JSON.stringify(base)})]));`,
    );
    expect(JSON.parse(execFileSync(process.execPath, [program], { encoding: "utf8" }))).toEqual(["spawn", 0, 0]);
  });
});

testEverybodys("a working directory is shown where a link leads to it in a home that is hidden", async () => {
  const home = join(scratch, "home");
  mkdirSync(join(home, "project"), { recursive: true });
  symlinkSync(join(home, "project"), join(scratch, "link"));
  const program = join(await compiledSources(), "linked.mjs");
  writeFileSync(
    program,
    `import { getExecutor } from "./sandbox/index.js";
     const { stdout } = await getExecutor("bubblewrap").runSandbox(["pwd", "-P"], { cwd: ${JSON.stringify(join(scratch, "link"))} });
     process.stdout.write(stdout);`,
  );
  const env = { ...process.env, HOME: home };
  expect(execFileSync(process.execPath, [program], { encoding: "utf8", env })).toBe(`${join(home, "project")}\n`);
});

describe.each(limited)("$name", ({ name, test }) => {
  const executor = getExecutor(name);

  test("a limit of processes that is met while a command is started is told of as that limit", async () => {
    for (const pids of [2, 3])
      expect(await failureOf(executor.runSandbox(["echo"], { ...base, limits: { pids } }))).toMatchObject({
        reason: "limit",
        limit: "pids",
      });
    const session = await executor.open({ ...base, limits: { pids: 20 } });
    try {
      for (;;) {
        const command = session.command(["sh", "-c", "echo up; exec sleep 1000"]).stdout("pipe").allowFailure();
        const child = await command.start();
        const up = await new Promise((resolve) => {
          child.stdout
            ?.once("data", () => resolve(true))
            .once("end", () => resolve(false))
            .resume();
        });
        if (!up) break;
      }
      expect(await failureOf(session.command(["echo"]).run())).toMatchObject({ reason: "limit", limit: "pids" });
    } finally {
      await session.close();
    }
  });
});
