import { basename, join } from "node:path";
import { DirectoryCache } from "../../cache/index.js";
import { fileNames, readInventory, removeFromIndex, whyDamaged } from "../index-server/inventory.js";
import type { Interpreter } from "../interpreter.js";
import { runPython } from "../python.js";
import { builtWheels, removePipWheel } from "./built-wheels.js";
import { indexStore } from "./index-items.js";
import type { KeptCheck } from "./model.js";
import { namesIn } from "./tree.js";

/** Says of each wheel named on a line of standard input why it can't be used: a zip has a checksum of each file in it. */
const SCRIPT = `
import json, sys, zipfile
for path in json.loads(sys.argv[1]):
    try:
        with zipfile.ZipFile(path) as archive: why = archive.testzip() and "a file in it is damaged"
    except Exception as error: why = "it is no archive any more (%s)" % type(error).__name__
    print(json.dumps([path, why]))
`;
const AT_ONCE = 200;
const TIMEOUT_MS = 600_000;

type Damage = KeptCheck["damaged"][number];

/**
 * Reads every byte of what is kept: images and files against their sha256, pages against theirs, built wheels against the
 * checksums within. What is damaged is removed. The clients check the rest of their caches themselves.
 *
 * @param interpreter reads the wheels; null: they are not checked
 * @throws where something can't be read or removed
 */
export async function checkKept(cacheDirectory: string, interpreter: Interpreter | null): Promise<KeptCheck> {
  const parts = [
    await checkImages(cacheDirectory),
    await checkIndex(cacheDirectory),
    await checkWheels(cacheDirectory, interpreter),
  ];
  return {
    whole: parts.reduce((sum, { whole }) => sum + whole, 0),
    damaged: parts.flatMap(({ damaged }) => damaged),
    unchecked: parts.flatMap(({ unchecked }) => unchecked),
  };
}

async function checkImages(cacheDirectory: string): Promise<KeptCheck> {
  const { whole, damaged } = await new DirectoryCache(join(cacheDirectory, "store")).verify();
  const told = damaged.map(({ id, key, why }): Damage => ({ what: "image", name: key ?? id, why }));
  return { whole: whole.length, damaged: told, unchecked: [] };
}

async function checkIndex(cacheDirectory: string): Promise<KeptCheck> {
  const inventory = await readInventory(indexStore(cacheDirectory));
  const names = await fileNames(inventory);
  const damaged: Damage[] = [];
  const paths: string[] = [];
  let whole = 0;
  for (const path of [...inventory.files, ...inventory.pages, ...inventory.references]) {
    const why = await whyDamaged(inventory, path);
    if (why === null) whole++;
    if (why === null) continue;
    paths.push(path);
    const what = inventory.pages.includes(path) ? "page" : "file";
    damaged.push({ what, name: names.get(basename(path)) ?? basename(path), why });
  }
  await removeFromIndex(inventory, paths);
  return { whole, damaged, unchecked: [] };
}

async function checkWheels(cacheDirectory: string, interpreter: Interpreter | null): Promise<KeptCheck> {
  const clients = join(cacheDirectory, "clients");
  const lists = await Promise.all((await namesIn(clients)).map((tag) => builtWheels(join(clients, tag))));
  const wheels = lists.flat();
  if (wheels.length === 0) return { whole: 0, damaged: [], unchecked: [] };
  if (interpreter === null)
    return {
      whole: 0,
      damaged: [],
      unchecked: [`${wheels.length} built wheels: there is no Python to read them with`],
    };
  const damaged: Damage[] = [];
  const unchecked: string[] = [];
  for (let at = 0; at < wheels.length; at += AT_ONCE) {
    const some = wheels.slice(at, at + AT_ONCE);
    const faults = await faultsOf(
      some.map(({ path }) => path),
      interpreter,
    );
    for (const wheel of some) {
      const why = faults.get(wheel.path);
      if (!why) continue;
      // uv's own bookkeeping leads to a wheel of its; pip looks for one and is content with none.
      if (wheel.client === "pip") await removePipWheel(wheel);
      else
        unchecked.push(
          `${basename(wheel.path)}, which uv keeps, is damaged (${why}); remove it with: uv cache clean ${basename(wheel.path).split("-")[0]}`,
        );
      damaged.push({ what: "wheel", name: basename(wheel.path), why });
    }
  }
  return { whole: wheels.length - damaged.length, damaged, unchecked };
}

async function faultsOf(
  paths: readonly string[],
  { executable }: Interpreter,
): Promise<ReadonlyMap<string, string | null>> {
  const args = ["-I", "-c", SCRIPT, JSON.stringify(paths)];
  const text = await runPython({ python: executable, args, environment: {}, cwd: "/", timeoutMs: TIMEOUT_MS });
  return new Map(
    text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as [string, string | null]),
  );
}
