import { execFileSync } from "node:child_process";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { isOneLineValue, parseIni, type Sections, writeIni } from "../../src/packages/ini.js";
import type { Pypi } from "../../src/spec/index.js";
import { command, makeWheel, open, type Place, place, pypi, temporaryFolder, write } from "./support.js";

const noInstall = { environmentInputs: { python: null, pypi: null, install: null } };

/** What pip itself says that it is configured with, under the session, less the machine's certificates. */
async function configured(where: Place, part: Partial<Pypi>): Promise<Record<string, string>> {
  const session = await open(where, { ...noInstall, pypi: pypi(part) });
  try {
    const text = await command(where, session, ["python", "-m", "pip", "config", "list"]);
    const lines = text.split("\n").map((line) => /^(\S+?)=(['"])(.*)\2$/.exec(line));
    const entries = lines.flatMap((match) => (match ? [[match[1] ?? "", match[3] ?? ""] as const] : []));
    const own = entries.filter(([name]) => !/cert|no-index|no-compile|config-file/.test(name));
    return Object.fromEntries(own.map(([name, value]) => [name, value.replaceAll("\\n", " ").trim()]));
  } finally {
    await session.close();
  }
}

function ofPip(variables: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => name.startsWith("PIP_")));
}

test("the user's, the system's and the named configuration are merged with the spec's part", async () => {
  const where = await place();
  const system = await temporaryFolder();
  await write(
    join(system, "pip", "pip.conf"),
    "[global]\ntimeout = 7\nextra_index_url = https://system.example/simple\n",
  );
  const user = join(where.home, ".config", "pip", "pip.conf");
  const users =
    "# mine\n[global]\nextra-index-url:\n    https://user.example/a%20b\n    # not this\n    https://user.example/c\n\n[install]\ntrusted-host = user.example\n[list]\nformat = columns\n";
  await write(user, users);
  where.environment.XDG_CONFIG_DIRS = system;
  const merged = await configured(where, {
    indexUrl: "https://index.example/simple?x=%(y)s#z",
    extraIndexUrls: ["https://u:p@extra.example/simple", "https://user.example/c"],
    trustedHosts: ["extra.example"],
    findLinks: ["https://links.example/wheels", "wheels", "with space"],
  });
  expect(merged).toEqual({
    "global.timeout": "7",
    "global.index-url": "https://index.example/simple?x=%(y)s#z",
    "global.extra-index-url": "https://user.example/a%20b https://user.example/c https://u:p@extra.example/simple",
    "global.trusted-host": "extra.example",
    "install.trusted-host": "user.example extra.example",
    "global.find-links": `https://links.example/wheels ${where.project}/wheels file://${where.project}/with%20space`,
    "list.format": "columns",
  });
  expect(await readFile(user, "utf8")).toBe(users);
});

test("a configuration that PIP_CONFIG_FILE names counts, and comes before the user's", async () => {
  const where = await place();
  await write(join(where.home, ".config", "pip", "pip.conf"), "[global]\ntimeout = 1\nretries = 2\n");
  where.environment.PIP_CONFIG_FILE = await write(join(where.home, "named.conf"), "[global]\ntimeout = 3\n");
  const merged = await configured(where, { extraIndexUrls: ["https://e.example/"] });
  const own = Object.fromEntries(Object.entries(merged).filter(([name]) => name.startsWith("global.")));
  expect(own).toEqual({ "global.timeout": "3", "global.retries": "2", "global.extra-index-url": "https://e.example/" });
});

test("variables that outrank the file get the spec's values too, and only where the machine sets them", async () => {
  const where = await place();
  Object.assign(where.environment, {
    PIP_EXTRA_INDEX_URL: "https://m.example/ https://n.example/",
    PIP_TRUSTED_HOST: "",
  });
  const part = {
    extraIndexUrls: ["https://e.example/", "https://m.example/"],
    trustedHosts: ["h"],
    findLinks: ["links"],
  };
  const session = await open(where, { ...noInstall, pypi: pypi(part) });
  await session.close();
  expect(ofPip(session.variables)).toEqual({
    PIP_CONFIG_FILE: expect.any(String),
    PIP_EXTRA_INDEX_URL: "https://m.example/ https://n.example/ https://e.example/",
  });
});

test("a machine that switches pip's files off gets the spec's part in variables", async () => {
  const where = await place();
  where.environment.PIP_CONFIG_FILE = "/dev/null";
  const session = await open(where, {
    ...noInstall,
    pypi: pypi({ indexUrl: "https://i.example/", trustedHosts: ["h"] }),
  });
  await session.close();
  expect(ofPip(session.variables)).toEqual({
    PIP_CONFIG_FILE: "/dev/null",
    PIP_INDEX_URL: "https://i.example/",
    PIP_TRUSTED_HOST: "h",
  });
});

test("pip installs from a find-links folder of the project", async () => {
  const where = await place("with space");
  await makeWheel(join(where.project, "my wheels"), "demo", "1.0");
  const session = await open(where, { ...noInstall, pypi: pypi({ findLinks: ["my wheels"] }) });
  await command(where, session, ["pip", "install", "-q", "demo"]);
  expect(await command(where, session, ["python", "-c", "import demo; print(demo.VERSION)"])).toBe("1.0\n");
  await session.close();
});

test("the file has mode 0600 and is gone after the run, also when something fails", async () => {
  const where = await place();
  const session = await open(where, noInstall);
  const path = session.variables.PIP_CONFIG_FILE ?? "";
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await session.close();
  await expect(stat(path)).rejects.toThrow("ENOENT");
  await writeFile(join(where.home, ".pypirc"), "");
  const indexServers = [{ name: "a b", repository: "https://x.example" }];
  await expect(open(where, { ...noInstall, pypi: pypi({ indexServers }) })).rejects.toThrow("pypi.index-servers");
  const left = await readdir(join(where.cacheDirectory, "env"));
  expect(left.filter((name) => /conf|lock/.test(name))).toEqual([]);
});

test.each([
  ["extra-index-url", { extraIndexUrls: ["https://a.example/\n[install]\nfind-links = /evil"] }],
  ["extra-index-url", { extraIndexUrls: ["https://a.example/ https://b.example/"] }],
  ["index-url", { indexUrl: "https://a.example/\rno-index = 1" }],
  ["index-url", { indexUrl: "" }],
  ["trusted-host", { trustedHosts: ["a\tb"] }],
  ["trusted-host", { trustedHosts: ["a\u2028b"] }],
  ["find-links", { findLinks: ["x\ny"] }],
])("%s can't smuggle further values in (%j)", async (key, part) => {
  const where = await place();
  const refused = open(where, { ...noInstall, pypi: pypi(part) });
  await expect(refused).rejects.toMatchObject({ code: "invalid-pip-configuration" });
  await expect(refused).rejects.toThrow(`pypi.${key}: `);
});

const PARSER = `
import configparser, json, sys
answers = []
for text in json.load(sys.stdin):
    parser = configparser.RawConfigParser()
    try:
        parser.read_string(text)
        answers.append({s: dict(parser.items(s)) for s in parser.sections()})
    except configparser.Error as error:
        answers.append(None)
json.dump(answers, sys.stdout)
`;

function readByPython(texts: readonly string[]): readonly (Record<string, Record<string, string>> | null)[] {
  return JSON.parse(execFileSync("python3", ["-c", PARSER], { input: JSON.stringify(texts), encoding: "utf8" }));
}

const plain = (sections: Sections) =>
  Object.fromEntries([...sections].map(([name, options]) => [name, Object.fromEntries(options)]));

test("what is written, Python's RawConfigParser reads back", () => {
  const line = fc.string({ unit: "binary", maxLength: 20 }).filter(isOneLineValue);
  const first = fc.oneof(line, fc.constantFrom("%(x)s", "# a", "; b", "[c]", "a = b", "a: b", "%", "  x".trim()));
  const more = line.filter((text) => text !== "" && !/^[#;]/.test(text));
  const value = fc.tuple(first, fc.array(more, { maxLength: 2 })).map(([head, rest]) => [head, ...rest].join("\n"));
  const option = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
  const sections = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.dictionary(option, value, { maxKeys: 4 }), {
    maxKeys: 3,
  });
  const samples = fc.sample(sections, 400);
  const texts = samples.map((sample) =>
    writeIni(new Map(Object.entries(sample).map(([name, options]) => [name, new Map(Object.entries(options))]))),
  );
  expect(readByPython(texts)).toEqual(samples.map((sample) => ({ ...sample })));
});

test("files are read as Python's RawConfigParser reads them", () => {
  const piece = fc.constantFrom(
    ...[
      "[global]",
      "[install]  ; x",
      "  [list]",
      "a = 1",
      "B_c: x # y",
      "c=",
      "  more",
      "\tdeeper",
      "    # remark",
      "; remark",
      "#x",
      "",
      "   ",
    ],
    ...["url = https://u:p@h/%20?a=b", "[DEFAULT]", "key : v = w", "d =  spaced  ", "index-url=http://x;y"],
  );
  const samples = fc.sample(fc.array(piece, { maxLength: 9 }), 1500).map((lines) => lines.join("\n"));
  const answers = readByPython(samples);
  const read = samples.flatMap((text, at) => (answers[at] == null ? [] : [{ text, sections: answers[at] }]));
  expect(read.length).toBeGreaterThan(100);
  expect(read.map(({ text }) => ({ text, sections: plain(parseIni(text)) }))).toEqual(read);
});
