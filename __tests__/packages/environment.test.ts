import { access, lstat, mkdir, readdir, readFile, readlink, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { openPackages } from "../../src/packages/index.js";
import { startRun } from "./child-run.js";
import type { Place } from "./support.js";
import { command, makeWheel, open, optionsFor, place, pypi, temporaryFolder, write } from "./support.js";

async function installed(where: Place, part: Parameters<typeof open>[1], argv: readonly string[]): Promise<string> {
  const session = await open(where, part);
  await session.enterPhase("install");
  await command(where, session, argv);
  await session.leavePhase("install", { succeeded: true });
  await session.close();
  return session.environmentPath;
}

test("an environment has pip, its console scripts and nothing else, and is first on PATH", async () => {
  const where = await place();
  const session = await open(where);
  try {
    expect(session.environmentPath).toBe(join(where.cacheDirectory, "env", "acme-tool-0"));
    expect(session.variables.VIRTUAL_ENV).toBe(session.environmentPath);
    const prefix = await command(where, session, ["python", "-c", "import sys; print(sys.prefix)"]);
    expect(prefix.trim()).toBe(session.environmentPath);
    const list = JSON.parse(await command(where, session, ["pip", "list", "--format=json"])) as { name: string }[];
    expect(list.map(({ name }) => name)).toEqual(["pip"]);
    expect(await command(where, session, ["python", "-m", "pip", "--version"])).toContain(session.environmentPath);
    expect(await command(where, session, ["pip", "check"])).toContain("No broken requirements");
  } finally {
    await session.close();
  }
});

test("pip can be replaced and taken out again by its own record", async () => {
  const where = await place();
  const session = await open(where);
  try {
    await command(where, session, ["pip", "uninstall", "--yes", "--quiet", "pip"]);
    const left = await readdir(join(session.environmentPath, "bin"));
    expect(left.filter((name) => name.startsWith("pip"))).toEqual([]);
  } finally {
    await session.close();
  }
});

test("a path with spaces works", async () => {
  const where = await place("with space");
  const session = await open(where);
  try {
    expect(await command(where, session, ["pip", "--version"])).toContain(session.environmentPath);
  } finally {
    await session.close();
  }
});

test("the environment is kept with its packages, and made anew when the spec's install part changes", async () => {
  const where = await place();
  const wheel = await makeWheel(await temporaryFolder(), "demo", "1.0");
  await installed(where, {}, ["pip", "install", "-q", wheel]);
  const kept = await open(where);
  expect(await command(where, kept, ["python", "-c", "import demo; print(demo.VERSION)"])).toBe("1.0\n");
  await kept.close();
  expect(where.notes).toEqual([]);
  const changed = await open(where, {
    environmentInputs: { python: null, pypi: null, install: ["pip install other"] },
  });
  await expect(command(where, changed, ["python", "-c", "import demo"])).rejects.toThrow("No module named");
  await changed.close();
  expect(where.notes).toEqual([expect.stringContaining("install in the spec")]);
});

test.each([
  ["requirements.txt", "demo==2\n"],
  ["sub/requirements-dev.txt", "demo==2\n"],
  ["pyproject.toml", "[project]\n"],
  ["uv.lock", "version = 2\n"],
])("a change of %s makes the environment anew", async (file, content) => {
  const where = await place();
  await write(join(where.project, file), "old\n");
  const path = await installed(where, {}, ["touch", "ran"]);
  await write(join(path, "mark"), "");
  await (await open(where)).close();
  await expect(access(join(path, "mark"))).resolves.toBeUndefined();
  await installed(where, {}, ["touch", "ran"]);
  await write(join(where.project, file), content);
  await (await open(where)).close();
  await expect(access(join(path, "mark"))).rejects.toThrow("ENOENT");
  expect(where.notes).toEqual([expect.stringContaining("a file that install depends on")]);
});

test("a file that only a command names counts too", async () => {
  const where = await place();
  const part = {
    environmentInputs: { python: null, pypi: null, install: [{ words: ["pip", "install", "-r", "deps.list"] }] },
  };
  await write(join(where.project, "deps.list"), "a\n");
  await installed(where, part, ["true"]);
  await write(join(where.project, "deps.list"), "b\n");
  await (await open(where, part)).close();
  expect(where.notes).toEqual([expect.stringContaining("a file that install depends on")]);
});

test("what a requirements file includes counts too", async () => {
  const where = await place();
  await write(join(where.project, "requirements.txt"), "-r deps/base.list # more\n");
  await write(join(where.project, "deps", "base.list"), "a\n");
  await installed(where, {}, ["true"]);
  await write(join(where.project, "deps", "base.list"), "b\n");
  await (await open(where)).close();
  expect(where.notes).toEqual([expect.stringContaining("a file that install depends on")]);
});

test("what pip and uv are told to choose by variables counts, and so do the files that these name; other variables don't", async () => {
  const where = await place();
  await write(join(where.project, "pins.cfg"), "demo==1\n");
  const part = (specEnvironment: Record<string, unknown>): Parameters<typeof open>[1] => ({ specEnvironment });
  const pinned = { PIP_CONSTRAINT: "pins.cfg" };
  await installed(where, part({ ...pinned, APP_MODE: "a" }), ["true"]);
  await installed(where, part({ ...pinned, APP_MODE: "b" }), ["true"]);
  expect(where.notes).toEqual([]);
  await write(join(where.project, "pins.cfg"), "demo==2\n");
  await installed(where, part(pinned), ["true"]);
  await installed(where, part({ ...pinned, PIP_PRE: "1" }), ["true"]);
  expect(where.notes).toEqual([
    expect.stringContaining("a file that install depends on changed"),
    expect.stringContaining("a variable that install depends on changed"),
  ]);
});

test("an environment with the project installed from its folder is not used for another folder", async () => {
  const [where, other] = [await place(), await place()];
  const moved = { ...where, project: other.project };
  for (const [install, made] of [
    [["pip install -e ."], 1],
    [["pip install demo"], 0],
  ] as const) {
    where.notes.length = 0;
    const part = { environmentInputs: { python: null, pypi: null, install } };
    await installed(where, part, ["true"]);
    where.notes.length = 0;
    await (await open(moved, part)).close();
    expect(where.notes.filter((note) => note.includes("the project's folder"))).toHaveLength(made);
  }
});

test("an environment whose install failed or was killed is not used again", async () => {
  const where = await place();
  const session = await open(where);
  await session.enterPhase("install");
  await write(join(session.environmentPath, "half"), "");
  await session.leavePhase("install", { succeeded: false });
  await session.close();
  await (await open(where)).close();
  await expect(access(join(session.environmentPath, "half"))).rejects.toThrow("ENOENT");
});

test("after kill -9 within install the environment is made anew", async () => {
  const where = await place();
  const run = await startRun(where, pypi());
  await run.say("enter install");
  const path = run.first.ready ?? "";
  await write(join(path, "half"), "");
  await run.kill();
  const session = await open(where, { owner: null, repository: null });
  expect(session.environmentPath).toBe(path);
  await expect(access(join(path, "half"))).rejects.toThrow("ENOENT");
  await session.close();
});

test("an environment whose modules a later phase wrote to is made anew, one that it only imported is kept", async () => {
  const where = await place();
  const wheel = await makeWheel(await temporaryFolder(), "demo", "1.0");
  await installed(where, {}, ["pip", "install", "-q", wheel]);
  const imports = await open(where);
  await command(where, imports, ["python", "-c", "import demo"]);
  await imports.close();
  expect(where.notes).toEqual([]);
  const writes = await open(where);
  await command(where, writes, ["python", "-c", "import demo; open(demo.__file__, 'a').write('VERSION = 2')"]);
  await writes.close();
  await (await open(where)).close();
  expect(where.notes).toEqual([expect.stringContaining("files of its packages were changed after install")]);
});

test("an environment that a later phase changed is made anew", async () => {
  const where = await place();
  const wheel = await makeWheel(await temporaryFolder(), "late", "1.0");
  await installed(where, {}, ["true"]);
  const session = await open(where);
  await command(where, session, ["pip", "install", "-q", wheel]);
  await session.close();
  const next = await open(where);
  await expect(command(where, next, ["python", "-c", "import late"])).rejects.toThrow("No module named");
  await next.close();
  expect(where.notes).toEqual([expect.stringContaining("changed after install")]);
});

test("without install among the phases a kept environment stays as it is", async () => {
  const where = await place();
  const wheel = await makeWheel(await temporaryFolder(), "demo", "1.0");
  const path = await installed(where, {}, ["pip", "install", "-q", wheel]);
  await write(join(where.project, "requirements.txt"), "new\n");
  const session = await open(where, { phases: ["execute"] });
  expect(await command(where, session, ["python", "-c", "import demo; print(demo.VERSION)"])).toBe("1.0\n");
  await session.close();
  expect(where.notes).toEqual([expect.stringContaining("is used as it stands")]);
  await rm(path, { recursive: true });
  await (await open(where, { phases: ["execute"] })).close();
  expect(where.notes.at(-1)).toContain("The environment is empty");
});

test("a spec without an install phase keeps its environment", async () => {
  const where = await place();
  const part = { environmentInputs: { python: "3", pypi: null, install: null }, phases: ["execute"] as const };
  const session = await open(where, part);
  await write(join(session.environmentPath, "mark"), "");
  await session.close();
  await (await open(where, part)).close();
  await expect(access(join(session.environmentPath, "mark"))).resolves.toBeUndefined();
});

test("runs side by side have environments of their own", async () => {
  const where = await place();
  const [first, second] = [await open(where), await open(where)];
  expect([first.environmentPath, second.environmentPath].map((path) => path.slice(-2))).toEqual(["-0", "-1"]);
  await first.close();
  const third = await open(where);
  expect(third.environmentPath).toBe(first.environmentPath);
  await Promise.all([second.close(), third.close(), third.close()]);
});

test("without a repository the environment is named after the folder", async () => {
  const where = await place();
  const session = await open(where, { owner: null, repository: null });
  expect(session.environmentPath).toMatch(/\/env\/project-[0-9a-f]{8}-0$/);
  await session.close();
});

test(".forge/env is a link to the environment, and .forge ignores itself", async () => {
  const where = await place();
  const session = await open(where);
  await session.close();
  expect(await readlink(join(where.project, ".forge", "env"))).toBe(session.environmentPath);
  expect(await readFile(join(where.project, ".forge", ".gitignore"), "utf8")).toBe("*\n");
});

test("a .forge that leads elsewhere is not written through", async () => {
  const where = await place();
  const elsewhere = await temporaryFolder();
  await symlink(elsewhere, join(where.project, ".forge"));
  await (await open(where)).close();
  expect(await readdir(elsewhere)).toEqual([]);
  expect(where.notes).toEqual([expect.stringContaining("is not a folder")]);
});

test("a folder in the place of .forge/env is left alone", async () => {
  const where = await place();
  await mkdir(join(where.project, ".forge", "env"), { recursive: true });
  await writeFile(join(where.project, ".forge", "env", "mine"), "");
  await (await open(where)).close();
  expect((await lstat(join(where.project, ".forge", "env"))).isDirectory()).toBe(true);
  expect(where.notes).toEqual([expect.stringContaining("left as it is")]);
});

test("PYTHONHOME is named for removal and does not disturb the making", async () => {
  const where = await place();
  where.environment.PYTHONHOME = "/nonexistent";
  const session = await open(where);
  expect(session.remove).toContain("PYTHONHOME");
  expect(await command(where, session, ["python", "-c", "print(1)"])).toBe("1\n");
  await session.close();
});

test("without any Python: a note where only install wants it, an error where the spec asks", async () => {
  const where = await place();
  const bare = { ...where.environment, PATH: await temporaryFolder(), PYENV_ROOT: where.home };
  expect(await openPackages(optionsFor(where, { environment: bare, pypi: undefined }))).toBeNull();
  expect(where.notes).toEqual([expect.stringContaining("No Python was found")]);
  await expect(openPackages(optionsFor(where, { environment: bare }))).rejects.toThrow("No Python was found");
  const asked = optionsFor(where, { environment: bare, pypi: undefined, python: "3.99" });
  await expect(openPackages(asked)).rejects.toMatchObject({ name: "UsageError", code: "python-not-found" });
});

test("the newest pip comes through the configured index and is kept for the next environment", async () => {
  const where = await place();
  const { bundledPip } = await (await import("../../src/packages/index.js")).findInterpreter({
    request: null,
    environment: where.environment,
    platform: process.platform,
  });
  const links = await temporaryFolder();
  await import("node:fs/promises").then(({ copyFile }) =>
    copyFile(bundledPip as string, join(links, (bundledPip as string).split("/").at(-1) as string)),
  );
  where.environment.PIP_FIND_LINKS = links;
  const part = { pypi: pypi({ pip: "newest" }) };
  await (await open(where, part)).close();
  expect(where.notes).toEqual([]);
  await rm(links, { recursive: true });
  await rm(join(where.cacheDirectory, "env"), { recursive: true });
  const session = await open(where, part);
  expect(await command(where, session, ["pip", "--version"])).toContain("pip ");
  await session.close();
  expect(where.notes).toEqual([]);
});

test("a pip that can't be had: newest falls back to the bundled one with a note, a pinned one is an error", async () => {
  const where = await place();
  await (await open(where, { pypi: pypi({ pip: "newest" }) })).close();
  expect(where.notes).toEqual([expect.stringContaining("The newest pip could not be had")]);
  await rm(join(where.cacheDirectory, "env"), { recursive: true });
  await expect(open(where, { pypi: pypi({ pip: "0.0.1" }) })).rejects.toMatchObject({ code: "pip-not-found" });
  expect((await readdir(join(where.cacheDirectory, "env"))).filter((name) => /lock|conf/.test(name))).toEqual([]);
});

test("the folder of environments is the user's alone", async () => {
  const where = await place();
  await (await open(where)).close();
  expect((await stat(where.cacheDirectory)).mode & 0o777).toBe(0o700);
});
