import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "@jest/globals";
import { get, machineEnvironment, startIndex, temporaryFolder } from "./support.js";
import { startUpstream, type TestUpstream, type UpstreamFile } from "./upstream.js";
import { hasTool, pythonWheel } from "./wheels.js";

const spawn = promisify(execFile);
const LATER = 11 * 60 * 1000;
/** Its venv brings an old pip; the newest pip and uv come from the machine's own index. */
const tools = { old: "", newest: "", uv: "" };
/** How often each asks for a wheel's metadata alone: a pip before 23.2 does not know of it (PEP 714). */
const asksForMetadata = { old: 0, newest: 1, uv: 1 };
const python = hasTool("python3");
const real = python ? test : test.skip;
const why = python ? "" : " (skipped: there is no python3)";

if (!python && process.env.CI === "true" && process.platform === "linux") {
  test("CI has Python", () => expect(python).toBe(true));
}

beforeAll(async () => {
  if (!python) return;
  const folder = await temporaryFolder();
  const env = machineEnvironment();
  tools.old = join(folder, "old", "bin", "python");
  tools.newest = join(folder, "newest", "bin", "python");
  await spawn("python3", ["-m", "venv", join(folder, "old")], { env });
  await spawn("python3", ["-m", "venv", join(folder, "newest")], { env });
  await spawn(tools.newest, ["-m", "pip", "install", "--quiet", "--upgrade", "pip", "uv"], { env });
  tools.uv = join(folder, "newest", "bin", "uv");
  const { stdout } = await spawn(tools.old, ["-m", "pip", "--version"], { env });
  const [major = 0, minor = 0] = (/\d+\.\d+/.exec(stdout)?.[0] ?? "").split(".").map(Number);
  asksForMetadata.old = major > 23 || (major === 23 && minor >= 2) ? 1 : 0;
}, 240_000);

interface Installed {
  readonly target: string;
  readonly output: string;
}

/** Installs with one of the clients into a folder of its own. */
async function install(client: keyof typeof tools, url: string, requirements: readonly string[]): Promise<Installed> {
  const target = await temporaryFolder();
  const home = await temporaryFolder();
  const env = { ...machineEnvironment(), HOME: home, PIP_CONFIG_FILE: "/dev/null", PIP_DISABLE_PIP_VERSION_CHECK: "1" };
  const pip = ["-m", "pip", "install", "--no-cache-dir", "--retries", "0", "--index-url", url, "--target", target];
  const uv = ["pip", "install", "--no-config", "--no-cache", "--default-index", url, "--target", target];
  const [program, args] = client === "uv" ? [tools.uv, uv] : [tools[client], pip];
  const python = client === "uv" ? ["--python", tools.newest] : [];
  const { stdout, stderr } = await spawn(program, [...args, ...python, ...requirements], { env, cwd: home });
  return { target, output: stdout + stderr };
}

function upstreamWith(files: readonly UpstreamFile[]): Promise<TestUpstream> {
  return startUpstream().then((upstream) => {
    for (const file of files) upstream.add(file.name.split("-")[0] ?? "", file);
    return upstream;
  });
}

async function libraries(): Promise<UpstreamFile[]> {
  return Promise.all([
    pythonWheel({ name: "demo", version: "1.0", requires: ["helper>=2"] }),
    pythonWheel({ name: "helper", version: "2.5", requires: [] }),
    pythonWheel({ name: "helper", version: "1.0", requires: [] }),
  ]);
}

const clients = ["old", "newest", "uv"] as const;

for (const client of clients) {
  const called = { old: "the pip of a venv", newest: "the newest pip", uv: "uv" }[client];

  real(
    `${called} installs through the index, and again with the upstream gone${why}`,
    async () => {
      const upstream = await upstreamWith(await libraries());
      const index = await startIndex(upstream.url);
      const { target } = await install(client, index.url, ["demo"]);
      expect(readFileSync(join(target, "helper.py"), "utf8")).toContain("2.5");
      expect(upstream.count("/files/helper-1.0-py3-none-any.whl")).toBe(0);
      expect(upstream.count("/files/helper-2.5-py3-none-any.whl.metadata")).toBe(asksForMetadata[client]);
      await upstream.stop();
      index.pass(LATER);
      const again = await install(client, index.url, ["demo"]);
      expect(existsSync(join(again.target, "demo.py"))).toBe(true);
    },
    120_000,
  );

  real(
    `${called} installs by hashes from an index that has only HTML without metadata${why}`,
    async () => {
      const files = (await libraries()).map(({ name, body }) => ({ name, body }));
      const upstream = await upstreamWith(files);
      upstream.form = "html";
      const index = await startIndex(upstream.url);
      const list = join(await temporaryFolder(), "requirements.txt");
      const { sha256 } = await import("./upstream.js");
      const [demo, helper] = files;
      if (demo === undefined || helper === undefined) throw new Error("no files");
      await writeFile(
        list,
        `demo==1.0 --hash=sha256:${sha256(demo.body)}\nhelper==2.5 --hash=sha256:${sha256(helper.body)}\n`,
      );
      const { target } = await install(client, index.url, ["--require-hashes", "-r", list]);
      expect(await readdir(target)).toEqual(expect.arrayContaining(["demo.py", "helper.py"]));
    },
    120_000,
  );

  real(
    `${called} never installs a file that is not what its page says${why}`,
    async () => {
      const [, helper] = await libraries();
      if (helper === undefined) throw new Error("no file");
      const upstream = await upstreamWith([{ ...helper, claim: { hashes: { sha256: "e".repeat(64) } } }]);
      const index = await startIndex(upstream.url);
      await expect(install(client, index.url, ["--no-deps", "helper"])).rejects.toThrow();
    },
    120_000,
  );
}

real(
  `without an upstream of its own the index mirrors what pip is configured with, asked at the first request${why}`,
  async () => {
    const upstream = await upstreamWith(await libraries());
    const environment = { ...machineEnvironment(), PIP_CONFIG_FILE: join(await temporaryFolder(), "pip.conf") };
    const index = await startIndex([], { environment });
    await writeFile(environment.PIP_CONFIG_FILE, `[global]\nindex-url = ${upstream.url}\n`);
    expect((await get(`${index.url}demo/`)).status).toBe(200);
    const other = await startIndex([], { environment: { ...environment, PIP_INDEX_URL: "http://127.0.0.1:9/simple" } });
    expect((await get(`${other.url}demo/`)).status).toBe(503);
    const none = await startIndex([], { environment: { ...environment, PIP_NO_INDEX: "1" } });
    const refused = await get(`${none.url}demo/`);
    expect([refused.status, refused.body.toString()]).toEqual([503, expect.stringContaining("no-index")]);
  },
  120_000,
);

real(
  `the machine's own index is mirrored: the newest pip installs from it, then offline${why}`,
  async () => {
    const index = await startIndex([], { environment: machineEnvironment(), patience: {} });
    await install("newest", index.url, ["six"]);
    await index.close();
    const offline = await startIndex([], { environment: machineEnvironment(), store: index.store, mode: "offline" });
    const { target } = await install("newest", offline.url, ["six"]);
    expect(existsSync(join(target, "six.py"))).toBe(true);
  },
  240_000,
);
