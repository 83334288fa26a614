import { basename, dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect } from "@jest/globals";
import { TestUpstream } from "../index-server/upstream.js";
import { pythonWheel } from "../index-server/wheels.js";
import { local } from "../sandbox/support/local.js";
import { sandboxesWork, testEverybodys as test } from "../sandbox/support/machine.js";
import { createFolder, forgexec, removeFolders } from "./support.js";

const upstream = new TestUpstream();

beforeAll(async () => {
  if (!sandboxesWork) return;
  await upstream.start();
  for (const name of ["alpha", "beta"]) {
    upstream.add(name, await pythonWheel({ name, version: "1.0", requires: [] }));
  }
});
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

test("an isolated build installs through the index; after install it has what is kept, and reaches nobody", async () => {
  const cwd = await createFolder({ ".forge.yml": SPEC.replace("UPSTREAM", upstream.url) });
  const { code, stdout, stderr } = await run(cwd);
  expect(code === 0 ? "" : stderr).toBe("");
  expect(stdout).toContain("alpha 1.0");
  expect(stderr).toContain("No matching distribution found for beta");
  expect(stderr).toMatch(/no page of beta is kept, and to a sandbox with an isolated network, outside of `install`,/);
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
});

test("without a package cache it has the index all the same", async () => {
  const cwd = await createFolder({ ".forge.yml": SPEC.replace("UPSTREAM", upstream.url) });
  const { code, stderr } = await run(cwd, "--no-cache", "--phase", "install");
  expect(code === 0 ? "" : stderr).toBe("");
});

test("the environment is read-only after install where the system is, and may be named", async () => {
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
});

const SMUGGLE = `
import configparser, os, socket
from urllib.parse import urlsplit
parser = configparser.ConfigParser()
parser.read(os.environ["PIP_CONFIG_FILE"])
urls = (os.environ["PIP_INDEX_URL"] + " " + parser["install"]["extra-index-url"]).split()
port = urlsplit(urls[0]).port
roots = sorted({urlsplit(url).path for url in urls if urlsplit(url).port == port})
print("roots", len(roots))
host = "Host: 127.0.0.1\\r\\n"
get = lambda path, more="": ("GET %s HTTP/1.1\\r\\n%s%s\\r\\n" % (path, host, more)).encode()
tries = [get(root + "beta/") for root in roots]
tries += [get(root + "beta/", "Cache-Control: no-cache\\r\\nAccept: application/vnd.pypi.simple.v1+json\\r\\n") for root in roots]
tries += [get("UPSTREAM" + "beta/"), get("//" + "UPSTREAM".split("//")[1] + "beta/"), get("/simple/../simple/beta/"), get("/simple/%2e%2e/beta/")]
tries += [b"CONNECT UPSTREAMHOST HTTP/1.1\\r\\nHost: UPSTREAMHOST\\r\\n\\r\\n", get("/simple/beta/", "Upgrade: websocket\\r\\nConnection: Upgrade\\r\\n")]
inner = get("/simple/beta/smuggled/")
tries += [get("/simple/beta/", "Content-Length: 4\\r\\nTransfer-Encoding: chunked\\r\\n") + b"0\\r\\n\\r\\n" + inner]
tries += [get("/simple/alpha/", "Content-Length: 0\\r\\n") + inner, get("/simple/beta/") * 3]
tries += [("POST /simple/beta/ HTTP/1.1\\r\\n%sContent-Length: 2\\r\\n\\r\\nhi" % host).encode()]
for words in tries:
    with socket.create_connection(("127.0.0.1", port), 20) as link:
        link.settimeout(20)
        link.sendall(words)
        try:
            link.shutdown(socket.SHUT_WR)
            answer = link.recv(65536)
        except OSError as error:
            answer = repr(error).encode()
    print("answer", answer.split(b"\\r\\n")[0].decode())
`;

test("after install no request to the index, of whatever kind, leads to an upstream, the further ones included; nor does a service of install", async () => {
  const further = new TestUpstream();
  await further.start();
  try {
    for (const name of ["alpha", "beta"]) {
      further.add(name, await pythonWheel({ name, version: "1.0", requires: [] }));
    }
    const spec = `
sandbox: { network: isolated, backend: bubblewrap }
pypi: { pip: bundled, extra-index-url: ${further.url} }
install:
  - background: [sh -c 'while sleep 0.2; do pip download -q --no-deps --no-cache-dir --dest out beta; done']
  - pip install -q alpha
execute: [python smuggle.py]
`;
    const host = new URL(upstream.url).host;
    const script = SMUGGLE.replaceAll("UPSTREAMHOST", host).replaceAll("UPSTREAM", upstream.url);
    const cwd = await createFolder({ ".forge.yml": spec, "smuggle.py": script });
    const environment = { PIP_INDEX_URL: upstream.url, PIP_RETRIES: "0", FORGEXEC_CACHE_DIR: join(cwd, ".cache") };
    let asked = -1;
    const requests = () => upstream.requests.length + further.requests.length;
    const { code, stdout, stderr } = await forgexec(["run"], {
      cwd,
      environment,
      onOutput: (text) => {
        if (text.includes("roots 2") && asked < 0) asked = requests();
      },
    });
    expect(code === 0 ? "" : stderr).toBe("");
    expect(stdout.match(/answer /g)?.length).toBeGreaterThan(10);
    expect(requests()).toBe(asked);
  } finally {
    await further.stop();
  }
});

describe.each(local)("$name", ({ name, test }) => {
  test("a tmpfs of the spec's does not cover the environment, nor what belongs to it, where these lie in its folder", async () => {
    const cache = await createFolder();
    const spec = `
sandbox: { backend: ${name}, filesystem-writable-paths: none, extra-mounts: [{ type: tmpfs, target: ${dirname(cache)} }] }
pypi: { pip: bundled }
install: [pip install -q alpha]
execute:
  - python -c "import alpha; print('alpha', alpha.VERSION)"
  - ls ${dirname(cache)}
`;
    const cwd = await createFolder({ ".forge.yml": spec });
    const environment = { PIP_INDEX_URL: upstream.url, PIP_RETRIES: "0", FORGEXEC_CACHE_DIR: cache };
    const { code, stdout, stderr } = await forgexec(["run"], { cwd, environment });
    expect(code === 0 ? "" : stderr).toBe("");
    const lines = stdout
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    expect(lines.toSorted()).toEqual(["alpha 1.0", basename(cache), basename(cwd)].toSorted());
  });
});

test("uv is told to copy, since no link leads from its cache to the environment, unless the machine or the spec says how", async () => {
  const modeOf = async (set: string, more: Readonly<Record<string, string>> = {}) => {
    const spec = `sandbox: { backend: bubblewrap }\n${set}install: [pip --version]\nexecute: [{ run: 'echo "mode $UV_LINK_MODE"', shell: true }]`;
    const cwd = await createFolder({ ".forge.yml": spec });
    const { stdout } = await forgexec(["run"], { cwd, environment: more });
    return /mode \w*/.exec(stdout)?.[0];
  };
  expect(await modeOf("")).toBe("mode copy");
  expect(await modeOf("", { UV_LINK_MODE: "symlink" })).toBe("mode symlink");
  expect(await modeOf("environment: { UV_LINK_MODE: hardlink }\n")).toBe("mode hardlink");
});
