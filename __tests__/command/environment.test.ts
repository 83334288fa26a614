import { afterEach, beforeEach, expect } from "@jest/globals";
import { Command } from "../../src/command/index.js";
import { python, reporter, reportOf } from "./helper.js";
import { testOnLinux as test } from "./on-linux.js";

const command = () => new Command(python, reporter);
const saved = { ...process.env };

beforeEach(() => {
  process.env.FORGEXEC_TEST_OF_ENV = "parent's";
});
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in saved)) delete process.env[name];
  Object.assign(process.env, saved);
});

test("untouched, the environment is the parent's", async () => {
  const { environment } = await reportOf(command());
  expect(environment).toMatchObject({ FORGEXEC_TEST_OF_ENV: "parent's", PATH: process.env.PATH });
});

test("once touched, it holds only what is added; the last value of a name wins", async () => {
  const { environment } = await reportOf(command().env("A", "1").envString("B=x=y").env("A", "2").env("EMPTY", ""));
  expect(environment).toEqual({ A: "2", B: "x=y", EMPTY: "" });
});

test("variables are passed on with a fallback", async () => {
  const passed = command()
    .envPass("FORGEXEC_TEST_OF_ENV")
    .envPass("NOT_SET_ANYWHERE")
    .envPass("NOT_SET_EITHER", "fallback")
    .envPass("FORGEXEC_TEST_OF_ENV", "x", { whenPrivileged: "fallback" });
  expect((await reportOf(passed)).environment).toEqual({
    FORGEXEC_TEST_OF_ENV: "parent's",
    NOT_SET_EITHER: "fallback",
  });
});

test("the common set is virCommand's", async () => {
  process.env.LD_LIBRARY_PATH = "/nowhere";
  process.env.TMPDIR = "/tmp";
  const { environment } = await reportOf(command().envPassCommon());
  const common = ["PATH", "LD_PRELOAD", "LD_LIBRARY_PATH", "USER", "HOME", "LOGNAME", "TMPDIR"];
  const expected = common.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  expect(environment).toEqual({ LC_ALL: "C", ...Object.fromEntries(expected) });
});

test("XDG folders lie below a base", async () => {
  expect((await reportOf(command().envXdg("/base"))).environment).toEqual({
    XDG_DATA_HOME: "/base/.local/share",
    XDG_CACHE_HOME: "/base/.cache",
    XDG_CONFIG_HOME: "/base/.config",
  });
});

test("a record sets what it defines", async () => {
  expect((await reportOf(command().envAll({ A: "1", B: undefined }))).environment).toEqual({ A: "1" });
});

test("helpers before the program leave the environment as it was given", async () => {
  const nasty = {
    PATH: "/usr/bin:/bin",
    PWD: "/not/here",
    OLDPWD: "/nor/here",
    SHLVL: "7",
    _: "underscore",
    IFS: "x",
    OPTIND: "4",
    "with.dot": "1",
    "-u": "option",
    "BASH_FUNC_f%%": "() { :; }",
    LINES: "two\nlines",
    ENV: "/etc/passwd",
    BASH_ENV: "/etc/passwd",
    n: "5",
  };
  const { environment } = await reportOf(command().envAll(nasty).umask(0o22));
  expect(environment).toEqual(nasty);
});

test("a bare name is looked up on the child's PATH if the command sets one, else on the parent's", async () => {
  await expect(new Command("true").env("PATH", "/nonexistent").run()).rejects.toMatchObject({ reason: "not-found" });
  await expect(new Command("true").env("A", "B").run()).resolves.toMatchObject({ status: 0 });
});
