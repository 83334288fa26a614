import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect } from "@jest/globals";
import type { Engine } from "../../../src/sandbox/container/engine.js";
import { containerName, makeFolder } from "../../../src/sandbox/container/folder.js";
import { abandonedContainers, noteContainer, notesFolder } from "../../../src/sandbox/container/notes.js";
import { recoverNoted } from "../../../src/sandbox/container/recover.js";
import { testOnLinux as test } from "../../command/on-linux.js";
import { executable } from "./executable.js";
import { abandonNote } from "./rewrite-note.js";

const { XDG_STATE_HOME } = process.env;
let scratch = "";
let place = "";
let engine: Engine;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "forgexec-recover-"));
  process.env.XDG_STATE_HOME = join(scratch, "state");
  place = makeFolder(scratch);
  engine = {
    name: "podman",
    program: join(scratch, "podman"),
    environment: { PATH: process.env.PATH ?? "" },
    version: "4.3.1",
    rights: "root",
    limits: [],
    swap: "free",
    hardProcesses: null,
    pullFolder: null,
    architecture: "amd64",
    processes: "own",
  };
});
afterEach(() => {
  if (XDG_STATE_HOME === undefined) delete process.env.XDG_STATE_HOME;
  else process.env.XDG_STATE_HOME = XDG_STATE_HOME;
  rmSync(scratch, { recursive: true });
});

/** An engine that lists the container, does not remove it, and says of its state what is in a file; it notes for what it was called. */
function stubborn(): void {
  const script = [
    `printf '%s\\n' "$*" >> '${scratch}/called'`,
    'case "$1" in',
    `ps) echo '${containerName(place)}' ;;`,
    "rm) echo 'cannot remove it' >&2; exit 125 ;;",
    `container) cat '${scratch}/runs' ;;`,
    "esac",
  ];
  executable(engine.program, script.join("\n"));
}

/** What a killed process had lent to the container. Nothing of it is another's: the owner is who runs this. */
function lent(): void {
  const folder = join(scratch, "workspace");
  mkdirSync(folder);
  const owner = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  noteContainer({
    place,
    engine: { name: "podman", variables: {} },
    loan: { folder, owner, since: Date.now(), to: 4321 },
  });
  const file = join(notesFolder(), basename(place));
  abandonNote(file);
}

test("what is lent to a container that cannot be removed is left to it as long as it may run", async () => {
  stubborn();
  lent();
  const caller = { engine, uid: 0 };
  for (const says of ["true\n", ""]) {
    writeFileSync(join(scratch, "runs"), says);
    expect(await recoverNoted(caller, abandonedContainers())).toBe(0);
    expect([abandonedContainers().length, existsSync(place)]).toEqual([1, true]);
  }
  writeFileSync(join(scratch, "runs"), "false\n");
  expect(await recoverNoted(caller, abandonedContainers())).toBe(0);
  expect([abandonedContainers(), existsSync(place)]).toEqual([[], false]);
});

test("a container is removed by what is noted of it, whatever its labels say", async () => {
  stubborn();
  lent();
  writeFileSync(join(scratch, "runs"), "null\n");
  await recoverNoted({ engine, uid: 0 }, abandonedContainers());
  const called = readFileSync(join(scratch, "called"), "utf8");
  expect(called).toContain(`rm --force --volumes ${containerName(place)}\n`);
  expect(called).not.toContain("Labels");
});
