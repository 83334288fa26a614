import { execFileSync } from "node:child_process";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { Command, quote } from "../../src/command/index.js";
import { python, reporter, reportOf } from "./helper.js";

test("argv is built piece by piece, and no shell reads it", async () => {
  const file = "a file";
  const command = new Command(python, [...reporter, "first"])
    .arg("$HOME")
    .args("two words", "*")
    .args(["in", "a list"], "")
    .argPair("--color", "a=b")
    .arg(`--file=${file}`);
  const { argv } = await reportOf(command);
  expect(argv).toEqual(["first", "$HOME", "two words", "*", "in", "a list", "", "--color=a=b", "--file=a file"]);
  expect(command.toArgv()).toEqual([python, ...reporter, ...argv]);
});

test("argv[0] is the name that was given", async () => {
  const { stdout } = await new Command("cat", ["/proc/self/cmdline"]).inheritedFds("pass").stdout("capture").run();
  expect(stdout).toBe("cat\0/proc/self/cmdline\0");
});

test("as text the command is quoted for a shell, its variables first", () => {
  const command = new Command("true").env("A", "B").env("C", "D  E").args("F", "G  H");
  expect(String(command)).toBe("A=B C='D  E' true F 'G  H'");
  expect(String(new Command("a=b").env("E", "").args("", "it's"))).toBe("E= 'a=b' '' 'it'\\''s'");
});

test("with line breaks an option and its value share a line", () => {
  const command = new Command("true", [
    "--foo",
    "bar",
    "--oooh",
    "-f",
    "--wizz",
    "eek eek",
    "-l",
    "--mmm",
    "flash",
    "bang",
  ])
    .env("A", "B")
    .env("C", "D  E")
    .arg("wallop");
  expect(command.toString({ lineBreaks: true }).split(" \\\n")).toEqual([
    "A=B",
    "C='D  E'",
    "true",
    "--foo bar",
    "--oooh",
    "-f",
    "--wizz 'eek eek'",
    "-l",
    "--mmm flash",
    "bang",
    "wallop",
  ]);
});

test("a shell reads every quoted word back as it was", () => {
  const words = fc.array(
    fc.string({ unit: "grapheme" }).map((word) => word.replaceAll("\0", "")),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(words, (list) => {
      const script = `for word in ${list.map(quote).join(" ")}; do printf '%s\\0' "$word"; done`;
      const read = execFileSync("sh", ["-c", script], { encoding: "utf8" });
      expect(read).toBe(list.map((word) => `${word}\0`).join(""));
    }),
    { numRuns: 40 },
  );
});
