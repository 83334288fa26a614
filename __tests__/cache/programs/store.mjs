// Uses a directory store in a process of its own: store.mjs SOURCES STORE VERB [N]; paths are relative to the working directory.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";

const [sources, store, verb, number = "0"] = process.argv.slice(2);
const PATHS = ["data/folder", "data/file"];

/** Kills this process at the n-th step that changes the file system: before it if n is even, after it if it is odd. */
function killAtStep(n) {
  let steps = 0;
  for (const name of ["mkdir", "rename", "rm", "link", "symlink", "copyFile", "open", "utimes", "chmod"]) {
    const original = fs.promises[name];
    fs.promises[name] = async (...args) => {
      const now = steps++;
      if (now === n >> 1 && n % 2 === 0) process.kill(process.pid, "SIGKILL");
      const result = await original(...args);
      if (now === n >> 1 && n % 2 === 1) process.kill(process.pid, "SIGKILL");
      return result;
    };
  }
  syncBuiltinESMExports();
}

if (verb.startsWith("killed-")) killAtStep(Number(number));
const { DirectoryCache } = await import(join(sources, "cache/index.js"));
const warnings = [];
const cache = new DirectoryCache(store, { warn: (line) => warnings.push(line) });
const say = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);

function write(text) {
  fs.mkdirSync("data/folder/deep", { recursive: true });
  fs.writeFileSync("data/folder/deep/a", `${text} `.repeat(20_000));
  fs.writeFileSync("data/folder/b", text);
  fs.rmSync("data/file", { force: true });
  fs.writeFileSync("data/file", `${text} `.repeat(10_000), { mode: text.length % 2 ? 0o444 : 0o644 });
}

/** What all files say, if they agree. */
function read() {
  const texts = ["data/folder/deep/a", "data/folder/b", "data/file"].map((path) => fs.readFileSync(path, "utf8"));
  const [a, text, file] = texts;
  if (a !== `${text} `.repeat(20_000) || file !== `${text} `.repeat(10_000))
    throw new Error("these are not of one entry");
  return text;
}

if (verb.endsWith("save")) say({ saved: (await cache.save("key", PATHS))?.key ?? null, warnings });
if (verb.endsWith("restore")) say({ restored: (await cache.restore("key", [], PATHS))?.key ?? null, warnings });
if (verb === "churn") {
  let hits = 0;
  for (let round = 0; round < 12; round++) {
    const key = `k${(round * 7 + Number(number)) % 5}`;
    write(key);
    await cache.save(key, PATHS);
    const wanted = `k${round % 5}`;
    const hit = await cache.restore(wanted, ["k"], PATHS);
    if (hit !== null && read() !== hit.key) throw new Error(`${hit.key} was restored as ${read()}`);
    if (hit !== null) hits++;
    if (round % 4 === 3) await cache.prune({ maxBytes: 200_000 });
    const { damaged } = await cache.verify();
    if (damaged.length > 0) throw new Error(JSON.stringify(damaged));
  }
  say({ hits, warnings });
}
