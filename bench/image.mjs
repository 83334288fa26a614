// node bench/image.mjs [ROUNDS] — an environment image against tar + zstd and `cp -a` of the same environment, in turn: seconds
// to pack, to restore and to import from it, and sizes; then what bytecode in the image costs and brings. `npm run build` first.
// Needs root or sudo without a password (it mounts), squashfs-tools and zstd.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { openImage, packImage } from "../lib/packages/image/index.js";
import { median, row, timed } from "./support/measure.mjs";

const ROUNDS = Number(process.argv[2] ?? 2);
// Some of Nova's requirements, large ones and many small ones.
const PACKAGES = [
  "sqlalchemy",
  "alembic",
  "lxml",
  "cryptography",
  "numpy",
  "jsonschema",
  "oslo.config",
  "oslo.db",
  "pip",
];
const IMPORT =
  "import sqlalchemy, lxml.etree, cryptography.fernet, numpy, oslo_config.cfg, oslo_db, jsonschema, alembic";

for (const tool of ["mksquashfs", "zstd"]) {
  if (spawnSync(tool, ["-version"]).error === undefined) continue;
  console.log(`skipped: ${tool} is not on this machine (Debian: apt-get install squashfs-tools zstd)`);
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), "forgexec-bench-image-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const [home, slot] = [join(folder, "env"), join(folder, "env", "bench-0")];
const file = `${slot}.image/image`;
mkdirSync(`${slot}.image`, { recursive: true });

// Whether Python writes bytecode is what is measured.
const { PYTHONDONTWRITEBYTECODE: _, PIP_NO_COMPILE: __, ...env } = process.env;
const python = join(slot, "bin", "python");
const installer = join(folder, "installer");
execFileSync("python3", ["-m", "venv", installer]);
execFileSync(join(installer, "bin/pip"), ["install", "--quiet", "--upgrade", "pip"], { env });
execFileSync("python3", ["-m", "venv", "--without-pip", slot]);
const install = ["--python", python, "install", "--quiet", "--no-compile", ...PACKAGES];
execFileSync(join(installer, "bin/pip"), install, { env, stdio: ["ignore", "inherit", "inherit"] });
// What an install phase leaves: bytecode of pip itself, which ran from within.
const again = [python, "-m", "pip", "install", "--no-index", "--disable-pip-version-check", ...PACKAGES];
timed(again, { env });

const files =
  execFileSync("find", [slot, "-type", "f"], { encoding: "utf8", maxBuffer: 2 ** 26 }).split("\n").length - 1;
const size = Number(execFileSync("du", ["-sm", slot], { encoding: "utf8" }).split("\t")[0]);
row("the environment", `${files} files`, `${size} MB`);

const times = {};
async function time(name, action) {
  const began = performance.now();
  const result = await action();
  times[name] ??= [];
  times[name].push((performance.now() - began) / 1000);
  return result;
}
const spent = (name) => median(times[name]);
const seconds = (name, note) => row(name, `${spent(name).toFixed(2)} s`, note);
const run = (...argv) => timed(argv, { env });
const megabytes = (path) => `${(statSync(path).size / 1e6).toFixed(0)} MB`;

const kept = join(folder, "kept");
run("cp", "-a", slot, kept);
const tar = join(folder, "env.tar.zst");
const remove = (path) => rmSync(path, { recursive: true, force: true });
const shape = { environment: slot, platform: process.platform };
let image;

for (let round = 0; round < ROUNDS; round++) {
  image = await time("image: pack, sync and hash", () => packImage({ ...shape, file }));
  await time("tar + zstd -3: pack", () => run("tar", "-C", home, "-I", "zstd -T0", "-cf", tar, "bench-0"));
  remove(join(folder, "copy"));
  await time("cp -a", () => run("cp", "-a", slot, join(folder, "copy")));
  remove(slot);
  await time("tar + zstd -3: unpack", () => run("tar", "-C", home, "-xf", tar));
  remove(slot);
  const open = (mounting, it) => openImage({ ...shape, file: it.file, sha256: it.sha256, mounting });
  const fresh = () => {
    // A file that this process has verified is not read again: a new one is.
    remove(`${file}.new`);
    run("cp", file, `${file}.new`);
    return { ...image, file: `${file}.new` };
  };
  const unpacked = fresh();
  await time("image: verify and unpack", () => open("never", unpacked));
  remove(slot);
  const mounted = fresh();
  const opened = await time("image: verify and mount", () => open("allowed", mounted));
  if (opened.way !== "mounted") throw new Error("it could not be mounted: run as root");
  await time("image, mounted: pip install, all in place", () => run(...again));
  await time("image, mounted: imports", () => run(python, "-B", "-c", IMPORT));
  await time("image: close", () => opened.close());
  run("cp", "-a", kept, slot);
  await time("on the disk: pip install, all in place", () => run(...again));
  await time("on the disk: imports", () => run(python, "-B", "-c", IMPORT));
  remove(slot);
  run("cp", "-a", kept, slot);
}

seconds("image: pack, sync and hash", megabytes(file));
seconds("tar + zstd -3: pack", megabytes(tar));
seconds("image: verify and mount");
seconds("image: close");
seconds("image: verify and unpack");
seconds("tar + zstd -3: unpack");
seconds("cp -a");
for (const what of ["pip install, all in place", "imports"]) {
  seconds(`image, mounted: ${what}`);
  seconds(`on the disk: ${what}`);
}
row(
  "mounting over tar + zstd's unpacking",
  (spent("image: verify and mount") / spent("tar + zstd -3: unpack")).toFixed(3),
);
row("unpacking over tar + zstd's", (spent("image: verify and unpack") / spent("tar + zstd -3: unpack")).toFixed(2));
row("packing over tar + zstd's", (spent("image: pack, sync and hash") / spent("tar + zstd -3: pack")).toFixed(2));

// Three policies: no bytecode, what the install phase itself wrote, all.
const policies = {
  none: () => run("find", slot, "-name", "__pycache__", "-prune", "-exec", "rm", "-rf", "{}", "+"),
  "as it is": () => undefined,
  all: () => spawnSync(python, ["-m", "compileall", "-q", "-j0", join(slot, "lib")], { env }),
};
for (const [name, prepare] of Object.entries(policies)) {
  remove(slot);
  run("cp", "-a", kept, slot);
  await time(`${name}: make`, prepare);
  image = await time(`${name}: pack`, () => packImage({ ...shape, file }));
  for (let round = 0; round <= ROUNDS; round++) {
    const opened = await openImage({ ...shape, ...image, mounting: "allowed" });
    await time(`${name}: pip install`, () => run(...again));
    await time(`${name}: imports`, () => run(python, "-c", IMPORT));
    await opened.close();
  }
  const parts = ["make", "pack", "pip install", "imports"].map(
    (what) => `${what} ${spent(`${name}: ${what}`).toFixed(2)} s`,
  );
  row(`bytecode ${name}`, megabytes(file), parts.join(", "));
}
const left = readdirSync(home).filter((entry) => entry !== "bench-0.image");
if (left.length > 0) throw new Error(`left behind: ${left.join(", ")}`);
