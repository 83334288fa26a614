import { execFileSync } from "node:child_process";
import { chmod, lstat, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { thisProcess } from "../../src/owner.js";
import { recoverPypirc } from "../../src/packages/index.js";
import { tryLock } from "../../src/packages/lock.js";
import type { IndexServer, Value } from "../../src/spec/index.js";
import { startRun } from "./child-run.js";
import { open, type Place, place, pypi } from "./support.js";

const server = (name: string, part: Partial<IndexServer> = {}): IndexServer => ({
  name,
  repository: "https://index.example/pypi",
  username: "builder",
  ...part,
});

const USERS = `# mine
[distutils]
index-servers =
    pypi
    lab   

; a remark
[pypi]
username: __token__
password: user%secret

[lab]
repository = https://lab.example/
`;

const rcOf = (where: Place) => join(where.home, ".pypirc");
const text = (where: Place) => readFile(rcOf(where), "utf8");
const withServers = (...servers: IndexServer[]) => ({
  pypi: pypi({ indexServers: servers }),
  environmentInputs: { python: null, pypi: null, install: null },
});

/** What Python's own parser, the one that twine uses, reads. It refuses a section that is there twice. */
function parsed(where: Place): Record<string, Record<string, string>> {
  const script =
    "import configparser,json,sys\np=configparser.RawConfigParser()\np.read(sys.argv[1],encoding='utf-8')\nprint(json.dumps({s:dict(p.items(s)) for s in p.sections()}))";
  return JSON.parse(execFileSync("python3", ["-c", script, rcOf(where)], { encoding: "utf8" }));
}

async function nothingLeft(where: Place): Promise<void> {
  const cache = await readdir(join(where.cacheDirectory, "env")).catch(() => []);
  expect(cache.filter((name) => /\.(lock|conf|tmp)/.test(name))).toEqual([]);
  expect((await readdir(where.home)).filter((name) => ![".pypirc", "dotfiles"].includes(name))).toEqual([]);
}

test("the spec's servers are in ~/.pypirc during the run, and the user's file comes back byte for byte", async () => {
  const where = await place();
  await writeFile(rcOf(where), USERS);
  await chmod(rcOf(where), 0o644);
  const { mtimeMs } = await stat(rcOf(where));
  const session = await open(where, withServers(server("some-server", { password: "p%(x)s = ü" })));
  expect(parsed(where)).toEqual({
    distutils: { "index-servers": "\npypi\nlab\nsome-server" },
    pypi: { username: "__token__", password: "user%secret" },
    lab: { repository: "https://lab.example/" },
    "some-server": { repository: "https://index.example/pypi", username: "builder", password: "p%(x)s = ü" },
  });
  expect(await text(where)).toContain("; a remark\n[pypi]\nusername: __token__\n");
  expect((await stat(rcOf(where))).mode & 0o777).toBe(0o600);
  await session.close();
  await session.close();
  expect(await text(where)).toBe(USERS);
  const after = await stat(rcOf(where));
  expect([after.mode & 0o777, Math.round(after.mtimeMs)]).toEqual([0o644, Math.round(mtimeMs)]);
  await nothingLeft(where);
});

test("a file that was not there is gone again", async () => {
  const where = await place();
  const session = await open(where, withServers(server("a"), server("b", { repository: "https://b.example/" })));
  expect(Object.keys(parsed(where))).toEqual(["distutils", "a", "b"]);
  expect((await stat(rcOf(where))).mode & 0o777).toBe(0o600);
  await session.close();
  await expect(text(where)).rejects.toThrow("ENOENT");
  await nothingLeft(where);
});

test("the spec's section stands in for the user's of the same name", async () => {
  const where = await place();
  await writeFile(rcOf(where), USERS);
  const session = await open(where, withServers(server("lab", { username: "ci" })));
  expect(parsed(where).lab).toEqual({ repository: "https://index.example/pypi", username: "ci" });
  expect(parsed(where).distutils).toEqual({ "index-servers": "\npypi\nlab" });
  await session.close();
  expect(await text(where)).toBe(USERS);
});

test("a user's [pypi] stays known where there was no list of servers", async () => {
  const where = await place();
  await writeFile(rcOf(where), "[pypi]\nusername = u");
  const session = await open(where, withServers(server("a")));
  expect(parsed(where)).toMatchObject({ distutils: { "index-servers": "\npypi\na" }, pypi: { username: "u" } });
  await session.close();
  expect(await text(where)).toBe("[pypi]\nusername = u");
});

test("an encrypted password is in the file during deploy phases only, others always where they can be had", async () => {
  const where = await place();
  const secrets: Record<string, string> = { sealed: "opened\n", THERE: "from-env" };
  const resolve = (value: Value) => {
    if (typeof value === "string") return value;
    const found = secrets["env" in value ? value.env : value.encrypted];
    if (found === undefined) throw new Error("not to be had");
    return found;
  };
  const servers = [
    server("sealed", { password: { encrypted: "sealed" } }),
    server("there", { password: { env: "THERE" } }),
    server("later", { password: { env: "LATER" } }),
    server("plain", { password: "plain" }),
  ];
  const session = await open(where, { ...withServers(...servers), resolve });
  const passwords = () =>
    Object.values(parsed(where))
      .map((section) => section.password)
      .slice(1);
  expect(passwords()).toEqual([undefined, "from-env", undefined, "plain"]);
  await session.enterPhase("execute");
  expect(passwords()).toEqual([undefined, "from-env", undefined, "plain"]);
  secrets.LATER = "now";
  await session.enterPhase("staging/deploy");
  expect(passwords()).toEqual(["opened", "from-env", "now", "plain"]);
  await session.leavePhase("staging/deploy", { succeeded: false });
  expect(passwords()[0]).toBeUndefined();
  delete secrets.LATER;
  await expect(session.enterPhase("production/deploy")).rejects.toThrow("not to be had");
  await session.close();
  await nothingLeft(where);
});

test.each([
  ["a password with a line break", { password: "x\n[pypi]\nrepository = https://evil.example" }],
  ["a repository with a line break", { repository: "https://a.example\npassword = x" }],
  ["a user name with white space at its end", { username: "builder " }],
  ["a name that closes its section", { name: "a]\n[pypi" }],
  ["a name with a space", { name: "a b" }],
  ["the name of the list", { name: "distutils" }],
  ["the name of the defaults", { name: "DEFAULT" }],
])("%s is refused, and nothing is written", async (_what, part) => {
  const where = await place();
  await expect(open(where, withServers(server("a", part)))).rejects.toMatchObject({ code: "invalid-pypirc" });
  await expect(text(where)).rejects.toThrow("ENOENT");
  await nothingLeft(where);
});

test("a link is written through and stays a link, also one that points at nothing yet", async () => {
  const where = await place();
  await mkdir(join(where.home, "dotfiles"));
  await symlink("dotfiles/pypirc", rcOf(where));
  const first = await open(where, withServers(server("a")));
  expect(Object.keys(parsed(where))).toEqual(["distutils", "a"]);
  await first.close();
  expect(await readdir(join(where.home, "dotfiles"))).toEqual([]);
  await writeFile(join(where.home, "dotfiles", "pypirc"), USERS);
  const second = await open(where, withServers(server("a")));
  await second.close();
  expect((await lstat(rcOf(where))).isSymbolicLink()).toBe(true);
  expect(await text(where)).toBe(USERS);
});

test("a read-only file comes back read-only", async () => {
  const where = await place();
  await writeFile(rcOf(where), USERS, { mode: 0o400 });
  const session = await open(where, withServers(server("a")));
  await session.close();
  expect((await stat(rcOf(where))).mode & 0o777).toBe(0o400);
  expect(await text(where)).toBe(USERS);
});

test("a ~/.pypirc that is no file is refused in words", async () => {
  const where = await place();
  await mkdir(rcOf(where));
  await expect(open(where, withServers(server("a")))).rejects.toMatchObject({ code: "pypirc-unusable" });
  await nothingLeft(where);
});

test("what the user writes to the file during the run is kept", async () => {
  const where = await place();
  await writeFile(rcOf(where), USERS);
  const session = await open(where, withServers(server("lab"), server("a")));
  const during = await text(where);
  await writeFile(rcOf(where), `${during.replace("# mine", "# still mine")}[new]\nusername = n\n`);
  await session.close();
  const expected = `${USERS.replace("# mine", "# still mine").replace("[lab]\nrepository = https://lab.example/\n", "")}[new]\nusername = n\n[lab]\nrepository = https://lab.example/\n`;
  expect(await text(where)).toBe(expected);
  expect(where.notes).toEqual([expect.stringContaining("was changed by something else")]);
  await nothingLeft(where);
});

test("a file that the user removed during the run stays away", async () => {
  const where = await place();
  await writeFile(rcOf(where), USERS);
  const session = await open(where, withServers(server("a")));
  await rm(rcOf(where));
  await session.close();
  await expect(text(where)).rejects.toThrow("ENOENT");
});

test("after kill -9 the next run of any project puts everything back", async () => {
  const where = await place();
  await writeFile(rcOf(where), USERS);
  const run = await startRun(where, pypi({ indexServers: [server("lab", { password: { encrypted: "x" } })] }));
  await run.say("enter staging/deploy");
  expect(parsed(where).lab?.password).toBe("the-secret");
  const configuration = run.first.variables?.PIP_CONFIG_FILE ?? "";
  expect((await stat(configuration)).mode & 0o777).toBe(0o600);
  await run.kill();
  const notes = await recoverPypirc({ home: where.home, cacheDirectory: join(where.home, "another-cache") });
  expect(notes).toEqual([expect.stringContaining(`process ${run.process.pid}, project ${where.project}`)]);
  expect(await text(where)).toBe(USERS);
  await recoverPypirc(where);
  await nothingLeft(where);
});

const DEAD = { ...thisProcess(), start: "1" };

test.each([
  ["empty", ""],
  ["torn", "{"],
  ["of something else", "[null]"],
  ["half of one", JSON.stringify({ target: "TARGET", before: null, expected: [], participants: [{ owner: DEAD }] })],
  [
    "of odd types",
    JSON.stringify({ target: "TARGET", before: { content: 7 }, expected: [1], participants: [null, { owner: DEAD }] }),
  ],
  [
    "of a live run that says nothing of itself",
    JSON.stringify({ target: "TARGET", before: {}, expected: ["x"], participants: [{ owner: thisProcess() }] }),
  ],
])("a journal that is damaged (%s) harms neither the run nor the user's file", async (_what, journal) => {
  const where = await place();
  await writeFile(rcOf(where), USERS);
  await writeFile(join(where.home, ".pypirc.forgexec"), journal.replace("TARGET", rcOf(where)));
  await recoverPypirc(where);
  const session = await open(where, withServers(server("some-server")));
  expect(parsed(where)["some-server"]).toBeDefined();
  await session.close();
  expect(await text(where)).toBe(USERS);
  await nothingLeft(where);
});

test("something else in the journal's place is an error that says what to do", async () => {
  const where = await place();
  await mkdir(join(where.home, ".pypirc.forgexec"));
  await expect(open(where, withServers(server("some-server")))).rejects.toMatchObject({
    code: "pypirc-unusable",
    message: expect.stringContaining(".pypirc.forgexec is no regular file"),
  });
});

test("what killed runs left beside their environments goes with any project's next run; what live ones have stays", async () => {
  const where = await place();
  const folder = join(where.cacheDirectory, "env");
  await mkdir(folder, { recursive: true });
  const dead = JSON.stringify({ ...thisProcess(), start: "1" });
  await symlink(dead, join(folder, "locked-0.lock"));
  await symlink(dead, join(folder, "configured-0.lock"));
  for (const name of ["configured-0", "live-0"]) await writeFile(join(folder, `${name}.pip.conf`), "secret");
  const live = await tryLock(join(folder, "live-0.lock"));
  await recoverPypirc(where);
  expect((await readdir(folder)).sort()).toEqual(["live-0.lock", "live-0.pip.conf"]);
  await live?.release();
});

test("a run that was killed while it held the lock leaves no lock behind, also for a run without servers", async () => {
  const where = await place();
  const owner = { ...thisProcess(), start: "1" };
  await symlink(JSON.stringify(owner), join(where.home, ".pypirc.forgexec.lock"));
  await recoverPypirc(where);
  await nothingLeft(where);
});

test("after kill -9 an edit of the user's is kept", async () => {
  const where = await place();
  const run = await startRun(where, pypi({ indexServers: [server("a")] }));
  await run.kill();
  await writeFile(rcOf(where), `${await text(where)}[mine]\nusername = u\n`);
  expect((await recoverPypirc(where)).at(-1)).toContain("was changed by something else");
  expect(await recoverPypirc(where)).toEqual([]);
  expect(await text(where)).toBe("[mine]\nusername = u\n");
});

test("two live runs share the file, and the last one puts it back", async () => {
  const [where, other] = [await place(), await place()];
  await writeFile(rcOf(where), USERS);
  const first = await startRun(where, pypi({ indexServers: [server("a"), server("same")] }));
  const sharing = { ...other, home: where.home };
  const second = await startRun(sharing, pypi({ indexServers: [server("b"), server("same")] }));
  expect(Object.keys(parsed(where))).toEqual(["distutils", "pypi", "lab", "a", "same", "b"]);
  // A run that starts meanwhile undoes nothing of theirs.
  await recoverPypirc(where);
  await first.say("close");
  expect(Object.keys(parsed(where))).toEqual(["distutils", "pypi", "lab", "b", "same"]);
  await second.say("close");
  expect(await text(where)).toBe(USERS);
  await nothingLeft(where);
});

test("a run that defines a live run's server differently is refused, naming that run", async () => {
  const [where, other] = [await place(), await place()];
  const first = await startRun(where, pypi({ indexServers: [server("same")] }));
  const second = await startRun(
    { ...other, home: where.home },
    pypi({ indexServers: [server("same", { username: "x" })] }),
  );
  expect(second.first).toMatchObject({ code: "pypirc-conflict", message: expect.stringContaining(where.project) });
  expect(second.first.message).toContain(`process ${first.process.pid}`);
  await first.kill();
  const third = await startRun(
    { ...other, home: where.home },
    pypi({ indexServers: [server("same", { username: "x" })] }),
  );
  expect(third.first.ready).toBeDefined();
  await third.say("close");
  await recoverPypirc(where);
  await nothingLeft(where);
});

test("many runs that start and end at once leave the file as it was", async () => {
  const where = await place();
  await writeFile(rcOf(where), USERS);
  const runs = await Promise.all(
    ["a", "b", "c", "d"].map((name) => startRun(where, pypi({ indexServers: [server(name)] }))),
  );
  expect(new Set(runs.map(({ first }) => first.ready)).size).toBe(4);
  expect(Object.keys(parsed(where)).sort()).toEqual(["a", "b", "c", "d", "distutils", "lab", "pypi"]);
  await Promise.all(runs.map((run, index) => (index === 1 ? run.kill() : run.say("close"))));
  await recoverPypirc(where);
  expect(await text(where)).toBe(USERS);
  await nothingLeft(where);
});
