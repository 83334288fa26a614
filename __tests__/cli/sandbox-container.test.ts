import { readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, expect } from "@jest/globals";
import { executable } from "../sandbox/container/executable.js";
import { IMAGE, podman, testWithPodman as test, USER_IMAGE, usePodman } from "../sandbox/container/podman.js";
import { createFolder, forgexec, type Given, removeFolders } from "./support.js";

usePodman();
afterEach(removeFolders);
const TIME = 60_000;

async function run(spec: string, given: Given & { readonly flags?: readonly string[] } = {}) {
  const { flags = [], ...rest } = given;
  const cwd = await createFolder({ ".forge.yml": spec });
  return { cwd, ...(await forgexec(["run", ...flags], { cwd, ...rest })) };
}

test(
  "an image is what every phase runs in: its programs, the workspace at its path, and of the machine's variables the build's",
  async () => {
    const environment = {
      CI: "true",
      GITHUB_SHA: "abc",
      PYTHONUNBUFFERED: "0",
      RUNNER_OS: "Linux",
      RUNNER_TRACKING_ID: "t",
      SECRET_OF_THE_MACHINE: "x",
      FORGE_DECRYPTION_KEY: "geheim-4711",
    };
    const { cwd, code, stdout, stderr } = await run(
      `
image: ${IMAGE}
environment: { MINE: "yes" }
linting: [{ run: "pwd; echo made > made; ls -A /", shell: true }]
execute: [env, { run: "cat /proc/[0-9]*/environ | tr '\\\\0' '\\\\n' | grep -c '[g]eheim' || echo no secret", shell: true }]
`,
      { environment },
    );
    expect(code === 0 ? "" : stderr).toBe("");
    const lines = stdout.split("\n").map((line) => line.trim());
    expect(lines).toEqual(expect.arrayContaining([cwd, "FROM_IMAGE=yes", "MINE=yes", "CI=true", "no secret"]));
    expect(lines).toEqual(
      expect.arrayContaining(["PYTHONUNBUFFERED=1", "GITHUB_SHA=abc", "RUNNER_OS=Linux", "FORGE_ACTION=execute"]),
    );
    expect(stdout).not.toMatch(/SECRET_OF_THE_MACHINE|FORGE_DECRYPTION_KEY/);
    expect(readFileSync(join(cwd, "made"), "utf8")).toBe("made\n");
  },
  TIME,
);

test(
  "services of a phase answer its commands, are asked from inside, and are published",
  async () => {
    const port = await freePort();
    const spec = `
image: ${IMAGE}
ports: { ${port}: 8099 }
linting:
  sandbox: { network: isolated }
  steps:
    - background: httpd -f -p 127.0.0.1:8099
      ready: { http: "http://127.0.0.1:8099/page", timeout: 30s }
    - { run: "wget -q -O - http://127.0.0.1:8099/page; ls /sys/class/net", shell: true }
execute:
  - background: httpd -f -p 8099
    ready: { tcp: 8099, timeout: 30s }
  - { run: "wget -q -O - http://127.0.0.1:8099/page; echo ask me now; until [ -e asked ]; do usleep 20000; done", shell: true }
`;
    const cwd = await createFolder({ ".forge.yml": spec, page: "the page\n" });
    let asked: Promise<string> | undefined;
    const { code, stdout, stderr } = await forgexec(["run"], {
      cwd,
      onOutput: (text) => {
        if (!text.includes("ask me now")) return;
        asked ??= fetch(`http://127.0.0.1:${port}/page`)
          .then((answer) => answer.text())
          .finally(() => writeFileSync(join(cwd, "asked"), ""));
      },
    });
    expect(code === 0 ? "" : stderr).toBe("");
    expect(stdout.trim().split(/\n */)).toEqual(["the page", "lo", "the page", "ask me now"]);
    expect(await asked).toBe("the page\n");
  },
  TIME,
);

test(
  "a service that can no longer be asked whether it is ready fails, with the reason",
  async () => {
    const folder = await createFolder();
    executable(join(folder, "nsenter"), "echo broken >&2; exit 1");
    const path = process.env.PATH;
    process.env.PATH = `${folder}:${path}`;
    try {
      const background = "{ background: sleep 300, ready: { tcp: 8099, timeout: 30s } }";
      const { code, stderr, stdout } = await run(`image: ${IMAGE}\nexecute: [${background}, echo ran]`, {
        flags: ["--json", "--no-cache"],
      });
      expect([code, stderr]).toEqual([1, ""]);
      expect(stdout).toContain("ready.tcp cannot be asked: The sandbox: its network could not be entered: broken");
      const events = stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
      expect(events.at(-1)).toMatchObject({ type: "run.end", result: "failure", exitCode: 1 });
      const ends = events.filter(({ type }) => type === "step.end");
      expect(ends.map(({ step, result }) => [step, result])).toEqual([
        [0, "failure"],
        [1, "skipped"],
      ]);
    } finally {
      process.env.PATH = path;
    }
  },
  TIME,
);

test(
  "an image that runs as another user writes the workspace, and what it made is the caller's afterwards; its own variables stand",
  async () => {
    const { cwd, code, stdout, stderr } = await run(
      `image: ${USER_IMAGE}\nexecute: [{ run: "echo unbuffered $PYTHONUNBUFFERED; echo made > made", shell: true }]`,
    );
    expect(code === 0 ? "" : stderr).toBe("");
    expect(stdout.trim()).toBe("unbuffered 0");
    expect(statSync(join(cwd, "made")).uid).toBe(statSync(cwd).uid);
  },
  TIME,
);

test(
  "an image that cannot be had is a clear error before anything runs; --image names another",
  async () => {
    const spec = "image: localhost/forgexec-no-such:1\nexecute: [echo ran]";
    const { code, stdout, stderr } = await run(spec);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("the image localhost/forgexec-no-such:1 is not on this machine");
    const other = await run(spec, { flags: ["--image", IMAGE] });
    expect([other.code, other.stdout.trim()]).toEqual([0, "ran"]);
  },
  TIME,
);

test("a container without an image is an error that says what to do", async () => {
  const { code, stderr } = await run("sandbox: { backend: container }\nexecute: [echo ran]");
  expect(code).toBe(2);
  expect(stderr).toContain("give `image` (--image) a name");
});

test(
  "what bubblewrap cannot do with an image is an error",
  async () => {
    const { code, stdout, stderr } = await run(
      `image: ${IMAGE}\nsandbox: { backend: bubblewrap }\nexecute: [echo ran]`,
    );
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("cannot do image");
  },
  TIME,
);

test(
  "an image without Python has no environment, with a notice; python and pypi make it an error before anything runs",
  async () => {
    const { code, stdout, stderr } = await run(`image: ${IMAGE}\ninstall: [echo ran]`);
    expect([code, stdout.trim()]).toEqual([0, "ran"]);
    expect(stderr).toContain(`The image ${IMAGE} has no Python`);
    const asked = await run(`image: ${IMAGE}\npython: "3"\nexecute: [echo ran]`);
    expect([asked.code, asked.stdout]).toEqual([2, ""]);
    expect(asked.stderr).toContain("has no Python 3");
  },
  TIME,
);

test("an image and another root are one too many", async () => {
  const { code, stderr } = await run(`image: ${IMAGE}\nsandbox: { filesystem-root: . }\nexecute: [echo ran]`);
  expect(code).toBe(2);
  expect(stderr).toContain("leave one of them out");
});

test(
  "SIGINT leaves no container",
  async () => {
    const { code } = await run(
      `image: ${IMAGE}\nexecute: [{ background: sleep 600 }, { run: "echo going; sleep 600", shell: true }]`,
      {
        onOutput: (text, send) => {
          if (text.includes("going")) send("SIGINT");
        },
      },
    );
    expect(code).toBe(130);
    expect(podman("ps", "--all", "--quiet")).toBe("");
  },
  TIME,
);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test(
  "limits that are too low for the container itself are said to be",
  async () => {
    const { code, stdout, stderr } = await run(
      `image: ${IMAGE}\nsandbox: { limits: { memory: 4KiB } }\nexecute: [echo ran]`,
    );
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/\.forge\.yml:2:\d+: .*limits\.memory is too low to start a container/);
  },
  TIME,
);
