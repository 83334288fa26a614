import { execFileSync } from "node:child_process";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { installInputs } from "../../src/packages/install-inputs.js";
import { temporaryFolder } from "./support.js";

const LARGE = 8 * 1024 * 1024;

test("what the commands name counts, however many other files there are", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "a"));
  await Promise.all(Array.from({ length: 2500 }, (_, n) => writeFile(join(folder, "a", `${n}.lock`), String(n))));
  await writeFile(join(folder, "zzz.txt"), "one");
  const before = await installInputs(folder, ["pip install -r zzz.txt"]);
  await writeFile(join(folder, "zzz.txt"), "two");
  expect((await installInputs(folder, ["pip install -r zzz.txt"])).hash).not.toBe(before.hash);
});

test("many large files take a bounded amount of memory", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "0.lock"), Buffer.alloc(LARGE));
  await Promise.all(Array.from({ length: 60 }, (_, n) => symlink("0.lock", join(folder, `${n + 1}.lock`))));
  const before = process.memoryUsage().arrayBuffers;
  await installInputs(folder, null);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * LARGE);
});

const unix = process.platform === "win32" ? test.skip : test;

unix("FIFOs, devices and links that lead nowhere hold nothing up (not on Windows)", async () => {
  const folder = await temporaryFolder();
  execFileSync("mkfifo", [join(folder, "requirements.txt")]);
  await symlink("loop.lock", join(folder, "loop.lock"));
  await symlink("/dev/zero", join(folder, "zero.lock"));
  expect((await installInputs(folder, ["pip install -r requirements.txt -r /dev/zero"])).hash).toHaveLength(64);
});

test("a pattern that takes for ever is refused, not waited for", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "a".repeat(200)), "");
  const slow = installInputs(folder, { inputs: ["*a".repeat(40).concat("b")], steps: [] });
  await expect(slow).rejects.toThrow(/install\.inputs: a pattern takes too long/);
});

describe("where requirements files install from", () => {
  test.each([
    [
      "index",
      "alpha==1.0 \\\n    --hash=sha256:00\nbeta[extra]>=1,<2 ; python_version < '3.14' # see http://x/\n--index-url http://x/\n",
    ],
    ["folder", "alpha\n  .\n"],
    ["folder", "-e .[dev]\n"],
    ["folder", "--editable=libs\n"],
    ["folder", "libs/mine\n"],
    ["folder", "mine @ file:///srv/mine\n"],
    ["folder", "mine@file:libs/mine ; python_version > '3'\n"],
    ["folder", "mine-1.0.tar.gz\n"],
    ["folder", "C:\\\\libs\\\\mine\n"],
    ["url", "mine @ git+https://forge.example/mine@main\n"],
    ["url", "-e git+https://forge.example/mine#egg=mine\n"],
    ["url", "https://forge.example/mine.zip\n"],
  ])("%s: %j", async (from, text) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "r.txt"), text);
    const inputs = await installInputs(folder, { inputs: ["r.txt"], steps: ["pip install -r r.txt"] });
    expect([inputs.filesFrom, inputs.fromPath]).toEqual([from, from === "folder" ? "yes" : "no"]);
  });

  test.each([
    ["index", 'source = { registry = "https://x/simple" }\nsource = { editable = "." }\n'],
    ["index", '[package.source]\ntype = "legacy"\nurl = "https://x/simple"\n'],
    ["folder", 'source = { directory = "libs/mine" }\n'],
    ["folder", '[package.source]\ntype = "directory"\nurl = "libs/mine"\n'],
    ["folder", 'name = "mine"\npath = "./libs/mine"\n'],
    ["url", 'source = { git = "https://forge.example/mine#0123" }\n'],
  ])("%s: a lock with %j", async (from, text) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "x.lock"), text);
    expect((await installInputs(folder, ["pip install x"])).filesFrom).toBe(from);
  });

  test("an archive that one names counts by its content", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "libs"));
    await writeFile(join(folder, "requirements.txt"), "mine @ file:libs/mine-1.0-py3-none-any.whl\n");
    await writeFile(join(folder, "libs", "mine-1.0-py3-none-any.whl"), "one");
    const before = await installInputs(folder, null);
    await writeFile(join(folder, "libs", "mine-1.0-py3-none-any.whl"), "two");
    expect((await installInputs(folder, null)).hash).not.toBe(before.hash);
  });
});

test("an installer counts under whatever path it is called by", async () => {
  const folder = await temporaryFolder();
  expect((await installInputs(folder, ["/opt/tools/uv sync"])).fromPath).toBe("yes");
});
