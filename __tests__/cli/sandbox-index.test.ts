import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect } from "@jest/globals";
import { TestUpstream } from "../index-server/upstream.js";
import { pythonWheel } from "../index-server/wheels.js";
import { sandboxesWork, testEverybodys as test } from "../sandbox/support/machine.js";
import { createFolder, forgexec, removeFolders } from "./support.js";

const TIME = 120_000;
const upstream = new TestUpstream();

beforeAll(async () => {
  if (!sandboxesWork) return;
  await upstream.start();
  for (const name of ["alpha", "beta"]) {
    upstream.add(name, await pythonWheel({ name, version: "1.0", requires: [] }));
  }
}, TIME);
afterAll(() => upstream.stop());
afterEach(removeFolders);

function run(cwd: string, ...flags: readonly string[]) {
  const environment = { PIP_INDEX_URL: upstream.url, PIP_RETRIES: "0", FORGEXEC_CACHE_DIR: join(cwd, ".cache") };
  return forgexec(["run", ...flags], { cwd, environment });
}

const SPEC = `
sandbox: { network: isolated }
pypi: { pip: bundled }
install: [pip install -q alpha]
execute:
  - python -c "import alpha; print('alpha', alpha.VERSION)"
  - pip download -q --no-deps --no-cache-dir --dest out alpha
  - { run: pip download -q --no-deps --dest out beta, continue-on-error: true }
  - { run: "python -c \\"import urllib.request as r; r.urlopen('UPSTREAM')\\"", continue-on-error: true }
  - { run: 'ls "$FORGEXEC_CACHE_DIR"', shell: true }
`;

test(
  "an isolated build installs through the index; after install it has what is kept, and reaches nobody",
  async () => {
    const cwd = await createFolder({ ".forge.yml": SPEC.replace("UPSTREAM", upstream.url) });
    const { code, stdout, stderr } = await run(cwd);
    expect(code === 0 ? "" : stderr).toBe("");
    expect(stdout).toContain("alpha 1.0");
    expect(stderr).toContain("No matching distribution found for beta");
    expect(stderr).toMatch(/Connection refused/);
    const asked = upstream.requests.map(({ path }) => path);
    expect(asked).toContain("/simple/alpha/");
    expect(asked.filter((path) => path.includes("beta"))).toEqual([]);
    // Of the cache directory, what is this build's own; neither the index's store nor what later runs execute.
    expect(
      stdout
        .trim()
        .split("\n")
        .map((line) => line.trim()),
    ).toEqual(expect.arrayContaining(["clients", "env"]));
    expect(stdout).not.toMatch(/^ *(index|interpreters|store)$/m);
  },
  TIME,
);

test(
  "without a package cache it has the index all the same",
  async () => {
    const cwd = await createFolder({ ".forge.yml": SPEC.replace("UPSTREAM", upstream.url) });
    const { code, stderr } = await run(cwd, "--no-cache", "--phase", "install");
    expect(code === 0 ? "" : stderr).toBe("");
  },
  TIME,
);

test(
  "the environment is read-only after install where the system is, and may be named",
  async () => {
    const spec = `
sandbox: { filesystem-writable-paths: none }
pypi: { pip: bundled }
install: [pip install -q alpha]
linting: [{ run: pip uninstall -q -y alpha, continue-on-error: true }]
execute:
  sandbox: { filesystem-writable-paths: [.forge/env] }
  steps: [pip install -q --no-deps beta]
`;
    const cwd = await createFolder({ ".forge.yml": spec });
    const { code, stderr } = await run(cwd);
    expect(code === 0 ? "" : stderr).toBe("");
    expect(stderr).toMatch(/Read-only file system/);
  },
  TIME,
);
