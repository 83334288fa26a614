import { lstat, mkdir, readlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { linkEnvironment } from "../../src/packages/link.js";
import { temporaryFolder } from "./support.js";

const HATCHLING = '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n';

async function project(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "sub"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

test("hatchling would pack what the link leads to, so its projects get none, and are told why", async () => {
  const folder = await project({});
  expect(await linkEnvironment(folder, "/environment")).toBeNull();
  await writeFile(join(folder, "pyproject.toml"), HATCHLING);
  expect(await linkEnvironment(folder, "/environment")).toMatch(/hatchling.*Add \.forge\/ to \.gitignore/);
  expect(await isThere(join(folder, ".forge", "env"))).toBe(false);
});

test.each([
  ["another backend", { "pyproject.toml": HATCHLING.replaceAll("hatchling", "flit_core") }, "."],
  ["a .gitignore that names .forge", { "pyproject.toml": HATCHLING, ".gitignore": "build/\n.forge/\n" }, "."],
  ["one in a folder above", { "sub/pyproject.toml": HATCHLING, ".gitignore": ".forge\n" }, "sub"],
])("with %s there is a link", async (_, files, directory) => {
  const folder = join(await project(files), directory);
  expect(await linkEnvironment(folder, "/environment")).toBeNull();
  expect(await readlink(join(folder, ".forge", "env"))).toBe("/environment");
});
