import { appendFile, link, mkdir, readdir, readFile, rm, truncate, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import { dropDamaged, noteBuilt } from "../../../src/packages/clients/built-notes.js";
import { pythonWheel } from "../../index-server/wheels.js";
import { temporaryFolder } from "../support.js";

const WHEEL = join("pip", "wheels", "03", "e0", "mine-1.0-py3-none-any.whl");
const MODULE = join("uv", "archive-v0", "x1", "mine", "__init__.py");

/** A clients' folder with a wheel that pip built, and one that uv keeps unpacked. */
async function caches(): Promise<string> {
  const folder = await temporaryFolder();
  for (const file of [WHEEL, MODULE, join("uv", "archive-v0", "x1", "mine-1.0.dist-info", "METADATA")])
    await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, WHEEL), (await pythonWheel({ name: "mine", version: "1.0", requires: [] })).body);
  await writeFile(join(folder, dirname(WHEEL), "origin.json"), "{}");
  await writeFile(join(folder, MODULE), "one\n");
  return folder;
}

test("what is as it was noted stays, as often as it is looked at", async () => {
  const folder = await caches();
  await noteBuilt(folder);
  await noteBuilt(folder);
  expect([await dropDamaged(folder), await dropDamaged(folder)]).toEqual([[], []]);
});

test("a flipped byte in a wheel of pip's removes it, and what pip notes beside it", async () => {
  const folder = await caches();
  await noteBuilt(folder);
  const bytes = await readFile(join(folder, WHEEL));
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  await writeFile(join(folder, WHEEL), bytes);
  expect(await dropDamaged(folder)).toEqual(["mine-1.0-py3-none-any.whl"]);
  expect(await readdir(join(folder, dirname(WHEEL)))).toEqual([]);
});

test("a wheel that was half written when its run was killed is removed, a whole one stays", async () => {
  const folder = await caches();
  expect(await dropDamaged(folder)).toEqual([]);
  await truncate(join(folder, WHEEL), 100);
  // Another run may be writing it just now.
  expect(await dropDamaged(folder)).toEqual([]);
  await utimes(join(folder, WHEEL), 1, 1);
  expect(await dropDamaged(folder)).toEqual(["mine-1.0-py3-none-any.whl"]);
});

test("a file that an environment shares with uv's cache, written to there, removes the package from the cache", async () => {
  const folder = await caches();
  await noteBuilt(folder);
  await link(join(folder, MODULE), join(folder, "environment.py"));
  await appendFile(join(folder, "environment.py"), "two\n");
  // Noting again does not take what was changed for what was built.
  await noteBuilt(folder);
  expect(await dropDamaged(folder)).toEqual(["mine-1.0"]);
  expect(await readdir(join(folder, "uv", "archive-v0"))).toEqual([]);
  expect(await dropDamaged(folder)).toEqual([]);
});

test("caches that are not there are whole", async () => {
  const folder = await temporaryFolder();
  await rm(folder, { recursive: true });
  await noteBuilt(folder);
  expect(await dropDamaged(folder)).toEqual([]);
});
