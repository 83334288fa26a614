// node bench/nova.mjs [ROUNDS] — OpenStack Nova's requirements and test requirements, pinned, installed in every way that a CI job
// can do it, side by side in one run: from a shaped index on loopback (30 ms to an answer, 12 MB/s in all), so that no
// network decides. Medians; counted from a program's start to its end. Every way makes its environment itself.
// SHAPE=LATENCY_MS,BYTES_A_SECOND chooses another shape; UPSTREAM=real asks the machine's own index instead.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CLI, median, row, timed } from "./support/measure.mjs";

const ROUNDS = Number(process.argv[2] ?? 5);
const [LATENCY, RATE] = (process.env.SHAPE ?? "30,12000000").split(",").map(Number);
const FILES = new URL("./nova", import.meta.url).pathname;
const root = mkdtempSync(join(tmpdir(), "forgexec-nova-"));
process.on("exit", () => rmSync(root, { recursive: true, force: true }));
const at = (...parts) => join(root, ...parts);

// Nothing of the machine's own that steers pip or uv, certificates aside.
const clean = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => name === "PIP_CERT" || !/^(PIP_|UV_|XDG_|FORGE|VIRTUAL_ENV)/.test(name),
  ),
);
mkdirSync(at("home"));
const base = { ...clean, HOME: at("home"), PIP_DISABLE_PIP_VERSION_CHECK: "1", PIP_CONFIG_FILE: "/dev/null" };
const run = (argv, env = base, cwd = FILES) => {
  const { status, stderr } = spawnSync(argv[0], argv.slice(1), { env, cwd, encoding: "utf8", maxBuffer: 1e9 });
  if (status !== 0) throw new Error(`${argv.join(" ")}: ${status}\n${stderr}`);
};
const REQUIREMENTS = ["-r", "requirements.txt", "-r", "test-requirements.txt"];

// What is measured against: the newest pip in an environment of its own, uv, and every file on disk.
run(["python3", "-m", "venv", at("tools")]);
const tool = (name) => at("tools", "bin", name);
run([tool("pip"), "install", "-q", "--upgrade", "pip", "uv"]);
run([tool("pip"), "download", "-q", "--dest", at("files"), ...REQUIREMENTS]);
run([tool("pip"), "download", "-q", "--dest", at("files"), "--no-deps", "pip", "setuptools", "wheel"]);
run([tool("pip"), "wheel", "-q", "--wheel-dir", at("wheelhouse"), "--find-links", at("files"), ...REQUIREMENTS]);

const server = spawn(process.execPath, [
  new URL("./support/shaped-index.mjs", import.meta.url).pathname,
  ...[at("files"), String(LATENCY), String(RATE)],
]);
process.on("exit", () => server.kill());
const [line] = await once(server.stdout, "data");
const index = process.env.UPSTREAM === "real" ? null : String(line).trim();
const upstream = index === null ? {} : { PIP_INDEX_URL: index };
const online = { ...base, ...upstream };
const forUv = { ...base, ...(index === null ? {} : { UV_DEFAULT_INDEX: index }), UV_CACHE_DIR: at("uv-cache") };

function project(name, install) {
  mkdirSync(at(name));
  for (const file of ["requirements.txt", "test-requirements.txt", "constraints.txt"])
    cpSync(join(FILES, file), at(name, file));
  writeFileSync(at(name, ".forge.yml"), install);
  return at(name);
}
const INSTALL = "pip install -q -r requirements.txt -r test-requirements.txt";
const plain = project("plain", `install: [${INSTALL}]\n`);
const declared = project("declared", `install: { inputs: ["*requirements.txt"], steps: [${INSTALL}] }\n`);

/** Seconds of a run of forgexec. */
function forgexec(directory, cache, extra = []) {
  const env = { ...online, FORGEXEC_CACHE_DIR: cache };
  return timed([process.execPath, CLI, "run", "--quiet", "--directory", directory, ...extra], { env }) / 1000;
}
const fresh = (path) => rmSync(path, { recursive: true, force: true });
const seconds = (argv, options) => timed(argv, options) / 1000;

/** An environment with the newest pip, as fast as one can be made. */
function environment(path) {
  fresh(path);
  return seconds([tool("uv"), "venv", "-q", "--seed", "--python", "python3", path], { env: forUv });
}
const inEnvironment = (path, argv, env) =>
  seconds([join(path, "bin", "python"), "-m", "pip", ...argv], { env, cwd: FILES });

const ways = {
  "pip, cold": () => {
    const made = environment(at("pip"));
    return made + inEnvironment(at("pip"), ["install", "-q", "--no-cache-dir", ...REQUIREMENTS], online);
  },
  "forgexec, cold": () => {
    fresh(at("cache-cold"));
    return forgexec(plain, at("cache-cold"));
  },
  "pip, all in place": () => inEnvironment(at("pip"), ["install", "-q", ...REQUIREMENTS], online),
  "forgexec, warm": () => {
    fresh(at("cache", "env"));
    return forgexec(plain, at("cache"));
  },
  "forgexec, warm, inputs declared": () => {
    fresh(at("cache", "env"));
    return forgexec(declared, at("cache"));
  },
  "wheelhouse and the pip that venv brings": () => {
    fresh(at("house"));
    const argv = ["install", "-q", "--no-index", "--find-links", at("wheelhouse"), ...REQUIREMENTS];
    return seconds(["python3", "-m", "venv", at("house")], { env: base }) + inEnvironment(at("house"), argv, base);
  },
  "uv, cold": () => {
    fresh(at("uv-cache"));
    return uvInstall();
  },
  "uv in a CI job: unpack its cache, install": () => {
    fresh(at("uv-cache"));
    mkdirSync(at("uv-cache"));
    const unpacked = seconds(["tar", "--zstd", "-xf", at("uv-cache.tar.zst"), "-C", at("uv-cache")]);
    return unpacked + uvInstall();
  },
};
function uvInstall() {
  fresh(at("uv"));
  const made = seconds([tool("uv"), "venv", "-q", "--python", "python3", at("uv")], { env: forUv });
  const env = { ...forUv, VIRTUAL_ENV: at("uv") };
  return made + seconds([tool("uv"), "pip", "install", "-q", ...REQUIREMENTS], { env, cwd: FILES });
}

// What the warm ways begin with.
ways["uv, cold"]();
run(["tar", "--zstd", "-cf", at("uv-cache.tar.zst"), "-C", at("uv-cache"), "."]);
forgexec(plain, at("cache"));
forgexec(declared, at("cache"));

const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++) for (const [name, way] of Object.entries(ways)) times[name].push(way());
const of = (name) => median(times[name]);
console.log(
  `${ROUNDS} rounds, medians in seconds; ${index === null ? "the machine's own index" : `${LATENCY} ms, ${RATE / 1e6} MB/s`}`,
);
for (const name of Object.keys(ways))
  row(name, of(name).toFixed(2), times[name].map((each) => each.toFixed(2)).join(" "));

const [warm, declaredWarm, cold] = ["forgexec, warm", "forgexec, warm, inputs declared", "forgexec, cold"].map(of);
const ratio = (name, mine, other, bound) => row(name, (mine / other).toFixed(3), bound);
row("warm", `${warm.toFixed(2)} s`, "bound 2.5 s");
row("warm less pip's own no-op", `${(warm - of("pip, all in place")).toFixed(2)} s`, "bound 0.6 s");
ratio("warm / wheelhouse and venv's pip", warm, of("wheelhouse and the pip that venv brings"), "bound 0.25");
ratio("warm / uv in a CI job", warm, of("uv in a CI job: unpack its cache, install"), "bound 1");
row("warm, inputs declared", `${declaredWarm.toFixed(2)} s`, "bound 0.7 s");
ratio(
  "warm, inputs declared / uv in a CI job",
  declaredWarm,
  of("uv in a CI job: unpack its cache, install"),
  "bound 1",
);
ratio("cold / newest pip's own cold", cold, of("pip, cold"), "bound 1.05");

// What a job would fetch from and send to the Actions cache.
const size = (path) => (existsSync(path) ? statSync(path).size / 1e6 : 0);
run(["tar", "--zstd", "-cf", at("pip-cache.tar.zst"), "-C", at("files"), "."]);
row("bytes: forgexec's environment", `${(storedBytes() / 1e6).toFixed(0)} MB`);
row("bytes: uv's cache, as setup-uv keeps it without pruning", `${size(at("uv-cache.tar.zst")).toFixed(0)} MB`);
row("bytes: pip's downloads, as setup-python keeps them", `${size(at("pip-cache.tar.zst")).toFixed(0)} MB`);
server.kill();

/** What the store keeps of the environments, an image each. */
function storedBytes() {
  const entries = at("cache", "store", "v1", "entries");
  return Math.max(...readdirSync(entries).map((name) => statSync(join(entries, name, "0")).size));
}
