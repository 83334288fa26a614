import { chownSync, lchownSync, lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, test as everybodys, expect } from "@jest/globals";
import { makeFolder } from "../../../src/sandbox/container/folder.js";
import { giveBack, lend, newLoan } from "../../../src/sandbox/container/lend-folder.js";
import type { Loan } from "../../../src/sandbox/container/loan.js";
import { notedContainers, notesFolder } from "../../../src/sandbox/container/notes.js";
import type { Entry, Ids } from "../../../src/sandbox/container/ownership.js";
import { abandonNote } from "./rewrite-note.js";

// Only root can have a folder of several users'.
const test = process.platform === "linux" && process.geteuid?.() === 0 ? everybodys : everybodys.skip;
const OWNER = { uid: 1500, gid: 1501 };
const ROOT = { uid: 0, gid: 0 };
const USER = { uid: 4321, gid: 4322 };

const { XDG_STATE_HOME } = process.env;
let scratch = "";
let workspace = "";
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "forgexec-lend-"));
  process.env.XDG_STATE_HOME = join(scratch, "state");
  workspace = join(scratch, "workspace");
  mkdirSync(join(workspace, "part"), { recursive: true });
  for (const name of ["file", "part/file"]) write(name, OWNER);
  for (const name of ["", "part"]) chownSync(join(workspace, name), OWNER.uid, OWNER.gid);
});
afterEach(() => {
  if (XDG_STATE_HOME === undefined) delete process.env.XDG_STATE_HOME;
  else process.env.XDG_STATE_HOME = XDG_STATE_HOME;
  rmSync(scratch, { recursive: true });
});

const change = (entries: readonly Entry[], { uid, gid }: Ids) => {
  for (const { path } of entries) lchownSync(path, uid, gid);
};

function write(name: string, { uid, gid }: Ids): void {
  writeFileSync(join(workspace, name), "");
  chownSync(join(workspace, name), uid, gid);
}

const owner = (name = "") => {
  const { uid, gid } = lstatSync(join(workspace, name));
  return { uid, gid };
};

interface Session {
  readonly user: Ids;
  readonly loan: Loan;
  readonly place: string;
}

/** A session with a user's image, which makes a file. */
function open(user: Ids, makes: string, folder = workspace): Session {
  const place = makeFolder(scratch);
  const loan = newLoan(folder, place);
  const to = { place, engine: { name: "podman", variables: {} }, uid: user.uid, to: user, change } as const;
  expect(lend(loan, to)).toBeNull();
  untilLater(loan.since);
  write(makes, user);
  return { user, loan, place };
}

/** A container takes longer to start than the kernel's clock to go on, which counts in some milliseconds. */
function untilLater(since: number): void {
  const file = join(scratch, "clock");
  do writeFileSync(file, "");
  while (lstatSync(file).ctimeMs <= since);
}

const close = ({ loan, place }: Session) => giveBack(loan, { place, to: loan.owner, change });

/** Its process is gone all at once, and nothing is known but what was noted. */
function kill({ place }: Session): void {
  const file = join(notesFolder(), basename(place));
  abandonNote(file);
}

/** What the next process does of that. */
function recover(): void {
  for (const { state, loan, place } of notedContainers())
    if (state === "abandoned" && loan !== null) giveBack(loan, { place, to: loan.owner, change });
}

const all = () => ["", "file", "part", "part/file", "firsts", "seconds", "part/more"].map(owner);
const OWNERS = Array(7).fill(OWNER);

const end = {
  closed: close,
  killed: (session: Session) => {
    kill(session);
    recover();
  },
  "killed and found late": kill,
};
const ways = Object.keys(end) as (keyof typeof end)[];
const PAIRS = [
  [ROOT, USER],
  [USER, ROOT],
  [ROOT, ROOT],
  [USER, USER],
] as const;

for (const [one, other] of PAIRS)
  for (const folder of ["", "part"])
    for (const endsFirst of [0, 1])
      for (const way of ways)
        test(`sessions of ${one.uid} and, in "${folder}", then ${other.uid}: number ${endsFirst + 1} is ${way} first, and nothing stays foreign`, () => {
          const sessions = [open(one, "firsts"), open(other, "part/more", join(workspace, folder))] as const;
          write("seconds", one);
          const [ended, live] = endsFirst === 0 ? sessions : [sessions[1], sessions[0]];
          end[way](ended);
          const lives = live === sessions[0] ? "seconds" : "part/more";
          expect(owner(lives)).toEqual(live.user);
          if (live.user === USER) expect(owner("part/file")).toEqual(USER);
          close(live);
          recover();
          expect(all()).toEqual(OWNERS);
          expect(notedContainers()).toEqual([]);
        });

test("a whole that is lent after a part of it gives that back, too", () => {
  const part = open(USER, "part/more", join(workspace, "part"));
  const whole = open(USER, "firsts");
  close(part);
  expect(owner("part/more")).toEqual(USER);
  close(whole);
  write("seconds", OWNER);
  expect(all()).toEqual(OWNERS);
});

test("what root made is given to who the folder was of, whomever root has given that to meanwhile", () => {
  const root = open(ROOT, "firsts");
  for (const { uid, gid } of [ROOT, { uid: 70, gid: 70 }]) {
    for (const name of ["", "part"]) chownSync(join(workspace, name), uid, gid);
    close(open(USER, "seconds"));
    close(open(ROOT, "part/more", join(workspace, "part")));
  }
  close(root);
  expect(all()).toEqual(OWNERS);
});

test("who comes while root's image has the folder is not refused, nor is root", () => {
  const sessions = [open(ROOT, "firsts"), open(USER, "seconds"), open(ROOT, "part/more")];
  const place = makeFolder(scratch);
  const third = { uid: 77, gid: 78 };
  const to = { place, engine: { name: "podman", variables: {} }, uid: 77, to: third, change } as const;
  expect(lend(newLoan(workspace, place), to)).toMatchObject({ to: USER.uid, pid: process.pid });
  for (const session of sessions) close(session);
  expect(all()).toEqual(OWNERS);
});

test("what is another's keeps its owner where root did not touch it", () => {
  write("part/file", { uid: 1700, gid: 1701 });
  write("file", ROOT);
  const session = open(ROOT, "firsts");
  close(session);
  expect([owner("part/file"), owner("file"), owner("firsts")]).toEqual([{ uid: 1700, gid: 1701 }, ROOT, OWNER]);
});
