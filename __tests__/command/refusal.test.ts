import { chmodSync, closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "@jest/globals";
import { Command, CommandError, run } from "../../src/command/index.js";
import { compiledCommand } from "./compiled.js";
import { failureOf } from "./helper.js";
import { testOnLinux as test } from "./on-linux.js";

const folder = mkdtempSync(join(tmpdir(), "forgexec-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const trace = join(folder, "trace");
const touch = () => new Command("touch", [trace]);
const closed = openSync("/dev/null", "r");
closeSync(closed);
const wrong = (value: unknown) => value as never;

test.each<[string, Command<unknown, unknown>, string]>([
  ["NUL in an argument", touch().arg("a\0b"), "has a NUL in it"],
  ["no string", touch().arg(wrong(5)), "an argument is a number, not a string"],
  ["no program", new Command(""), "the program's name is empty"],
  ["= in a variable's name", touch().env("A=B", "c"), 'name "A=B" has a "=" in it'],
  ["an empty variable's name", touch().env("", "c"), "name is empty"],
  ["NUL in a variable", touch().env("A", "b\0"), "has a NUL in its value"],
  ["a string that is no pair", touch().envString("AB"), '"AB" is not NAME=value'],
  ["a variable that is no string", touch().env("A", wrong(5)), '"A" is no string'],
  ["an unknown capability", touch().allowCapability("fly"), 'there is no capability "fly"'],
  ["a closed descriptor for stdin", touch().stdin(closed), `stdin is descriptor ${closed}, which is not open`],
  ["a closed descriptor for stdout", touch().stdout(closed), `stdout is descriptor ${closed}`],
  ["a limit above the hard limit", touch().limits({ openFiles: 2 ** 40 }), "above this process's hard limit"],
  ["a limit that is no number", touch().limits({ openFiles: -1 }), "not a whole number"],
  ["a limit that there is not", touch().limits(wrong({ speed: 5 })), 'there is no limit "speed"'],
  ["a directory that is no text", touch().cwd(wrong(5)), "cwd is 5, not a text"],
  ["an empty directory", touch().cwd(""), 'cwd is "", not a text'],
  ["NUL in a pid file's path", touch().pidFile("a\0b"), "which has a NUL in it"],
  ["NUL in a label", touch().selinuxLabel("a\0b"), "which has a NUL in it"],
  ["a umask out of range", touch().umask(0o7777), "not between 0 and 0o777"],
  ["a user id that is none", touch().user({ uid: -5 }), "-5 is no user or group id"],
  ["a timeout of nothing", touch().timeout(0), "timeout is 0"],
  ["stderr of a name that is no mode", touch().stderr(wrong("file")), "stderr is no place to write to"],
  ["stdout into itself", touch().stdout(wrong("stdout")), "stdout is no place to write to"],
  ["stdin that is nothing", touch().stdin(wrong({})), "stdin is neither"],
  ["an idle timeout for what is not seen", touch().stdout("inherit").idleTimeout(5), "cannot watch stdout"],
  ["a daemon's captured output", touch().daemonize().stdout("capture"), "a daemon's stdout is"],
  ["a daemon's directory", touch().daemonize().cwd("/tmp"), "no working directory but /"],
  ["an empty pre-exec command", touch().preExec([]), "the pre-exec command is empty"],
  ["a handshake that nobody can give", touch().handshake(), "can only be started"],
])("%s is refused before anything runs", async (_name, command, why) => {
  const error = await failureOf(command.allowFailure().run());
  expect(error).toMatchObject({ reason: "invalid", pid: null });
  expect(error.message).toMatch(why);
  expect(existsSync(trace)).toBe(false);
});

test("nothing is thrown before run: the first bad value is the one reported", async () => {
  const command = new Command("true").timeout(-1).maxBuffer(-1);
  expect((await failureOf(command.start())).message).toBe("true: timeout is -1, not a number of milliseconds above 0");
});

test("a closed descriptor to pass is refused, and one to close in the parent is closed all the same", async () => {
  const command = touch();
  command.passFd(closed);
  expect(await failureOf(command.run())).toMatchObject({ reason: "invalid" });
  const fd = openSync("/dev/null", "r");
  const missing = new Command("no-such-program-here");
  missing.passFd(fd, { closeInParent: true });
  expect(await failureOf(missing.run())).toMatchObject({ reason: "not-found" });
  expect(() => closeSync(fd)).toThrow("EBADF");
});

test("a command cannot run twice at once, but again when it is over", async () => {
  const command = new Command("cat").stdin("pipe");
  const child = await command.start();
  expect(await failureOf(command.run())).toMatchObject({ reason: "invalid" });
  child.closeStdin();
  await child.wait();
  const again = await command.start();
  again.closeStdin();
  expect((await again.wait()).exitCode).toBe(0);
});

writeFileSync(join(folder, "plain"), "#!/bin/sh\n");
writeFileSync(join(folder, "lost"), "#!/no/such/interpreter\n", { mode: 0o755 });

test.each([
  ["no-such-program-here", "not-found", 127],
  ["/no/such/program", "not-found", 127],
  [join(folder, "lost"), "not-found", 127],
  [join(folder, "plain"), "not-executable", 126],
  [folder, "not-executable", 126],
])("%s: %#", async (program, reason, status) => {
  const error = await failureOf(run(program));
  const cause = { code: status === 127 ? "ENOENT" : "EACCES" };
  expect(error).toMatchObject({ reason, status, exitCode: status, cause });
  expect(error.message).toMatch(program);
  expect(await run(program, [], { allowFailure: true })).toMatchObject({ reason, status });
  // The same where helpers stand before the program, which have to leave it to find it.
  expect(await failureOf(new Command(program).umask(0).stderr("capture").run())).toMatchObject({ status, cause });
});

test("a relative program is one of the command's own directory", async () => {
  writeFileSync(join(folder, "own"), "#!/bin/sh\necho own\n", { mode: 0o755 });
  expect((await run("./own", [], { cwd: folder })).stdout).toBe("own\n");
  expect((await new Command("./own").cwd(folder).umask(0).stdout("capture").run()).stdout).toBe("own\n");
});

test.each([
  ["/no/such/folder", "ENOENT"],
  ["/etc/passwd", "ENOTDIR"],
])("the working directory %s is reason spawn, with the cause %s", async (cwd, code) => {
  for (const command of [new Command("true"), new Command("true").umask(0)]) {
    const error = await failureOf(command.cwd(cwd).run());
    expect(error).toMatchObject({ reason: "spawn", status: 126, pid: null, cause: { code, path: cwd } });
    expect(error.message).toMatch(`the working directory ${cwd}`);
  }
});

const entering = `
const { Command } = await import(process.argv[1]);
const error = await new Command("true").cwd(process.argv[2]).run().catch((error) => error);
console.log(JSON.stringify([error.reason, error.message]));
`;

test("a working directory that may not be entered is reason spawn too", async () => {
  const locked = mkdtempSync(join(folder, "locked-"));
  chmodSync(locked, 0);
  const node = [process.execPath, "--input-type=module", "-e", entering, compiledCommand, locked];
  // Root may enter every folder, unless it has no capabilities.
  const argv = process.getuid?.() === 0 ? ["setpriv", "--bounding-set=-all", "--inh-caps=-all", ...node] : node;
  const { stdout } = await run(argv[0] ?? "", argv.slice(1));
  expect(JSON.parse(stdout)).toEqual(["spawn", `true: the working directory ${locked} cannot be entered (EACCES)`]);
});

test("what the host lacks is unsupported, by name", async () => {
  const labelled = [
    new Command("touch", [trace]).selinuxLabel("x"),
    new Command("touch", [trace]).appArmorProfile("x"),
  ];
  const enabled = [existsSync("/sys/fs/selinux/enforce"), existsSync("/sys/kernel/security/apparmor")];
  for (const [index, command] of labelled.entries()) {
    if (enabled[index]) continue;
    const error = await failureOf(command.allowFailure().run());
    expect(error.reason).toBe("unsupported");
    expect(error.message).toMatch(["selinuxLabel", "appArmorProfile"][index] ?? "");
    expect(existsSync(trace)).toBe(false);
  }
});

test("an error is a result too", async () => {
  const error = await failureOf(new Command("false").stdout("buffer").run());
  expect(error).toBeInstanceOf(CommandError);
  const { exitCode, signal, status, stdout, timedOut, truncated, truncatedBytes, reason } = error;
  expect({ exitCode, signal, status, stdout, timedOut, truncated, truncatedBytes, reason }).toEqual({
    exitCode: 1,
    signal: null,
    status: 1,
    stdout: Buffer.alloc(0),
    timedOut: false,
    truncated: false,
    truncatedBytes: 0,
    reason: "exit",
  });
});
