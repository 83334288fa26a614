import { existsSync } from "node:fs";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { parseIni } from "../../../src/packages/ini.js";
import { get } from "../../index-server/support.js";
import { startUpstream } from "../../index-server/upstream.js";
import { pypi } from "../support.js";
import { environmentOf, type Machine, machine, openOn, uvFile, write } from "./support.js";

const LOCAL = /^http:\/\/127\.0\.0\.1:\d+\//;

/** What pip's file says, by section. */
async function configured(path: string | undefined): Promise<Record<string, Record<string, string>>> {
  const sections = parseIni(await readFile(path ?? "", "utf8"));
  return Object.fromEntries([...sections].map(([name, options]) => [name, Object.fromEntries(options)]));
}

async function pipFile(where: Machine, text: string): Promise<void> {
  await write(join(where.home, ".config", "pip", "pip.conf"), text);
}

test("without any configuration the commands that install go to the index; pip lock does not", async () => {
  const where = await machine();
  const { variables, indexUrl, close } = await openOn(where);
  const told = await configured(variables.PIP_CONFIG_FILE);
  expect(indexUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/simple\/$/);
  for (const command of ["install", "download", "wheel", "list", "index"]) {
    expect(told[command]).toEqual({ "index-url": indexUrl });
  }
  expect([told.global, told.lock]).toEqual([{}, undefined]);
  expect(await uvFile(variables.XDG_CONFIG_DIRS)).toEqual({ pip: { "index-url": indexUrl } });
  expect((await stat(variables.PIP_CONFIG_FILE ?? "")).mode & 0o777).toBe(0o600);
  await close();
  expect(
    [variables.PIP_CONFIG_FILE ?? "", (variables.XDG_CONFIG_DIRS ?? "").split(":")[0] ?? ""].map(existsSync),
  ).toEqual([false, false]);
});

test("clients keep their caches with forgexec, pip does not compile and asks for no newer pip", async () => {
  const where = await machine();
  const { variables } = await openOn(where);
  const folder = join(where.cacheDirectory, "clients", "test");
  expect(variables).toMatchObject({
    PIP_CACHE_DIR: join(folder, "pip"),
    UV_CACHE_DIR: join(folder, "uv"),
    POETRY_CACHE_DIR: join(folder, "poetry"),
    PDM_CACHE_DIR: join(folder, "pdm"),
    POETRY_VIRTUALENVS_PATH: join(where.home, ".cache", "pypoetry", "virtualenvs"),
    UV_PROJECT_ENVIRONMENT: join(where.cacheDirectory, "env", "acme-tool-0"),
    PIP_COMPILE: "0",
  });
});

test("what the user has set stays", async () => {
  const where = await machine();
  const own = {
    ...{ PIP_NO_CACHE_DIR: "1", UV_NO_CACHE: "1", POETRY_CACHE_DIR: "/p", PDM_CACHE_DIR: "/q", PIP_NO_COMPILE: "1" },
    ...{ UV_PROJECT_ENVIRONMENT: ".venv", PIP_DISABLE_PIP_VERSION_CHECK: "0" },
  };
  Object.assign(where.environment, own);
  const { variables } = await openOn(where);
  const changed = [...Object.keys(own), "PIP_CACHE_DIR", "UV_CACHE_DIR", "PIP_COMPILE"];
  expect(Object.keys(variables).filter((name) => changed.includes(name))).toEqual([]);
  const other = await machine();
  await pipFile(other, "[global]\ncache-dir = /c\n[install]\nno-compile = no\n");
  await write(join(other.project, "pyproject.toml"), '[tool.uv]\ncache-dir = "/u"\n');
  await write(join(other.project, "poetry.toml"), 'cache-dir = "/p"\n');
  const told = await openOn(other);
  const names = ["PIP_CACHE_DIR", "UV_CACHE_DIR", "POETRY_CACHE_DIR", "PIP_COMPILE"];
  expect(names.filter((name) => told.variables[name] !== undefined)).toEqual([]);
});

test("where the machine keeps caches, or that it keeps none, means nothing to an image's commands", async () => {
  const where = await machine();
  Object.assign(where.environment, {
    PIP_NO_CACHE_DIR: "1",
    UV_CACHE_DIR: "/u",
    POETRY_CACHE_DIR: "/p",
    PDM_NO_CACHE: "1",
    UV_PROJECT_ENVIRONMENT: ".venv",
  });
  await pipFile(where, "[global]\ncache-dir = /c\n");
  const { variables } = await openOn(where, { commandsIn: "image" });
  const folder = join(where.cacheDirectory, "clients", "test");
  expect(variables).toMatchObject({
    UV_PROJECT_ENVIRONMENT: join(where.cacheDirectory, "env", "acme-tool-0"),
    PIP_CACHE_DIR: join(folder, "pip"),
    UV_CACHE_DIR: join(folder, "uv"),
    POETRY_CACHE_DIR: join(folder, "poetry"),
    PDM_CACHE_DIR: join(folder, "pdm"),
  });
});

test("each index that pip is configured with has a stand-in of its own, which is the same in each run", async () => {
  const where = await machine();
  const [main, corp, extra] = await Promise.all([startUpstream(), startUpstream(), startUpstream()]);
  await pipFile(where, `[global]\nindex-url = ${main.url}\n[download]\nextra-index-url = ${extra.url}\n`);
  where.environment.PIP_EXTRA_INDEX_URL = extra.url;
  const part = { extraIndexUrls: [corp.url], namedIndexes: [{ name: "corp", url: corp.url }] };
  const run = await openOn(where, {
    pypi: pypi(part),
    slot: { path: join(where.cacheDirectory, "env", "x"), number: 902 },
  });
  const told = await configured(run.variables.PIP_CONFIG_FILE);
  const extras = run.variables.PIP_EXTRA_INDEX_URL?.split(" ") ?? [];
  expect(told.install?.["index-url"]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/index-[0-9a-f]{8}\/simple\/$/);
  expect(extras).toEqual([
    expect.stringMatching(/\/index-[0-9a-f]{8}\/simple\/$/),
    expect.stringMatching(/\/corp-[0-9a-f]{8}\//),
  ]);
  expect(told.download?.["extra-index-url"]?.split(" ")[0]).toBe(extras[0]);
  expect(told.global?.["index-url"]).toBe(main.url);
  expect(await uvFile(run.variables.XDG_CONFIG_DIRS)).toEqual({
    pip: { "index-url": told.install?.["index-url"], "extra-index-url": extras, "index-strategy": "unsafe-best-match" },
  });
  const upstreams = [main, extra, corp];
  for (const [at, url] of [told.install?.["index-url"], ...extras].entries()) {
    upstreams[at]?.add("demo", { name: `demo-${at}.zip`, body: Buffer.from("x") });
    expect((await get(`${url}demo/`)).body.toString()).toContain(`demo-${at}.zip`);
  }
  await run.close();
  const again = await openOn(where, {
    pypi: pypi(part),
    slot: { path: join(where.cacheDirectory, "env", "x"), number: 902 },
  });
  expect(again.variables).toEqual(run.variables);
});

test("indexes that the spec gives single commands by variables have stand-ins as well", async () => {
  const [where, upstream] = await Promise.all([machine(), startUpstream()]);
  upstream.add("demo", { name: "demo-1.zip", body: Buffer.from("x") });
  const { standIn } = await openOn(where, { indexes: [upstream.url] });
  const told = (name: string, value: string, argv: readonly string[] = ["pip"]) => standIn({ name, value, argv });
  const url = told("PIP_INDEX_URL", upstream.url);
  expect(url).toMatch(LOCAL);
  expect((await get(`${url}demo/`)).status).toBe(200);
  expect(told("PIP_EXTRA_INDEX_URL", `${upstream.url} file:///srv/simple`)).toBe(`${url} file:///srv/simple`);
  expect([told("URL", upstream.url), told("PIP_INDEX_URL", upstream.url, ["pip", "lock"])]).toEqual([
    upstream.url,
    upstream.url,
  ]);
});

test("what the index can't ask in pip's stead stays as it is", async () => {
  const where = await machine();
  const lists = [
    "file:///srv/simple",
    "http://far.example/simple",
    "https://u@key.example/simple",
    "https://q.example/?a",
  ];
  await pipFile(where, `[global]\nextra-index-url = ${lists.join(" ")}\nkeyring-provider = subprocess\n`);
  const { variables } = await openOn(where);
  expect((await configured(variables.PIP_CONFIG_FILE)).install).toEqual({
    "extra-index-url": lists.join(" "),
    "index-url": expect.stringMatching(LOCAL),
  });
  expect(variables.XDG_CONFIG_DIRS).toBeUndefined();
  const certified = await machine();
  await pipFile(certified, "[global]\nindex-url = https://own.example/simple\nclient-cert = /c.pem\n");
  const told = await openOn(certified);
  expect((await configured(told.variables.PIP_CONFIG_FILE)).install?.["index-url"]).toBe("https://own.example/simple");
  expect(told.indexUrl).toBeNull();
});

test.each(["PIP_NO_INDEX=1", "[global]\nno-index = true\n"])(
  "where pip is to use no index, it is left alone (%j)",
  async (set) => {
    const where = await machine();
    if (set.startsWith("PIP")) where.environment.PIP_NO_INDEX = "1";
    else await pipFile(where, set);
    const settings = await openOn(where);
    expect([settings.indexUrl, (await configured(settings.variables.PIP_CONFIG_FILE)).install]).toEqual([
      null,
      undefined,
    ]);
    await settings.ready();
  },
);

test("where pip's files are switched off, variables lead to the index", async () => {
  const where = await machine();
  where.environment.PIP_CONFIG_FILE = "/dev/null";
  const settings = await openOn(where);
  expect(settings.variables).toMatchObject({ PIP_CONFIG_FILE: "/dev/null", PIP_INDEX_URL: settings.indexUrl });
  expect(environmentOf(where, settings, ["pip", "lock"])).toMatchObject({
    PIP_CONFIG_FILE: "/dev/null",
    PIP_INDEX_URL: "",
  });
});

test("what names an index of its own is told of, once, in one line", async () => {
  const where = await machine();
  where.environment.UV_INDEX = "https://uv.example/simple";
  await write(join(where.project, "list.txt"), "six\n--index-url https://x.example/simple\n");
  await openOn(where, {
    commands: [
      ["pip", "install", "-i", "https://y.example/simple", "-r", "list.txt"],
      ["pip", "install", "--index-url=https://y.example/simple", "x"],
      ["sh", "-c", "uv pip install -r list.txt"],
      ["pytest", "-i"],
    ],
  });
  expect(where.notes).toEqual([
    "Past the package index of this run go: -i in a command; --index-url in a command; --index-url in list.txt; UV_INDEX, which says what uv asks.",
  ]);
});

test("an option of another program in the same shell's text is none of a client's", async () => {
  const where = await machine();
  await openOn(where, {
    commands: [
      ["sh", "-c", "pip --version && echo a > f && sed -i s/a/b/ f"],
      ["sh", "-c", "pip list | grep -i pip; grep -r -i x ."],
      ["sh", "-ec", "sed -i s/a/b/ f\npip install demo\nsort -r list"],
    ],
  });
  expect(where.notes.filter((note) => note.startsWith("Past"))).toEqual([]);
  await openOn(where, { commands: [["sh", "-ec", "sed s/a/b/ f && (python -m pip install -i https://x/ demo)"]] });
  expect(where.notes.filter((note) => note.startsWith("Past"))).toEqual([
    "Past the package index of this run go: -i in a command.",
  ]);
});

test("of clients that ask an index of their own, those in an isolated network are told of, with what to do", async () => {
  const where = await machine();
  const isolatedCommands = [
    ["uv", "sync", "--frozen"],
    ["sh", "-c", "pip install poetry && poetry  install"],
    ["pdm", "run", "x"],
  ];
  await openOn(where, { commands: [...isolatedCommands, ["pipenv", "install"]], isolatedCommands });
  await openOn(where, { commands: [["uv", "sync"]] });
  expect(where.notes).toEqual([
    expect.stringMatching(
      /^Past the package index of this run go: uv sync; poetry install\. An isolated .*network: undefined/,
    ),
  ]);
});

test("a cache that is off leaves pip's configuration as the spec makes it, and nothing else", async () => {
  const where = await machine();
  const part = { extraIndexUrls: ["https://e.example/"] };
  const settings = await openOn(where, { cache: "off", pypi: pypi(part) });
  expect(await configured(settings.variables.PIP_CONFIG_FILE)).toEqual({
    global: { "extra-index-url": "https://e.example/" },
  });
  expect(Object.keys(settings.variables).sort()).toEqual([
    "PDM_IGNORE_SAVED_PYTHON",
    "PIP_CONFIG_FILE",
    "UV_PROJECT_ENVIRONMENT",
  ]);
});

test("what has to be there before the first use is waited for, once; what fails costs a note", async () => {
  const where = await machine();
  const upstream = await startUpstream();
  upstream.add("demo", { name: "demo-1.zip", body: Buffer.from("x") });
  await pipFile(where, `[global]\nindex-url = ${upstream.url}\n`);
  let times = 0;
  let asked = -1;
  const beforeFirstUse = async (): Promise<void> => {
    times++;
    asked = upstream.requests.length;
    throw new Error("no store");
  };
  const settings = await openOn(where, { beforeFirstUse });
  expect(times).toBe(0);
  await Promise.all([settings.ready(), get(`${settings.indexUrl}demo/`), get(`${settings.indexUrl}demo/`)]);
  expect([times, asked, where.notes]).toEqual([1, 0, [expect.stringContaining("no store")]]);
});

test("who may only read writes to copies, which go with the run", async () => {
  const where = await machine();
  const upstream = await startUpstream();
  upstream.add("demo", { name: "demo-1.zip", body: Buffer.from("x") });
  await pipFile(where, `[global]\nindex-url = ${upstream.url}\n`);
  const shared = join(where.cacheDirectory, "clients", "test");
  await write(join(shared, "pip", "wheels", "a", "small"), "small");
  await write(join(shared, "uv", "big"), "b".repeat(200_000));
  const settings = await openOn(where, { writable: "private" });
  const { PIP_CACHE_DIR: pip = "", UV_CACHE_DIR: uv = "" } = settings.variables;
  await mkdir(pip, { recursive: true });
  expect((await get(`${settings.indexUrl}demo/demo-1.zip`)).status).toBe(200);
  await writeFile(join(pip, "wheels", "a", "small"), "changed");
  expect((await stat(join(uv, "big"))).ino).toBe((await stat(join(shared, "uv", "big"))).ino);
  expect(await readFile(join(shared, "pip", "wheels", "a", "small"), "utf8")).toBe("small");
  await settings.close();
  expect([existsSync(pip), existsSync(join(where.cacheDirectory, "index"))]).toEqual([false, false]);
});

test("of copies that commands of a sandbox may write to none is a link to what is kept", async () => {
  const where = await machine();
  const shared = join(where.cacheDirectory, "clients", "test");
  await write(join(shared, "uv", "big"), "b".repeat(200_000));
  const settings = await openOn(where, { writable: "private", sandboxes: "some" });
  await settings.ready();
  const copy = join(settings.variables.UV_CACHE_DIR ?? "", "big");
  expect((await stat(copy)).ino).not.toBe((await stat(join(shared, "uv", "big"))).ino);
  expect(await readFile(copy, "utf8")).toBe("b".repeat(200_000));
  await settings.close();
});
