import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { lookAtParts, requireParts } from "../../../src/sandbox/container/parts.js";
import { rememberRoot } from "../../../src/sandbox/container/root-folder.js";

const onLinux = process.platform === "linux" ? test : test.skip;
let scratch = "";
let folder = "";
beforeEach(() => {
  scratch = realpathSync(mkdtempSync(join(tmpdir(), "forgexec-parts-")));
  folder = join(scratch, "folder");
  for (const path of ["folder/part", "outside/deep"]) mkdirSync(join(scratch, path), { recursive: true });
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const part = () =>
  ({
    type: "bind",
    source: join(folder, "part"),
    target: join(folder, "part"),
    mode: "read-write",
    options: [],
    partOf: folder,
  }) as const;

/** As a command does that can write to the folder. */
function exchange(): void {
  renameSync(join(folder, "part"), join(folder, "gone"));
  symlinkSync("../outside", join(folder, "part"));
}

onLinux("a part of a folder that is what it was when it was looked at is taken", () => {
  // This process stands for the container: its root is this machine's.
  expect(() => requireParts(process.pid, lookAtParts([part()]))).not.toThrow();
});

onLinux("a part of a folder that was exchanged meanwhile is refused", () => {
  const parts = lookAtParts([part()]);
  exchange();
  expect(() => requireParts(process.pid, parts)).toThrow(/changed while it was being mounted/);
  rmSync(join(folder, "part"));
  expect(() => requireParts(process.pid, parts)).toThrow(expect.objectContaining({ reason: "mount" }));
});

onLinux("a part of a folder that has become a link is not looked at through it", () => {
  exchange();
  const deep = { ...part(), source: join(folder, "part/deep") };
  for (const mount of [part(), deep])
    expect(() => lookAtParts([mount])).toThrow(expect.objectContaining({ reason: "mount" }));
});

onLinux("what an engine left in a root is not removed through a link", () => {
  const clean = rememberRoot(folder, ["/part/deep", "/new"]);
  exchange();
  writeFileSync(join(folder, "new"), "");
  clean();
  expect([existsSync(join(scratch, "outside/deep")), existsSync(join(folder, "new"))]).toEqual([true, false]);
});
