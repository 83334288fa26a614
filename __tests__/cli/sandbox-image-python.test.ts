import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test as plain } from "@jest/globals";
import { TestUpstream } from "../index-server/upstream.js";
import { pythonWheel } from "../index-server/wheels.js";
import { importImage, testWithPodman, usePodman } from "../sandbox/container/podman.js";
import { hasSystemPython, makePythonRoot } from "../sandbox/support/python-root.js";
import { createFolder, forgexec, removeFolders } from "./support.js";

const { folder } = usePodman();
const test = hasSystemPython || process.env.CI === "true" ? testWithPodman : plain.skip;
const IMAGE = "localhost/forgexec-python:1";
const TIME = 180_000;
const upstream = new TestUpstream();

beforeAll(async () => {
  if (test === plain.skip || folder() === "") return;
  const root = makePythonRoot(join(folder(), "python"));
  importImage(folder(), { root, name: IMAGE, changes: ["ENV PATH=/usr/bin:/bin"] });
  await upstream.start();
  upstream.add("alpha", await pythonWheel({ name: "alpha", version: "1.0", requires: [] }));
}, TIME);
afterAll(() => upstream.stop());
afterEach(removeFolders);

test(
  "the image's own Python makes the environment; the index is reached from inside, isolated or not; the next run finds all in place",
  async () => {
    const spec = `
image: ${IMAGE}
install: [pip install -q alpha]
linting:
  sandbox: { network: isolated }
  steps:
    - python -c "import alpha, sys; print(alpha.VERSION, sys.base_prefix, sys.prefix)"
    - pip download -q --no-deps --no-cache-dir --dest out alpha
execute:
  sandbox: { backend: none }
  steps: [{ run: 'echo "outside \${VIRTUAL_ENV:-without}"', shell: true }]
`;
    const cwd = await createFolder({ ".forge.yml": spec });
    const environment = { PIP_INDEX_URL: upstream.url, PIP_RETRIES: "0", FORGEXEC_CACHE_DIR: join(cwd, ".cache") };
    const first = await forgexec(["run"], { cwd, environment });
    expect(first.code === 0 ? "" : first.stderr).toBe("");
    expect(first.stdout).toContain(`1.0 /usr ${join(cwd, ".cache", "env")}`);
    // What is made by the image's Python is of no use on the machine.
    expect(first.stdout).toContain("outside without");
    upstream.requests.splice(0);
    const second = await forgexec(["run", "--phase", "install", "--json"], { cwd, environment });
    expect(second.code === 0 ? "" : second.stderr).toBe("");
    expect(upstream.requests).toEqual([]);
  },
  TIME,
);
