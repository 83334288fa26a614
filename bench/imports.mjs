// node bench/imports.mjs [ROUNDS] — what importing heavy packages takes in a second run's environment, against the same import in a
// virtual environment that pip filled and compiled and that was imported from before, and against a kept environment without
// what the first run's imports compiled. Milliseconds of the step; then what keeping it adds to the first run and to the image.
// Needs what mounts images: root or sudo without a password, squashfs-tools; else the environment is unpacked.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CLI, median, row, timed } from "./support/measure.mjs";

const ROUNDS = Number(process.argv[2] ?? 5);
const PACKAGES = "sqlalchemy alembic lxml cryptography numpy jsonschema oslo.config oslo.db";
const IMPORT =
  "import sqlalchemy, lxml.etree, cryptography.fernet, numpy, oslo_config.cfg, oslo_db, jsonschema, alembic";
const root = mkdtempSync(join(tmpdir(), "forgexec-bench-imports-"));
process.on("exit", () => rmSync(root, { recursive: true, force: true }));
const { PYTHONDONTWRITEBYTECODE: _, PIP_NO_COMPILE: __, FORGEXEC_CACHE_DIR: ___, ...env } = process.env;

const venv = join(root, "venv");
execFileSync("python3", ["-m", "venv", venv]);
execFileSync(join(venv, "bin/pip"), ["install", "--quiet", ...PACKAGES.split(" ")], { env, stdio: "inherit" });
const peer = () => timed([join(venv, "bin/python"), "-c", IMPORT], { env });

/** A project with a cache of its own. `python`: variables of its first run. */
function projectOf(name, python) {
  const [directory, cache] = [join(root, name), join(root, `${name}-cache`)];
  mkdirSync(directory);
  writeFileSync(
    join(directory, ".forge.yml"),
    `install: [pip install -q ${PACKAGES}]\nexecute:\n  - python -c '${IMPORT}'\n`,
  );
  const run = (variables = {}) => {
    const argv = [CLI, "run", "--json", "--directory", directory];
    const began = performance.now();
    const { stdout, stderr, status } = spawnSync(process.execPath, argv, {
      env: { ...env, FORGEXEC_CACHE_DIR: cache, ...variables },
      encoding: "utf8",
      maxBuffer: 1e9,
    });
    if (status !== 0) throw new Error(`forgexec run: ${status}\n${stderr}`);
    const end = JSON.parse(stdout.trim().split("\n").at(-1));
    const execute = end.phases.find(({ phase }) => phase === "execute");
    return { ms: execute.steps[0].durationMs, wall: performance.now() - began, cache: end.cache };
  };
  const first = run(python);
  return {
    first,
    second() {
      rmSync(join(cache, "env"), { recursive: true, force: true });
      const { ms, cache: found } = run();
      if (found.hit !== "exact") throw new Error(`the environment was made again: ${found.reason}`);
      return ms;
    },
  };
}

const kept = projectOf("kept", {});
const bare = projectOf("bare", { PYTHONDONTWRITEBYTECODE: "1" });
const times = { peer: [], kept: [], bare: [] };
for (let round = 0; round <= ROUNDS; round++) {
  for (const [name, action] of [
    ["peer", peer],
    ["kept", kept.second],
    ["bare", bare.second],
  ]) {
    const took = action();
    if (round > 0) times[name].push(took);
  }
}
const ms = Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
row("import, an environment compiled by pip", `${ms.peer.toFixed(0)} ms`);
row("import, a second run", `${ms.kept.toFixed(0)} ms`, `${(ms.kept / ms.peer).toFixed(2)} x`);
row("import, a second run without it", `${ms.bare.toFixed(0)} ms`, `${(ms.bare / ms.peer).toFixed(2)} x`);
row(
  "the image",
  `${(kept.first.cache.bytes / 1e6).toFixed(1)} MB`,
  `${(kept.first.cache.bytes / bare.first.cache.bytes).toFixed(2)} x`,
);
row(
  "the first run",
  `${kept.first.wall.toFixed(0)} ms`,
  `${(kept.first.wall / bare.first.wall).toFixed(2)} x (of one that compiles nothing)`,
);
