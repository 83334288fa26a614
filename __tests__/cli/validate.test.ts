import { afterAll, expect, test } from "@jest/globals";
import { createFolder, forgexec, removeFolders } from "./support.js";

afterAll(removeFolders);

const GOOD = "execute:\n  - pytest\n";
const WARNED = "execute:\n  - echo a && echo b\n";
const BAD = "execut:\n  - pytest\nexecute: 5\n";

test("the nearest .forge.yml is checked, found upwards", async () => {
  const folder = await createFolder({ ".forge.yml": GOOD, "deep/er/file": "" });
  expect(await forgexec(["validate"], { cwd: folder })).toEqual({ code: 0, stdout: ".forge.yml: valid\n", stderr: "" });
  const { code, stdout } = await forgexec(["validate"], { cwd: `${folder}/deep/er` });
  expect([code, stdout]).toEqual([0, `${folder}/.forge.yml: valid\n`]);
});

test("without a spec anywhere it says how to get one", async () => {
  const { code, stderr } = await forgexec(["validate"]);
  expect(code).toBe(2);
  expect(stderr).toContain("forgexec init");
});

test("errors and warnings of several files, with file, line and column", async () => {
  const cwd = await createFolder({ "good.yml": GOOD, "warned.yml": WARNED, "bad.yml": BAD });
  const { code, stdout, stderr } = await forgexec(["validate", "good.yml", "warned.yml", "bad.yml"], { cwd });
  expect(code).toBe(2);
  expect(stdout).toBe("good.yml: valid\nwarned.yml: valid, with 1 warning\n");
  expect(stderr).toMatch(/^warned\.yml:2:\d+: warning: /m);
  expect(stderr).toMatch(/^bad\.yml:1:1: error: /m);
  expect(stderr).toMatch(/^bad\.yml:3:10: error: /m);
});

test("warnings alone are no failure", async () => {
  const cwd = await createFolder({ ".forge.yml": WARNED });
  expect((await forgexec(["validate"], { cwd })).code).toBe(0);
});

test("--json is one array of all findings", async () => {
  const cwd = await createFolder({ "warned.yml": WARNED, "bad.yml": BAD });
  const { code, stdout, stderr } = await forgexec(["validate", "--json", "warned.yml", "bad.yml", "none.yml"], { cwd });
  expect([code, stderr]).toEqual([2, ""]);
  const found = JSON.parse(stdout) as Record<string, unknown>[];
  expect(found.find(({ line, file }) => file === "bad.yml" && line === 1)).toEqual({
    file: "bad.yml",
    line: 1,
    column: 1,
    severity: "error",
    code: "unknown-key",
    message: expect.any(String),
    suggestion: expect.stringContaining("execute"),
  });
  expect(new Set(found.map(({ file }) => file))).toEqual(new Set(["warned.yml", "bad.yml", "none.yml"]));
  const good = await createFolder({ ".forge.yml": GOOD });
  expect(await forgexec(["validate", "--json"], { cwd: good })).toEqual({ code: 0, stdout: "[]\n", stderr: "" });
});

test("colours on demand", async () => {
  const cwd = await createFolder({ ".forge.yml": BAD });
  expect((await forgexec(["validate", "--color", "always"], { cwd })).stderr).toContain("\u001b[");
  expect(
    (await forgexec(["validate", "--color=never"], { cwd, environment: { FORCE_COLOR: "1" } })).stderr,
  ).not.toContain("\u001b[");
  expect((await forgexec(["run", "--color", "always"], { cwd })).stderr).toContain("\u001b[");
});

test("schema prints the JSON Schema of the spec", async () => {
  const { code, stdout, stderr } = await forgexec(["schema"]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(JSON.parse(stdout)).toMatchObject({
    $schema: expect.stringContaining("json-schema.org"),
    properties: { execute: {} },
  });
});

test("--json: a spec that is not there is a finding as well", async () => {
  const { code, stdout } = await forgexec(["validate", "--json"]);
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject([
    { file: ".forge.yml", line: 1, column: 1, severity: "error", code: "no-spec" },
  ]);
});
