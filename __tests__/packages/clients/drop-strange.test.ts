import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { dropStrange } from "../../../src/packages/clients/drop-strange.js";

let outer: string;
let folder: string;

beforeEach(() => {
  outer = realpathSync(mkdtempSync(join(tmpdir(), "forgexec-strange-")));
  folder = join(outer, "caches");
  mkdirSync(join(folder, "uv", "archive"), { recursive: true });
  writeFileSync(join(folder, "uv", "archive", "file"), "x");
  writeFileSync(join(outer, "secret"), "x");
});
afterEach(() => rmSync(outer, { recursive: true, force: true }));

const link = (target: string, name: string) => symlinkSync(target, join(folder, "uv", name));

test("what leads out of the folder goes, and what is neither file nor folder; the rest stays", async () => {
  link("archive", "near");
  link("../uv/archive/file", "over-its-own-folder");
  link(join(folder, "uv", "archive"), "absolute");
  link("not-yet-there", "to-nothing");
  link("/", "root");
  link(outer, "above");
  link("../../secret", "relative");
  link(join(folder, "..", "secret"), "absolute-upwards");
  link("..", "folder");
  link("folder/../secret", "past-a-link");
  execFileSync("mkfifo", [join(folder, "uv", "pipe")]);
  await dropStrange(folder);
  expect(readdirSync(join(folder, "uv")).sort()).toEqual(
    ["absolute", "archive", "folder", "near", "over-its-own-folder", "to-nothing"].sort(),
  );
  expect(readdirSync(outer).sort()).toEqual(["caches", "secret"]);
});

test("a folder that is not there is none", async () => {
  await expect(dropStrange(join(outer, "nowhere"))).resolves.toBeUndefined();
});
