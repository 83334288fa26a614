import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import { loadConfig } from "../../src/changes/config/load.js";
import { ConfigError } from "../../src/changes/config/model.js";
import { parseConfig } from "../../src/changes/config/parse.js";
import { resolveSettings, type Wishes } from "../../src/changes/settings.js";
import { common, newFolder } from "./support/source.js";

test("reads everything that a configuration may say", () => {
  const text = `
source: gerrit
server: https://review.example.org
port: 29418
login: ann
user: ann
projects: [acme/web, acme/api]
groups: { platform: [acme/infra], all: acme/web }
teams:
  core: [ann, bob]
  guests:
bots: ci-bot
`;
  expect(parseConfig(text, "c.yml")).toEqual({
    source: "gerrit",
    server: "https://review.example.org",
    port: 29418,
    login: "ann",
    user: "ann",
    projects: ["acme/web", "acme/api"],
    groups: { platform: ["acme/infra"], all: ["acme/web"] },
    teams: { core: ["ann", "bob"], guests: [] },
    bots: ["ci-bot"],
  });
});

test.each([[""], ["# only words\n"], ["---\n"]])("%j says nothing", (text) => {
  expect(parseConfig(text, "c.yml")).toEqual({});
});

test("everything that is wrong is told at once, each with its place", () => {
  const text =
    "projcts: [a]\nsource: gerit\nport: 0\nuser: [x]\nteams: { core: { a: b } }\nbots: [1, ~]\nfavourites: 3\n";
  const error = problemOf(() => parseConfig(text, "c.yml")) as ConfigError;
  expect(error).toBeInstanceOf(ConfigError);
  expect(error.diagnostics.map(({ line, column, message, suggestion }) => [line, column, message, suggestion])).toEqual(
    [
      [1, 1, 'The key "projcts" is not known here.', "projects"],
      [2, 9, 'Expected github, gerrit, gerrit-ssh, found "gerit".', "gerrit"],
      [3, 7, "Expected a port from 1 to 65535, found the number 0.", undefined],
      [4, 7, "Expected a text, found a list.", undefined],
      [5, 16, "Expected a list of texts, found a mapping.", undefined],
      [6, 11, "Expected a text, found nothing.", undefined],
      [7, 1, expect.stringContaining('The key "favourites" is not known here. Known are `source`'), undefined],
    ],
  );
  expect(error.message).toMatch(/^c\.yml:1:1: /);
});

test.each([
  ["projects: [a", 1],
  ["- a\n", 1],
  ["just text", 1],
  ["user: a\nuser: b\n", 2],
])("%j is told as such", (text, line) => {
  const { diagnostics } = problemOf(() => parseConfig(text, "c.yml")) as ConfigError;
  expect(diagnostics[0]?.line).toBe(line);
});

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = newFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

test("the project's file goes before the user's own, key by key, and is found from folders below", async () => {
  const folder = folderWith({
    "work/.forge-changes.yml": "projects: [a/b]\nteams: { core: [x] }\n",
    "work/deep/er/file": "",
    ".config/forgexec/changes.yml": "user: me\nprojects: [c/d]\nserver: https://mine\n",
    "xdg/forgexec/changes.yml": "user: xdg\n",
  });
  const places = { cwd: join(folder, "work/deep/er"), home: folder, environment: {}, file: null };
  expect(await loadConfig(places)).toEqual({
    config: { user: "me", projects: ["a/b"], teams: { core: ["x"] }, server: "https://mine" },
    serverFrom: "own",
  });
  const xdg = { ...places, environment: { XDG_CONFIG_HOME: join(folder, "xdg") } };
  expect((await loadConfig(xdg)).config.user).toBe("xdg");
  expect(await loadConfig({ ...places, cwd: join(folder, "xdg"), home: join(folder, "nowhere") })).toEqual({
    config: {},
    serverFrom: "own",
  });
  const named = { ...places, file: join(folder, "xdg/forgexec/changes.yml") };
  expect(await loadConfig(named)).toEqual({ config: { user: "xdg" }, serverFrom: "own" });
});

test("how to talk to a server comes with the server, not from another file", async () => {
  const folder = folderWith({
    "work/.forge-changes.yml": "source: gerrit\nserver: https://theirs\n",
    ".config/forgexec/changes.yml": "login: me\nport: 1\nsource: gerrit-ssh\n",
  });
  expect(await loadConfig({ cwd: join(folder, "work"), home: folder, environment: {}, file: null })).toEqual({
    config: { source: "gerrit", server: "https://theirs" },
    serverFrom: "project",
  });
});

test("a file that cannot be read is told by its name", async () => {
  const folder = folderWith({ "binary.yml": "\u0000", "dir/x": "" });
  const load = (file: string) => loadConfig({ cwd: folder, home: folder, environment: {}, file });
  await expect(load("missing.yml")).rejects.toThrow("There is no configuration missing.yml");
  await expect(load("dir")).rejects.toThrow("dir is no file");
  writeFileSync(join(folder, "latin.yml"), Buffer.from([0x75, 0x3a, 0x20, 0xff]));
  await expect(load("latin.yml")).rejects.toThrow("latin.yml is not a text file in UTF-8");
});

const NO_WISHES: Wishes = {
  source: null,
  from: null,
  server: null,
  port: null,
  login: null,
  keyFile: null,
  user: null,
  projects: [],
  groups: [],
  bots: [],
};

function settings(
  wishes: Partial<Wishes>,
  config = {},
  more: { environment?: Record<string, string>; serverFrom?: "own" | "project"; notes?: string[] } = {},
) {
  const { environment = {}, serverFrom = "own", notes } = more;
  return resolveSettings({ ...NO_WISHES, ...wishes }, { config, serverFrom }, { ...common(notes), environment });
}

test("flags go before the configuration, and that before the environment", () => {
  const config = { user: "c", bots: ["cb"], projects: ["c/c"], groups: { g: ["g/1", "g/2"] } };
  const environment = { GITHUB_REPOSITORY: "e/e", GITHUB_TOKEN: "t", GITHUB_API_URL: "http://127.0.0.1:1" };
  expect(settings({ user: "f", bots: ["fb"], projects: ["f/f"] }, config, { environment })).toMatchObject({
    user: "f",
    bots: ["fb", "cb"],
    projects: ["f/f"],
    source: { kind: "github", repositories: ["f/f"], token: "t", apiUrl: "http://127.0.0.1:1" },
  });
  expect(settings({ groups: ["g"] }, config, { environment })).toMatchObject({ user: "c", projects: ["g/1", "g/2"] });
  expect(settings({ groups: "all" }, config)).toMatchObject({ projects: ["g/1", "g/2"] });
  expect(settings({}, config, { environment })).toMatchObject({ projects: [], source: { repositories: ["c/c"] } });
  expect(settings({}, {}, { environment })).toMatchObject({ source: { repositories: ["e/e"] } });
  expect(settings({ from: "/x" }, config, { environment })).toMatchObject({ source: { kind: "recorded", file: "/x" } });
});

test("gerrit, by REST and by ssh", () => {
  const environment = { GERRIT_PASSWORD: "pw", GERRIT_USERNAME: "u" };
  const config = { source: "gerrit" as const, server: "review.example.org", port: 2222, login: "l" };
  expect(settings({}, config, { environment }).source).toMatchObject({
    kind: "gerrit",
    url: "https://review.example.org",
    user: "l",
    password: "pw",
  });
  expect(settings({ source: "gerrit-ssh", keyFile: "/k" }, config).source).toMatchObject({
    kind: "gerrit-ssh",
    host: "review.example.org",
    port: 2222,
    user: "l",
    keyFile: "/k",
  });
});

test.each(["github", "gerrit"] as const)("%s: no secret goes to a server that a project's file names", (source) => {
  const environment = { GERRIT_PASSWORD: "pw", GITHUB_TOKEN: "t", GITHUB_REPOSITORY: "a/b" };
  const config = { source, server: "https://theirs.example" };
  const notes: string[] = [];
  const secretOf = (found: object) => Object.entries(found).find(([key]) => key === "token" || key === "password")?.[1];
  expect(secretOf(settings({}, config, { environment, serverFrom: "project", notes }).source)).toBeNull();
  expect(notes).toEqual([expect.stringContaining("https://theirs.example is named by a project's .forge-changes.yml")]);
  expect(
    secretOf(settings({ server: "https://mine" }, config, { environment, serverFrom: "project" }).source),
  ).not.toBeNull();
  expect(secretOf(settings({}, config, { environment }).source)).not.toBeNull();
});

test.each<[Partial<Wishes>, object, string]>([
  [{}, {}, "Which repository?"],
  [{ projects: ["^a"] }, {}, "Which repository?"],
  [{ source: "gerrit" }, {}, "Which Gerrit server?"],
  [{ source: "gerrit-ssh" }, {}, "Which Gerrit server?"],
  [{ groups: ["plaform"] }, { groups: { platform: [] } }, "Did you mean platform?"],
  [{ groups: ["x"] }, {}, "It has none."],
  [{ groups: "all" }, {}, "has no `groups`"],
])("%j with %j is refused: %s", (wishes, config, message) => {
  expect(() => settings(wishes, config)).toThrow(message);
});

function problemOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was wrong");
}
