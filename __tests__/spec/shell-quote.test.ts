import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { substituteInScript } from "../../src/spec/index.js";

const folder = mkdtempSync(join(tmpdir(), "forgexec-"));
afterAll(() => rmSync(folder, { recursive: true }));

const HOSTILE = `a b'c"d$(touch x)\`touch y\`;touch z #\\ \${HOME} * {forge-sha} \\' \\`;

function shell(program: string, script: string): string {
  return execFileSync(program, ["-e", "-c", script], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    env: { PATH: process.env.PATH },
  });
}

// Each prints the value, between brackets.
const SCRIPTS = [
  "printf '[%s]' {forge-owner}",
  "printf '[%s]' \"{forge-owner}\"",
  "printf '[%s]' '{forge-owner}'",
  "printf '[%s]' \"x\"{forge-owner}'' | sed 's/^\\[x/[/'",
  "printf '%s' \"[$(printf %s {forge-owner})]\"",
  'printf \'%s\' "[$(printf %s "{forge-owner}")]"',
  "printf '[%s]' `printf %s {forge-owner}` | cat > /dev/null; printf '%s' \"[`printf %s '{forge-owner}'`]\"",
  "# don't {forge-owner}\nprintf '[%s]' {forge-owner} # it's {forge-owner}",
  "cat <<END\n[{forge-owner}]\nEND",
  "cat <<-'END'\n\t[{forge-owner}]\n\tEND",
  "echo $((1<<2)) >&2; printf '[%s]' {forge-owner}",
  "if true; then (printf '[%s]' \"a$(case x in x) ;; esac)\"{forge-owner} | sed 's/^\\[a/[/'); fi",
  'printf \'[%s]\' "it\'s\\""{forge-owner} | sed "s/^\\[it\'s\\"/[/"',
];

describe.each(process.platform === "win32" ? [] : ["sh", "bash"])("%s reads just the value", (program) => {
  test.each(SCRIPTS)("%s", (script) => {
    const printed = shell(program, substituteInScript(script, { "forge-owner": HOSTILE }));
    expect(printed.trim()).toBe(`[${HOSTILE}]`);
    expect(readdirSync(folder)).toEqual([]);
  });
});

const onUnix = process.platform === "win32" ? test.skip : test;

onUnix("in the braces of an expansion, where a shell takes any `}` as the end, nothing runs", () => {
  const value = HOSTILE.replaceAll("}", "");
  const script = `printf '%s' "[\${NOPE:-{forge-owner}}]"`;
  expect(shell("sh", substituteInScript(script, { "forge-owner": value }))).toBe(`[${value}]`);
  expect(readdirSync(folder)).toEqual([]);
});

onUnix("in bash's $'…' too", () => {
  const printed = shell("bash", substituteInScript("printf '[%s]' $'a\\'{forge-owner}'", { "forge-owner": HOSTILE }));
  expect(printed).toBe(`[a'${HOSTILE}]`);
});

test("a value that needs no quotes stays bare; an empty one is a word", () => {
  expect(substituteInScript("echo {forge-sha}", { "forge-sha": "1f/a.b" })).toBe("echo 1f/a.b");
  expect(substituteInScript('echo {forge-sha} "{forge-sha}"', { "forge-sha": "" })).toBe(`echo '' ""`);
});

test("a value cannot end a comment", () => {
  expect(substituteInScript("true # {forge-owner}", { "forge-owner": "a\ntouch x" })).toBe("true # a touch x");
});

test("no script is a problem", () => {
  const piece = fc.constantFrom(
    "'",
    '"',
    "`",
    "$(",
    "$((",
    "$'",
    ")",
    "(",
    "<<A",
    "<<-'B'",
    "\n",
    "A\n",
    "#",
    "\\",
    " ",
    "x",
    "{forge-sha}",
  );
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join("")),
      (script) => {
        expect(substituteInScript(script, { "forge-sha": "1" }).replaceAll("1", "")).toBe(
          script.replaceAll("{forge-sha}", ""),
        );
      },
    ),
  );
});
