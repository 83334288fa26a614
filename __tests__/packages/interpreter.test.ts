import { execFileSync } from "node:child_process";
import { chmod, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import { findInterpreter, type InterpreterSearch } from "../../src/packages/index.js";
import { cleanEnvironment, temporaryFolder, write } from "./support.js";

const SAY = "import sys, platform; print(sys.executable, platform.python_version())";
const [python = "", version = ""] = execFileSync("python3", ["-c", SAY], { encoding: "utf8" }).trim().split(" ");

interface Machine extends InterpreterSearch {
  readonly bin: string;
  readonly home: string;
}

/** A machine whose PATH is one folder, with nothing of this one's. */
async function machine(): Promise<Machine> {
  const root = await temporaryFolder();
  const [bin, home] = [join(root, "bin"), join(root, "home")];
  await Promise.all([mkdir(bin), mkdir(home)]);
  const { RUNNER_TOOL_CACHE, AGENT_TOOLSDIRECTORY, PYENV_ROOT, ...environment } = cleanEnvironment(home);
  return {
    ...{ bin, home, request: null, platform: process.platform, directory: root, cacheDirectory: join(root, "cache") },
    environment: { ...environment, PATH: `${bin}:/nonexistent:.` },
  };
}

/** A program that says it is that version, and writes a line to `log` whenever it is asked. */
async function pretender(path: string, claimed: string): Promise<string> {
  const answer = {
    executable: path,
    version: claimed,
    implementation: "cpython",
    build: claimed,
    base: path,
    basePrefix: dirname(path),
    pip: null,
    bundledPip: null,
  };
  await write(path, `#!/bin/sh\necho asked >> ${path}.log\necho '${JSON.stringify(answer)}'\n`);
  await chmod(path, 0o755);
  return path;
}

test("python3 on PATH is taken, and really asked", async () => {
  const where = await machine();
  await symlink(python, join(where.bin, "python3"));
  const found = await findInterpreter(where);
  expect(found).toMatchObject({ executable: join(where.bin, "python3"), version, implementation: "cpython" });
  expect(execFileSync(found.base, ["-c", "import sys; print(sys.prefix)"], { encoding: "utf8" }).trim()).toBe(
    found.basePrefix,
  );
  expect(found.bundledPip === null || basename(found.bundledPip).startsWith("pip-")).toBe(true);
});

test("what is no Python is passed over", async () => {
  const where = await machine();
  await write(join(where.bin, "python3"), "#!/bin/sh\nexit 9\n");
  await chmod(join(where.bin, "python3"), 0o755);
  await symlink(python, join(where.bin, "python"));
  expect((await findInterpreter(where)).executable).toBe(join(where.bin, "python"));
});

test("relative folders on PATH don't count", async () => {
  const where = await machine();
  await pretender(join(where.directory as string, "python3"), "3.9.9");
  await expect(findInterpreter(where)).rejects.toMatchObject({ code: "no-python" });
});

test.each(["3", "3.x", version.split(".").slice(0, 2).join("."), version])(
  "a version asked for (%s) is the first that fits",
  async (request) => {
    const where = await machine();
    await symlink(python, join(where.bin, "python3"));
    const found = await findInterpreter({ ...where, request });
    expect(found.version).toBe(version);
  },
);

test("a version is looked for under its own name first, then in the tool cache, then among pyenv's", async () => {
  const where = await machine();
  const tools = join(where.home, "tools");
  const environment = { ...where.environment, RUNNER_TOOL_CACHE: tools, PYENV_ROOT: join(where.home, "pyenv") };
  const search = { ...where, environment };
  await symlink(python, join(where.bin, "python3"));
  await pretender(join(where.bin, "python3.77"), "3.77.1");
  const inCache = await pretender(join(tools, "Python", "3.78.2", "x64", "bin", "python3"), "3.78.2");
  const newer = await pretender(join(tools, "Python", "3.78.10", "x64", "bin", "python3"), "3.78.10");
  const ofPyenv = await pretender(join(where.home, "pyenv", "versions", "3.79.0", "bin", "python3"), "3.79.0");
  const ask = async (request: string) => (await findInterpreter({ ...search, request })).executable;
  expect(await ask("3.77")).toBe(join(where.bin, "python3.77"));
  expect(await ask("3.78")).toBe(newer);
  expect(await ask("3.78.2")).toBe(inCache);
  expect(await ask("3.79")).toBe(ofPyenv);
  await expect(ask("3.7")).rejects.toMatchObject({ name: "UsageError", code: "python-not-found" });
  await expect(ask("3.7")).rejects.toThrow(
    /3\.7 was asked for[\s\S]*3\.78\.10 \(.*setup-python.*python-version: "3\.7"/,
  );
});

test("a path is taken as it is, relative to the project, also a folder with an environment", async () => {
  const where = await machine();
  const project = where.directory as string;
  execFileSync(python, ["-m", "venv", "--without-pip", join(project, "own")]);
  const direct = await findInterpreter({ ...where, request: "./own/bin/python" });
  expect(direct.executable).toBe(join(project, "own", "bin", "python"));
  expect((await findInterpreter({ ...where, request: join(project, "own") })).base).toBe(direct.base);
  expect(direct.base.startsWith(project)).toBe(false);
  await expect(findInterpreter({ ...where, request: "./none" })).rejects.toThrow(`${project}/none is no Python 3`);
});

test("a request that is neither is refused", async () => {
  const where = await machine();
  await expect(findInterpreter({ ...where, request: "snake" })).rejects.toMatchObject({ code: "invalid-python" });
  await expect(findInterpreter({ ...where, request: "2.7" })).rejects.toThrow("needs Python 3.6 or later");
});

test("a program's answer is kept until its file changes; a script's is not", async () => {
  const where = await machine();
  await symlink(python, join(where.bin, "python3"));
  const first = await findInterpreter(where);
  const [memo = ""] = await readdir(join(where.cacheDirectory as string, "interpreters"));
  const path = join(where.cacheDirectory as string, "interpreters", memo);
  const kept = JSON.parse(await readFile(path, "utf8"));
  await writeFile(path, JSON.stringify({ ...kept, interpreter: { ...first, version: "3.0.1" } }));
  expect((await findInterpreter(where)).version).toBe("3.0.1");
  await writeFile(
    path,
    JSON.stringify({ ...kept, identity: "another file", interpreter: { ...first, version: "3.0.1" } }),
  );
  expect((await findInterpreter(where)).version).toBe(version);
  await writeFile(path, "{ half");
  expect((await findInterpreter(where)).version).toBe(version);

  const script = await pretender(join(where.bin, "python3.77"), "3.77.0");
  await findInterpreter({ ...where, request: "3.77" });
  await findInterpreter({ ...where, request: "3.77" });
  expect(await readFile(`${script}.log`, "utf8")).toBe("asked\nasked\n");
});

test("a shim of pyenv leads to the version that the project chooses", async () => {
  const where = await machine();
  const root = join(where.home, "pyenv");
  const [old, recent] = await Promise.all(
    ["3.77.1", "3.77.12"].map((each) => pretender(join(root, "versions", each, "bin", "python3"), each)),
  );
  await pretender(join(root, "shims", "python3"), "9.9.9");
  const environment = { ...where.environment, PATH: join(root, "shims") };
  const found = async (more = {}) =>
    (await findInterpreter({ ...where, environment: { ...environment, ...more } })).executable;
  await expect(found()).rejects.toMatchObject({ code: "no-python" });
  await write(join(root, "version"), "3.77.1\n");
  expect(await found()).toBe(old);
  await write(join(where.directory as string, ".python-version"), "# ours\n3.77\n");
  expect(await found()).toBe(recent);
  expect(await found({ PYENV_VERSION: "3.77.1" })).toBe(old);
});
