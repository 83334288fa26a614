import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect } from "@jest/globals";
import { TestUpstream } from "../index-server/upstream.js";
import { pythonWheel } from "../index-server/wheels.js";
import { sandboxesWork, testSandboxes as test } from "../sandbox/support/machine.js";
import { cacheFolder, removeCacheFolders } from "./cache-folder.js";
import { createFolder, forgexec, removeFolders } from "./support.js";

const TIME = 120_000;
const upstream = new TestUpstream();

beforeAll(async () => {
  if (!sandboxesWork) return;
  await upstream.start();
  upstream.add("alpha", await pythonWheel({ name: "alpha", version: "1.0", requires: [] }));
}, TIME);
afterAll(() => upstream.stop());
afterEach(async () => {
  await removeFolders();
  removeCacheFolders();
});

const SPEC = `
sandbox: { backend: bubblewrap }
pypi: { pip: bundled }
install: [pip install -q alpha]
execute: [python step.py]
`;
/** Changes a module, as long as it was and with the time that it had. */
const POISON = `
import alpha, os, sys
stats = os.stat(alpha.__file__)
text = open(alpha.__file__).read()
open(alpha.__file__, "w").write(text.replace("1.0", "6.6"))
os.utime(alpha.__file__, ns=(stats.st_atime_ns, stats.st_mtime_ns))
print("poisoned", os.path.getsize(alpha.__file__) == len(text))
`;
const SHOW = 'import alpha\nprint("version", alpha.VERSION)\n';

async function project(spec: string, step: string) {
  const cwd = await createFolder({ ".forge.yml": spec, "step.py": step });
  const own = cacheFolder();
  const environment = {
    PIP_INDEX_URL: upstream.url,
    PIP_RETRIES: "0",
    PYTHONDONTWRITEBYTECODE: "1",
  };
  return {
    cwd,
    run: (step: string, cache = own) => {
      writeFileSync(join(cwd, "step.py"), step);
      return forgexec(["run"], { cwd, environment: { ...environment, FORGEXEC_CACHE_DIR: cache } });
    },
  };
}

test.each([
  ["succeeded", 0, ""],
  ["failed", 1, "\nsys.exit(1)\n"],
])(
  "what a command of a sandbox makes of the environment is gone with the run, be it that it %s; what install made is there again",
  async (_how, code, end) => {
    const { run } = await project(SPEC, "");
    const first = await run(POISON + end);
    expect([first.code, first.stdout.includes("poisoned True")]).toEqual([code, true]);
    upstream.requests.splice(0);
    const second = await run(SHOW);
    expect(second.code === 0 ? "" : second.stderr).toBe("");
    expect(second.stdout).toContain("version 1.0");
    expect(upstream.requests).toEqual([]);
  },
  TIME,
);

test(
  "links that a command of a sandbox puts into the clients' caches lead nobody out of them",
  async () => {
    const { cwd, run } = await project(SPEC, "");
    const victim = await createFolder({ "kept/file": "x", "pip/wheels/a.whl": "x" });
    const plant = `
import os, shutil
cache, pip = os.environ["UV_CACHE_DIR"], os.environ["PIP_CACHE_DIR"]
shutil.rmtree(pip, ignore_errors=True)
os.makedirs(cache + "/forgexec/archive-v0")
os.symlink(${JSON.stringify(victim)}, cache + "/archive-v0")
for name in ("kept", "pip"):
    open(cache + "/forgexec/archive-v0/" + name, "w").write("not as it was")
os.symlink(${JSON.stringify(join(victim, "pip"))}, pip)
os.mkfifo(cache + "/pipe")
print("planted")
`;
    expect((await run(plant)).stdout).toContain("planted");
    expect(readdirSync(join(victim, "pip/wheels"))).toEqual(["a.whl"]);
    const second = await run(
      "import subprocess\nsubprocess.check_call(['pip', 'download', '-q', '--no-deps', 'alpha'])",
    );
    expect(second.code === 0 ? "" : second.stderr).toBe("");
    expect(readdirSync(victim, { recursive: true }).sort()).toEqual(
      ["kept", "kept/file", "pip", "pip/wheels", "pip/wheels/a.whl"].sort(),
    );
    expect(cwd).not.toBe("");
  },
  TIME,
);

test(
  "a project's sandboxes have clients' caches of their own, and leave those of other builds alone",
  async () => {
    const cache = cacheFolder();
    const show = 'import os\nprint("cache", os.environ["PIP_CACHE_DIR"])\n';
    const seen: string[] = [];
    for (const spec of [SPEC, SPEC, SPEC.replace("bubblewrap", "none")]) {
      const { run } = await project(spec, "");
      const { code, stdout, stderr } = await run(show, cache);
      expect(code === 0 ? "" : stderr).toBe("");
      seen.push(/cache (.*)/.exec(stdout)?.[1] ?? "");
    }
    expect(new Set(seen).size).toBe(3);
  },
  TIME,
);

test(
  "what a command of a sandbox leaves in the workspace holds up no later run",
  async () => {
    const spec = SPEC.replace("install -q alpha", "install -q alpha -r more.txt");
    const { cwd, run } = await project(spec, "");
    writeFileSync(join(cwd, "more.txt"), "");
    const names = ["pyproject.toml", "uv.toml", "poetry.toml", "more.txt", ".python-version", "tox.ini", "setup.cfg"];
    const plant = `
import os, shutil
for name in ${JSON.stringify([...names, ".forge/.gitignore", ".gitignore"])}:
    if os.path.exists(name):
        os.remove(name)
    os.mkfifo(name)
os.mkdir("below")
os.mkfifo("below/pyproject.toml")
`;
    expect((await run(plant)).code).toBe(0);
    const asked = await forgexec(["plan"], { cwd });
    expect(asked.code === 0 ? "" : asked.stderr).toBe("");
    // pip itself would wait for what is in the list.
    writeFileSync(join(cwd, ".forge.yml"), `${SPEC}linting: [tox --version, { run: make, if: macos }]\n`);
    const second = await forgexec(["run", "--phase", "execute"], { cwd, environment: { PIP_INDEX_URL: upstream.url } });
    // It has run, and found what the first one left.
    expect([second.code, second.stderr.includes("FileExistsError")]).toEqual([1, true]);
  },
  TIME,
);
