import { afterAll, expect, test } from "@jest/globals";
import { COMMANDS } from "../../src/cli/commands.js";
import { VERSION } from "../../src/version.js";
import { createFolder, forgexec, removeFolders } from "./support.js";

afterAll(removeFolders);

test.each([["--version"], ["-V"]])("%s prints the version and nothing else", async (flag) => {
  expect(await forgexec([flag])).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: "" });
});

test.each([["--help"], ["-h"], ["help"]])("%s lists every command, on standard output", async (flag) => {
  const { code, stdout, stderr } = await forgexec([flag]);
  expect([code, stderr]).toEqual([0, ""]);
  for (const { name, summary } of COMMANDS) expect(stdout).toMatch(new RegExp(`${name} +${summary}`));
});

test("without a command the help goes to standard error, and it is an error", async () => {
  const { code, stdout, stderr } = await forgexec([]);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("Usage: forgexec");
});

test.each(COMMANDS.map(({ name }) => [name]))("%s has help with examples, by both ways", async (name) => {
  const { code, stdout, stderr } = await forgexec([name, "--help"]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toContain(`Usage: forgexec ${name}`);
  expect(stdout).toMatch(/Examples:\n {2}\$ forgexec/);
  expect((await forgexec(["help", name])).stdout).toBe(stdout);
});

const SPEC = "execute:\n  - echo ran\n";

test.each([
  [["runn"], "unknown command 'runn'", "Did you mean run?"],
  [["run", "--jsno"], "unknown option '--jsno'", "Did you mean --json?"],
  [["run", "execute", "more"], "too many arguments for 'run'", ""],
  [["run", "--env", "NAME"], "NAME=VALUE", ""],
  [["run", "--env", "=x"], "NAME=VALUE", ""],
  [["run", "--color", "pink"], "Allowed choices are auto, always, never", ""],
  [["run", "--phase"], "argument missing", ""],
  [["run", "excute"], "excute", "execute"],
  [["run", "--phase", "lintin"], "lintin", "execute"],
  [["run", "--from", "nowhere"], "nowhere", "execute"],
  [["run", "--timeout", "soon"], '"soon" is not a duration', "1h30m"],
  [["run", "--directory", "nowhere"], "nowhere: there is no such directory", ""],
  [["run", "--spec", "nowhere.yml"], "nowhere.yml", ""],
  [["plan", "--spec", "nowhere.yml"], "nowhere.yml", ""],
  [["exec"], "missing required argument 'command'", ""],
  [["shell", "nowhere"], 'no phase "nowhere"', "execute"],
  [["encrypt"], "required option '--recipient", ""],
  [["encrypt", "--recipient", "a", "--recipient", "b"], "one recipient", ""],
  [["encrypt", "--recipient", "a", "--indent", "x"], "number of spaces", ""],
])("%j is refused before anything runs", async (argv, message, hint) => {
  const cwd = await createFolder({ ".forge.yml": SPEC });
  const { code, stdout, stderr } = await forgexec(argv, { cwd });
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(message);
  expect(stderr).toContain(hint);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test.each([["report"]])("%s is said to come with a later version", async (name) => {
  const { code, stdout, stderr } = await forgexec([name, "ls"]);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(`the command '${name}' is not in this version of forgexec`);
});

test.each([
  ["--shard", "1/2"],
  ["--jobs", "2"],
  ["--report", "out.html"],
])("%s is refused until a later version brings it", async (...option) => {
  const cwd = await createFolder({ ".forge.yml": SPEC });
  for (const command of ["run", "plan"]) {
    const { code, stdout, stderr } = await forgexec([command, ...option], { cwd });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`${option[0]} is not supported by this version yet`);
  }
});

test("what the later options would say by default is taken", async () => {
  const cwd = await createFolder({ ".forge.yml": SPEC });
  const { code, stdout } = await forgexec(["run", "--sandbox", "none", "--shard", "1/1", "--no-cache"], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain("ran");
});

test("a message with what a spec's author wrote reaches the terminal without its control characters", async () => {
  const cwd = await createFolder({ ".forge.yml": 'python: "\\u009b2J/\\u202ex"\nexecute: ["true"]\n' });
  const { code, stderr } = await forgexec(["run"], { cwd });
  expect(code).toBe(2);
  expect(stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
  expect(stderr).toContain("\\x9b2J");
});
