// node bench/index.mjs [ROUNDS] [SECONDS] — the package index against devpi-server, proxpi, pypiserver, and nginx sending the same bytes from disk:
// requests a second for a kept page (16 connections) and MB/s for a kept file of 50 MB (4). Needs wrk and nginx (Debian: apt-get install wrk nginx-light).
import { execFile, execFileSync, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { freePort, nginxConfiguration, startUpstream } from "./support/index-upstream.mjs";
import { CLI, median, row } from "./support/measure.mjs";

const ROUNDS = Number(process.argv[2] ?? 3);
const SECONDS = Number(process.argv[3] ?? 3);
const FILES = 40;
const SIZE = 50 * 1024 * 1024;

for (const tool of ["wrk", "nginx"]) {
  if (spawnSync(tool, ["-v"]).error === undefined) continue;
  console.log(`skipped: ${tool} is not on this machine (Debian: apt-get install wrk nginx-light)`);
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), "forgexec-bench-index-"));
const children = [];
process.on("exit", () => {
  for (const child of children) child.kill("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});

const packages = join(folder, "packages");
mkdirSync(packages);
for (let n = 0; n < FILES; n++) writeFileSync(join(packages, `demo-1.${n}.zip`), randomBytes(100));
writeFileSync(join(packages, "big-1.0.zip"), randomBytes(SIZE));
const upstream = await startUpstream(packages);

const environment = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(PIP_FIND_LINKS|PIP_INDEX_URL|PIP_EXTRA_INDEX_URL|PIP_NO_INDEX|UV_.*|PROXPI_.*)$/.test(name),
  ),
);
const venv = join(folder, "venv");
execFileSync("python3", ["-m", "venv", venv]);
execFileSync(join(venv, "bin", "pip"), ["install", "--quiet", "devpi-server", "proxpi", "gunicorn", "pypiserver"], {
  env: environment,
  stdio: ["ignore", "inherit", "inherit"],
});

function start(program, args, env = {}) {
  const child = spawn(program, args, {
    env: { ...environment, ...env },
    cwd: folder,
    stdio: ["ignore", "pipe", "ignore"],
  });
  children.push(child);
  child.stdout.resume();
  return child;
}

const peer = (name) => join(venv, "bin", name);

/** Each starts a server and gives the root of its index. */
const servers = {
  async forgexec() {
    const args = [
      CLI,
      "index",
      "serve",
      "--port",
      "0",
      "--store",
      join(folder, "store"),
      "--upstream",
      upstream.url,
      "--ttl",
      "1h",
    ];
    const child = start(process.execPath, args);
    return new Promise((resolve) => child.stdout.once("data", (line) => resolve(JSON.parse(line).url)));
  },
  async proxpi() {
    const port = await freePort();
    const env = {
      PROXPI_INDEX_URL: upstream.url,
      PROXPI_CACHE_DIR: join(folder, "proxpi"),
      PROXPI_INDEX_TTL: "3600",
      PROXPI_DOWNLOAD_TIMEOUT: "60",
    };
    start(
      peer("gunicorn"),
      ["--bind", `127.0.0.1:${port}`, "--threads", "4", "--log-level", "error", "proxpi.server:app"],
      env,
    );
    return `http://127.0.0.1:${port}/index/`;
  },
  async devpi() {
    const port = await freePort();
    const directory = join(folder, "devpi");
    execFileSync(peer("devpi-init"), ["--serverdir", directory, "--no-root-pypi"], {
      env: environment,
      stdio: "ignore",
    });
    start(peer("devpi-server"), ["--serverdir", directory, "--host", "127.0.0.1", "--port", String(port)]);
    const root = `http://127.0.0.1:${port}`;
    await answering(`${root}/+api`);
    const json = { "content-type": "application/json", accept: "application/json" };
    const login = await fetch(`${root}/+login`, {
      method: "POST",
      headers: json,
      body: JSON.stringify({ user: "root", password: "" }),
    });
    const { result } = await login.json();
    const token = Buffer.from(`root:${result.password}`).toString("base64");
    const index = { type: "mirror", mirror_url: upstream.url, mirror_cache_expiry: 3600 };
    await fetch(`${root}/root/mirror`, {
      method: "PUT",
      headers: { ...json, "x-devpi-auth": token },
      body: JSON.stringify(index),
    });
    return `${root}/root/mirror/+simple/`;
  },
  async pypiserver() {
    const port = await freePort();
    start(peer("pypi-server"), ["run", "-i", "127.0.0.1", "-p", String(port), packages]);
    return `http://127.0.0.1:${port}/simple/`;
  },
  async nginx() {
    const port = await freePort();
    const page = await (await fetch(`${roots.forgexec}demo/`)).text();
    const configuration = nginxConfiguration({ folder, port, page, packages });
    start("nginx", ["-c", configuration, "-g", "daemon off;"]);
    return `http://127.0.0.1:${port}/simple/`;
  },
};

/** Waits until a URL is served; where redirects led to. */
async function answering(url) {
  for (let tries = 0; tries < 200; tries++) {
    const found = await fetch(url).then(
      (response) => response.arrayBuffer().then(() => (response.ok ? response.url : null)),
      () => null,
    );
    if (found !== null && new URL(found).host === new URL(url).host) return found;
    await delay(100);
  }
  throw new Error(`${url} does not answer`);
}

/** Where a server's page says that the big file is. */
async function bigFile(root) {
  const response = await fetch(`${root}big/`);
  const href = /href="([^"#]*big-1\.0\.zip)/.exec(await response.text())?.[1];
  if (href === undefined) throw new Error(`${root}big/ has no link`);
  return new URL(href, response.url).href;
}

async function load(url, connections) {
  const { stdout: text } = await promisify(execFile)(
    "wrk",
    ["-t1", "-H", "Accept: text/html", `-c${connections}`, `-d${SECONDS}s`, "--timeout", "60s", url],
    { encoding: "utf8" },
  );
  if (/Non-2xx/.test(text)) throw new Error(`${url}: ${text}`);
  const [, amount, unit] = /Transfer\/sec:\s+([\d.]+)([KMG]?)B/.exec(text);
  const factor = { "": 1e-6, K: 1024 / 1e6, M: 1024 ** 2 / 1e6, G: 1024 ** 3 / 1e6 }[unit];
  return { requests: Number(/Requests\/sec:\s+([\d.]+)/.exec(text)[1]), megabytes: amount * factor };
}

const roots = {};
const targets = {};
for (const [name, serve] of Object.entries(servers)) {
  const root = await serve();
  roots[name] = root;
  const page = await answering(`${root}demo/`);
  const file = await answering(name === "nginx" ? `${root}big/big-1.0.zip` : await bigFile(root));
  targets[name] = { page, file };
}

const pages = Object.fromEntries(Object.keys(roots).map((name) => [name, []]));
const speeds = Object.fromEntries(Object.keys(roots).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, { page }] of Object.entries(targets)) pages[name].push((await load(page, 16)).requests);
  for (const [name, { file }] of Object.entries(targets)) speeds[name].push((await load(file, 4)).megabytes);
}

const bounds = { proxpi: ["≥ 10", ""], nginx: ["≥ 0.3", "≥ 0.7"] };
console.log(`medians of ${ROUNDS} rounds of ${SECONDS} s; load of the machine ${loadavg()[0].toFixed(1)}`);
for (const [what, found, unit, bound] of [
  ["a kept page", pages, "requests/s", 0],
  ["a kept file of 50 MB", speeds, "MB/s", 1],
]) {
  console.log(what);
  const own = median(found.forgexec);
  for (const [name, values] of Object.entries(found)) {
    const wanted = bounds[name]?.[bound] ?? "";
    const ratio =
      name === "forgexec" ? "" : `forgexec: ${(own / median(values)).toFixed(2)} × ${wanted && `(bound ${wanted})`}`;
    row(`  ${name}`, `${median(values).toFixed(0)} ${unit}`, ratio);
  }
}
process.exit(0);
