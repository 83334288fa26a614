import {
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test as everybodys, expect } from "@jest/globals";
import { changeOwner } from "../../../src/sandbox/container/change-owner.js";
import type { Engine } from "../../../src/sandbox/container/engine.js";
import { ownedEntries } from "../../../src/sandbox/container/ownership.js";

// Only root can give files away by itself.
const test = process.platform === "linux" && process.geteuid?.() === 0 ? everybodys : everybodys.skip;
const change = changeOwner({ name: "podman", rights: "root" } as Engine, 0);
const USER = { uid: 4321, gid: 4322 };

let scratch = "";
let workspace = "";
let victim = "";
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "forgexec-change-"));
  workspace = join(scratch, "outer/workspace");
  victim = join(scratch, "victim");
  mkdirSync(join(workspace, "src"), { recursive: true });
  mkdirSync(join(victim, "src"), { recursive: true });
  mkdirSync(join(victim, "workspace"));
  for (const file of ["src/main", "file"]) writeFileSync(join(workspace, file), "");
  for (const file of ["main", "file", "src/main", "workspace/file"]) writeFileSync(join(victim, file), "root's");
});
afterEach(() => rmSync(scratch, { recursive: true }));

const everything = () => ownedEntries(workspace, () => true);
const owned = (folder: string) =>
  ownedEntries(folder, ({ uid, gid }) => uid === USER.uid && gid === USER.gid).map(({ path }) =>
    path.slice(folder.length),
  );

/** As a program of another session's may do at any time. */
function exchangeForLink(path: string, target = victim): void {
  renameSync(path, join(scratch, "away"));
  symlinkSync(target, path);
}

test("all that was found changes its owner, links themselves and files with several names, too", () => {
  symlinkSync(join(victim, "file"), join(workspace, "link"));
  symlinkSync("nowhere", join(workspace, "src/dangling"));
  linkSync(join(workspace, "file"), join(workspace, "src/again"));
  change(everything(), USER);
  const changed = owned(workspace).map((path) => (path === "/src/again" ? "/file" : path));
  expect(changed.sort()).toEqual(["", "/file", "/link", "/src", "/src/dangling", "/src/main"]);
  expect(lstatSync(join(workspace, "src/again")).uid).toBe(USER.uid);
  expect(owned(victim)).toEqual([]);
});

test.each(["src", "src/main"])("nothing is changed by way of a link that is in place of %s by then", (path) => {
  const found = everything();
  exchangeForLink(join(workspace, path), path === "src" ? victim : join(victim, "main"));
  change(found, USER);
  expect(owned(victim)).toEqual([]);
  expect(lstatSync(join(workspace, path)).uid).toBe(0);
  expect(lstatSync(join(workspace, "file")).uid).toBe(USER.uid);
});

test("nor by way of one in place of a folder that the workspace lies in", () => {
  const found = everything();
  exchangeForLink(join(scratch, "outer"));
  change(found, USER);
  expect(owned(victim)).toEqual([]);
  expect(everything()).toEqual([]);
});

test("another file that has the name by then keeps its owner", () => {
  writeFileSync(join(workspace, "secret"), "somebody else's");
  chownSync(join(workspace, "secret"), 1700, 1701);
  const found = ownedEntries(workspace, ({ uid }) => uid === 0);
  renameSync(join(workspace, "secret"), join(workspace, "file"));
  change(found, USER);
  expect(lstatSync(join(workspace, "file")).uid).toBe(1700);
  expect(lstatSync(join(workspace, "src/main")).uid).toBe(USER.uid);
});

test("a folder that becomes a link while it is looked at is not looked through", () => {
  const found = ownedEntries(workspace, (_, path) => {
    if (path.endsWith("/src")) exchangeForLink(path);
    return true;
  });
  expect(found.map(({ path }) => path.slice(workspace.length)).sort()).toEqual(["", "/file", "/src"]);
});

test("what is gone by then keeps nothing else from being changed", () => {
  const found = everything();
  rmSync(join(workspace, "src"), { recursive: true });
  renameSync(join(workspace, "file"), join(workspace, "src"));
  change(found, USER);
  expect(owned(workspace)).toEqual([""]);
});
