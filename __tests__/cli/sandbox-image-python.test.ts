import { appendFileSync, chownSync, lstatSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test as plain } from "@jest/globals";
import { TestUpstream } from "../index-server/upstream.js";
import { pythonWheel } from "../index-server/wheels.js";
import { IMAGE as BARE, importImage, testWithPodman, usePodman } from "../sandbox/container/podman.js";
import { hasSystemPython, makePythonRoot } from "../sandbox/support/python-root.js";
import { cacheFolder, removeCacheFolders } from "./cache-folder.js";
import { createFolder, forgexec, removeFolders } from "./support.js";

const { folder } = usePodman();
const test = hasSystemPython || process.env.CI === "true" ? testWithPodman : plain.skip;
const IMAGE = "localhost/forgexec-python:1";
const USER_IMAGE = "localhost/forgexec-python-user:1";
const TIME = 180_000;
const upstream = new TestUpstream();

beforeAll(async () => {
  if (test === plain.skip || folder() === "") return;
  const root = makePythonRoot(join(folder(), "python"));
  // A place where this machine has no Python.
  mkdirSync(join(root, "opt/only-here"), { recursive: true });
  symlinkSync("/usr/bin/python3", join(root, "opt/only-here/python3"));
  mkdirSync(join(root, "home/builder"), { recursive: true });
  chownSync(join(root, "home/builder"), 4321, 4322);
  appendFileSync(join(root, "etc/passwd"), "builder:x:4321:4322::/home/builder:/bin/sh\n");
  const path = "ENV PATH=/opt/only-here:/usr/bin:/bin";
  importImage(folder(), { root, name: IMAGE, changes: [path] });
  importImage(folder(), { root, name: USER_IMAGE, changes: [path, "USER 4321:4322"] });
  await upstream.start();
  upstream.add("alpha", await pythonWheel({ name: "alpha", version: "1.0", requires: [] }));
}, TIME);
afterAll(() => upstream.stop());
afterEach(async () => {
  await removeFolders();
  removeCacheFolders();
});

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
    const environment = { PIP_INDEX_URL: upstream.url, PIP_RETRIES: "0", FORGEXEC_CACHE_DIR: cacheFolder() };
    const first = await forgexec(["run"], { cwd, environment });
    expect(first.code === 0 ? "" : first.stderr).toBe("");
    expect(first.stdout).toContain(`1.0 /usr ${join(environment.FORGEXEC_CACHE_DIR, "env")}`);
    // What is made by the image's Python is of no use on the machine.
    expect(first.stdout).toContain("outside without");
    upstream.requests.splice(0);
    const second = await forgexec(["run", "--phase", "install", "--json"], { cwd, environment });
    expect(second.code === 0 ? "" : second.stderr).toBe("");
    expect(upstream.requests).toEqual([]);
  },
  TIME,
);

/** The events of a run that printed them. */
function eventsOf(stdout: string): readonly Record<string, unknown>[] {
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

test(
  "where another image, or none, made the environment that is there, a run says that this is what changed",
  async () => {
    const cwd = await createFolder({ ".forge.yml": "install: [pip --version]\nexecute: [python --version]\n" });
    const environment = { PIP_INDEX_URL: upstream.url, FORGEXEC_CACHE_DIR: cacheFolder() };
    const reasonOf = async (...flags: readonly string[]) => {
      const { code, stdout, stderr } = await forgexec(["run", "--json", ...flags], { cwd, environment });
      expect(code === 0 ? "" : stderr).toBe("");
      return JSON.parse(stdout.trim().split("\n").at(-1) ?? "").cache.reason;
    };
    expect(await reasonOf()).toBe("no environment of this project is there yet");
    // The image has this machine's /usr/bin/python3, which may be the first on PATH.
    expect(await reasonOf("--image", IMAGE)).toMatch(/^(the Python interpreter and )?the image changed$/);
    expect(await reasonOf("--image", USER_IMAGE)).toBe("the image changed");
  },
  TIME,
);

test(
  "the key of an image's environment is shown once its Python is known; the next run takes the environment whole",
  async () => {
    const spec = `image: ${IMAGE}\ninstall: [pip install -q alpha]\nexecute: [python -c "import alpha"]\n`;
    const cwd = await createFolder({ ".forge.yml": spec });
    const environment = { PIP_INDEX_URL: upstream.url, PIP_RETRIES: "0", FORGEXEC_CACHE_DIR: cacheFolder() };
    const before = await forgexec(["plan"], { cwd, environment });
    expect(before.stdout).toContain(`not known: no run has asked the image ${IMAGE} for its Python yet`);
    const elsewhere = await forgexec(["plan", "--image", "localhost/forgexec-no-such:1"], { cwd, environment });
    expect(elsewhere.stdout).toContain("not known: the image localhost/forgexec-no-such:1 is not on this machine");
    const first = await forgexec(["run"], { cwd, environment });
    expect(first.code === 0 ? "" : first.stderr).toBe("");
    const after = await forgexec(["plan", "--json"], { cwd, environment });
    const { cacheKey } = JSON.parse(after.stdout) as { readonly cacheKey: string };
    const second = await forgexec(["run", "--json"], { cwd, environment });
    expect(second.code === 0 ? "" : second.stdout).toBe("");
    const [start, end] = [eventsOf(second.stdout).at(0), eventsOf(second.stdout).at(-1)];
    expect(start).toMatchObject({ type: "run.start", plan: { cacheKey } });
    expect(end).toMatchObject({ type: "run.end", cache: { hit: "exact", key: cacheKey } });
  },
  TIME,
);

test(
  "an image that runs as another user than root has an environment too, which that user may write to",
  async () => {
    const spec = `
image: ${USER_IMAGE}
sandbox: { network: isolated }
pypi: { pip: bundled }
install: [pip install -q alpha]
execute:
  - { run: "id -u > made", shell: true }
  - python -c "import alpha, os; print('version', alpha.VERSION, os.getuid())"
  - pip uninstall -q -y alpha
`;
    const cwd = await createFolder({ ".forge.yml": spec });
    const environment = { PIP_INDEX_URL: upstream.url, PIP_RETRIES: "0", FORGEXEC_CACHE_DIR: cacheFolder() };
    for (const flags of [[], ["--json"], ["--json"]]) {
      const { code, stdout, stderr } = await forgexec(["run", ...flags], { cwd, environment });
      expect(code === 0 ? "" : stdout + stderr).toBe("");
      expect(stdout).toContain("version 1.0 4321");
      expect(flags.length === 0 || eventsOf(stdout).at(-1)).toEqual(
        flags.length === 0 || expect.objectContaining({ cache: expect.objectContaining({ hit: "exact" }) }),
      );
    }
    const own = readdirSync(cwd);
    expect(new Set(own.map((name) => lstatSync(join(cwd, name)).uid))).toEqual(new Set([process.getuid?.()]));
  },
  TIME,
);

test("a Python that an image has not is told of at its place; an image without any runs without an environment, which is said", async () => {
  const asked = await createFolder({ ".forge.yml": `image: ${IMAGE}\npython: "3.6"\nexecute: [python -V]` });
  const environment = { FORGEXEC_CACHE_DIR: cacheFolder() };
  const wrong = await forgexec(["run"], { cwd: asked, environment });
  expect([wrong.code, wrong.stdout]).toEqual([2, ""]);
  expect(wrong.stderr).toMatch(/^\.forge\.yml:2:9: error: The image \S+ has no Python 3\.6 \(it has 3\.\d+/);
  const option = await forgexec(["run", "--python", "3.6"], { cwd: asked, environment });
  expect(option.stderr).toMatch(/^error: The image/);
  const none = await createFolder({ ".forge.yml": `image: ${BARE}\ninstall: [echo installed]\n` });
  const bare = await forgexec(["run"], { cwd: none, environment });
  expect([bare.code, bare.stdout.trim()]).toEqual([0, "installed"]);
  expect(bare.stderr).toContain(
    `The image ${BARE} has no Python: no environment is made, and the commands run with what the image has.`,
  );
  const needed = await createFolder({
    ".forge.yml": `image: ${BARE}\ninstall: [echo installed]\npypi: { pip: bundled }`,
  });
  const refused = await forgexec(["run"], { cwd: needed, environment });
  expect([refused.code, refused.stdout]).toEqual([2, ""]);
  expect(refused.stderr).toContain(`.forge.yml:3:7: error: The image ${BARE} has no Python. Name another image`);
});

const SERVERS = `
pypi:
  pip: bundled
  index-servers:
    some-server: { repository: "http://127.0.0.1:9/upload/", username: builder, password: { env: UPLOAD } }
staging:
  deploy: [python look.py]
  execute: [python look.py]
`;
const LOOK = `
import configparser, os
path = os.path.expanduser("~/.pypirc")
parser = configparser.ConfigParser()
print("read", parser.read(path) == [path])
for name in parser.sections():
    print("section", name, parser[name].get("password"))
if os.path.exists(path):
    print("mode", oct(os.stat(path).st_mode & 0o777), os.stat(path).st_uid == os.getuid())
    try:
        open(path, "a")
    except OSError as error:
        print("error", type(error).__name__, error.errno)
`;

test.each([`image: ${IMAGE}`, `image: ${USER_IMAGE}`, "sandbox: { backend: bubblewrap }"])(
  "deploy phases see the spec's servers in ~/.pypirc, and none of the user's own: %s",
  async (where) => {
    const cwd = await createFolder({ ".forge.yml": `${where}\n${SERVERS}`, "look.py": LOOK });
    mkdirSync(join(cwd, ".home"));
    writeFileSync(join(cwd, ".home/.pypirc"), "[mine]\npassword = my-own\n", { mode: 0o600 });
    const cache = cacheFolder();
    const environment = { PIP_INDEX_URL: upstream.url, UPLOAD: "upload-password", FORGEXEC_CACHE_DIR: cache };
    const { code, stdout, stderr } = await forgexec(["run", "staging", "--json"], { cwd, environment });
    expect(code === 0 ? "" : stdout + stderr).toBe("");
    const output = eventsOf(stdout).filter(({ type }) => type === "output");
    const lines = (phase: string) =>
      output.filter((each) => each.phase === phase).flatMap(({ text }) => String(text).split("\n"));
    expect(lines("staging/deploy").slice(0, 4)).toEqual([
      "read True",
      "section distutils None",
      "section some-server ***",
      "mode 0o600 True",
    ]);
    expect(lines("staging/deploy")[4]).toMatch(/^error (OSError 30|PermissionError 13)$/);
    // The home of this test lies in the workspace, which bubblewrap shows; in an image it is another.
    expect(lines("staging/execute").at(0)).toBe(where.startsWith("image") ? "read False" : "read True");
    expect(readdirSync(join(cache, "env")).filter((name) => name.endsWith(".pypirc"))).toEqual([]);
  },
  TIME,
);
