import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect } from "@jest/globals";
import { environmentFor, noteOf } from "../../../src/sandbox/container/noted-engine.js";
import {
  type ContainerNote,
  forgetContainer,
  noteContainer,
  notedContainers,
} from "../../../src/sandbox/container/notes.js";
import { sealed } from "../../../src/sandbox/container/seal.js";
import { makeStateFolder } from "../../../src/state-folder.js";
import { testOnLinux as test } from "../../command/on-linux.js";
import { abandonNote, rewriteNote } from "./rewrite-note.js";

const { XDG_STATE_HOME } = process.env;
let state = "";
let folder = "";
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), "forgexec-notes-"));
  folder = join(state, "forgexec/containers");
  process.env.XDG_STATE_HOME = state;
});
afterEach(() => {
  if (XDG_STATE_HOME === undefined) delete process.env.XDG_STATE_HOME;
  else process.env.XDG_STATE_HOME = XDG_STATE_HOME;
  rmSync(state, { recursive: true });
});

const loan = { folder: "/w", owner: { uid: 1000, gid: 100 }, since: 5, to: 4321 };
const note: ContainerNote = {
  place: "/tmp/forgexec-container-1-2-abcdef",
  engine: { name: "podman", variables: { PATH: "/bin" } },
  loan,
};
const file = () => join(folder, "forgexec-container-1-2-abcdef");

test("what is noted of a container is there until it is forgotten, for nobody else to read", () => {
  noteContainer({ ...note, loan: null });
  noteContainer(note);
  expect(notedContainers()).toEqual([{ ...note, pid: process.pid, state: "live" }]);
  expect(readdirSync(folder)).toEqual(["forgexec-container-1-2-abcdef"]);
  forgetContainer(note.place);
  expect([notedContainers(), readdirSync(folder)]).toEqual([[], []]);
});

test("a container is abandoned when its process is gone, or a later one has its number", () => {
  noteContainer(note);
  abandonNote(file());
  expect(notedContainers()).toMatchObject([{ state: "abandoned" }]);
});

test("of a machine that shares the home nothing is known: its containers are left alone for a day", () => {
  noteContainer(note);
  const elsewhere = (since: number) =>
    rewriteNote(file(), (noted) => {
      noted.machine = "another-machine";
      Object.assign(noted.owner, { world: "another-boot pid:[1]", since });
    });
  elsewhere(Date.now());
  expect(notedContainers()).toMatchObject([{ state: "live" }]);
  elsewhere(Date.now() - 25 * 60 * 60 * 1000);
  expect(notedContainers()).toMatchObject([{ state: "abandoned" }]);
});

test("what is no note counts for nothing", () => {
  mkdirSync(folder, { recursive: true });
  const good = { ...note, owner: { pid: 1, start: null, world: null, since: 0 }, machine: "m" };
  const bad = [
    "",
    "{",
    "null",
    JSON.stringify({ ...good, owner: { pid: "1" } }),
    JSON.stringify({ ...good, place: "forgexec-container-1-2-abcdef" }),
    JSON.stringify({ ...good, place: "/tmp/forgexec-container-9-9-other" }),
  ];
  for (const text of bad) {
    writeFileSync(file(), sealed(text) ?? "");
    expect([text, notedContainers()]).toEqual([text, []]);
  }
  writeFileSync(file(), sealed(JSON.stringify(good)) ?? "");
  expect(notedContainers()).toHaveLength(1);
  renameSync(file(), join(folder, "lock"));
  expect(notedContainers()).toEqual([]);
});

test("a note that a command of this user's forged or changed, where it may write, counts for nothing", () => {
  noteContainer(note);
  const text = readFileSync(file(), "utf8");
  const forged = text.slice(text.indexOf("\n") + 1);
  for (const other of [
    forged,
    `\n${forged}`,
    `${"0".repeat(64)}\n${forged}`,
    text.replace("/bin", "/bad"),
    text.slice(1),
  ]) {
    writeFileSync(file(), other);
    expect([other, notedContainers()]).toEqual([other, []]);
  }
  writeFileSync(file(), text);
  expect(notedContainers()).toHaveLength(1);
});

test("what somebody else may have put there is neither believed nor added to", () => {
  noteContainer(note);
  expect(notedContainers()).toHaveLength(1);
  chmodSync(folder, 0o777);
  expect(notedContainers()).toEqual([]);
  expect(makeStateFolder(folder)).toBeNull();
  chmodSync(folder, 0o700);
  symlinkSync(folder, join(state, "link"));
  expect([makeStateFolder(join(state, "link")), makeStateFolder(folder)]).toEqual([null, folder]);
  if (process.geteuid?.() !== 0) return;
  chownSync(folder, 4321, 4321);
  expect([notedContainers(), makeStateFolder(folder)]).toEqual([[], null]);
});

test("an engine is found again by what decides which one it is, whatever the environment has by then", () => {
  const engine = noteOf({
    name: "docker",
    environment: { PATH: "/a", DOCKER_HOST: "unix:///a", SECRET: "s", CONTAINERS_CONF: "/c" },
  });
  expect(engine.variables).toEqual({ PATH: "/a", DOCKER_HOST: "unix:///a", CONTAINERS_CONF: "/c" });
  expect(environmentFor(engine, { PATH: "/b", DOCKER_CONTEXT: "other", LANG: "C" })).toEqual({
    ...engine.variables,
    LANG: "C",
    FORGEXEC_CONTAINER_ENGINE: "docker",
  });
});
