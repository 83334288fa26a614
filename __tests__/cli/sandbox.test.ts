import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect } from "@jest/globals";
import { local } from "../sandbox/support/local.js";
import { testEverybodys as test, testLimits } from "../sandbox/support/machine.js";
import { createdFolders, createFolder, forgexec, removeFolders } from "./support.js";

afterEach(async () => {
  // Other tests of this machine may mount things of their own meanwhile.
  const mounts = readFileSync("/proc/self/mountinfo", "utf8");
  expect(createdFolders().filter((folder) => mounts.includes(folder))).toEqual([]);
  await removeFolders();
});

/** Runs a spec in a folder of its own. */
async function run(spec: string, files: Readonly<Record<string, string>> = {}, ...flags: readonly string[]) {
  const cwd = await createFolder({ ".forge.yml": spec, ...files });
  return { cwd, ...(await forgexec(["run", ...flags], { cwd, environment: { FORGE_DECRYPTION_KEY: "geheim-4711" } })) };
}

test("two lines shut the build in: no network, services and their checks in one of its own, the workspace at its path", async () => {
  const server = createServer((socket) => socket.end("outside\n"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  try {
    const { code, stdout, stderr, cwd } = await run(
      `
sandbox:
  network: isolated
execute:
  - background: /bin/busybox httpd -f -p 127.0.0.1:8017
    ready: { http: "http://127.0.0.1:8017/index.txt", timeout: 20s }
  - background: [sh -c 'touch up; exec sleep 600']
    ready: { command: test -e up, timeout: 20s }
  - background: /bin/busybox nc -ll -p 8018 -e /bin/true
    ready: { tcp: 8018, timeout: 20s }
  - /bin/busybox wget -q -O - http://127.0.0.1:8017/index.txt
  - { run: "/bin/busybox nc -w 2 127.0.0.1 ${port}", continue-on-error: true }
  - { run: "pwd; echo made > made", shell: true }
`,
      { "index.txt": "from the service\n" },
    );
    expect(code === 0 ? "" : stderr).toBe("");
    expect(stdout).toContain("from the service");
    expect(stdout).not.toContain("outside");
    expect(stdout).toContain(cwd);
    expect(stderr).toContain("is ready");
    expect(readFileSync(join(cwd, "made"), "utf8")).toBe("made\n");
  } finally {
    server.close();
  }
});

test("commands see neither forgexec nor the secrets it was given, nor the home, nor what is read-only", async () => {
  const probe = `
cat /proc/[0-9]*/environ /proc/[0-9]*/cmdline 2> /dev/null | tr '\\0' '\\n' | grep -c '[g]eheim-4711' || echo no secret
ls -A ~root "$HOME"
(echo x > /etc/forgexec-was-here) 2> /dev/null || echo read-only
(echo x > /proc/self/root/etc/forgexec-was-here) 2> /dev/null || echo still read-only
kill -0 ${process.pid} 2> /dev/null || echo nobody
`;
  const { code, stdout, stderr } = await run("sandbox: { filesystem-writable-paths: none }\nexecute: [sh probe.sh]", {
    "probe.sh": probe,
  });
  expect(code === 0 ? "" : stderr).toBe("");
  expect(stdout).toContain("no secret");
  for (const line of ["read-only", "still read-only", "nobody"]) expect(stdout).toMatch(new RegExp(`^ *${line}$`, "m"));
});

test("a link does not lead a step's standard input out of the workspace", async () => {
  const cwd = await createFolder({
    ".forge.yml": "sandbox: { backend: bubblewrap }\nexecute:\n  - ln -s ../secret link\n  - { run: cat, stdin: link }",
  });
  const project = join(cwd, "project");
  mkdirSync(project);
  writeFileSync(join(cwd, "secret"), "hidden\n");
  writeFileSync(join(project, ".forge.yml"), readFileSync(join(cwd, ".forge.yml")));
  const { code, stdout, stderr } = await forgexec(["run"], { cwd: project });
  expect([code, stdout]).toEqual([126, ""]);
  expect(stderr).toContain("leads out of");
});

test("the folder of the spec is the workspace where commands run in one below", async () => {
  const cwd = await createFolder({ ".forge.yml": "sandbox: { backend: bubblewrap }\nexecute: [cat ../above]" });
  mkdirSync(join(cwd, "below"));
  writeFileSync(join(cwd, "above"), "from above\n");
  const { code, stdout } = await forgexec(["run", "--directory", "below"], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain("from above");
});

testLimits("a limit that was met is told as the failure's cause", async () => {
  const { code, stderr } = await run(
    "sandbox: { limits: { memory: 64MiB, pids: 64 } }\nexecute: [dd if=/dev/zero of=/dev/null bs=300M count=1]",
  );
  expect(code).not.toBe(0);
  expect(stderr).toContain("memory, 64MiB, was used up");
});

testLimits("beside a limit that was met, what the command had written is not told again", async () => {
  const { stdout } = await run(
    `sandbox: { limits: { memory: 64MiB } }
execute: [{ run: "echo about to >&2; exec dd if=/dev/zero of=/dev/null bs=300M count=1", shell: true }]`,
    {},
    "--json",
  );
  const events = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const text = events.flatMap((event) => (event.type === "output" ? event.text.split("\n") : []));
  expect(text).toEqual(["about to", expect.stringMatching(/^forgexec: .*limits\.memory/)]);
});

test("what is not there, in the sandbox, is told as outside", async () => {
  const { code, stderr } = await run("sandbox: { backend: bubblewrap }\nexecute: [no-such-program]");
  expect(code).toBe(127);
  expect(stderr).toContain("no-such-program was not found in the sandbox");
});

test("the sandbox's time limit ends a command", async () => {
  const { code, stderr } = await run("sandbox: { limits: { timeout: 1s } }\nexecute: [sleep 600]");
  expect(code).toBe(124);
  expect(stderr).toContain("longer than its timeout of 1s");
});

/** What each backend cannot do anywhere. */
const impossible = {
  chroot: { asked: "network: isolated", told: "network" },
  bubblewrap: { asked: "extra-mounts: [{ type: bind, source: /etc, target: /mnt, options: noexec }]", told: "noexec" },
} as const;

test.each(local)("what $name cannot do is an error before anything runs", async ({ name }) => {
  const { asked, told } = impossible[name];
  const { code, stdout, stderr } = await run(`sandbox: { backend: ${name}, ${asked} }\nexecute: [echo ran]`);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(new RegExp(`the ${name} sandbox cannot do .*${told}`));
  expect(stderr).toContain("degrade: true");
});

describe.each(local)("$name", ({ name, test }) => {
  test("what it cannot do is a warning where the spec says degrade", async () => {
    const { asked, told } = impossible[name];
    const spec = `sandbox: { backend: ${name}, ${asked}, degrade: true }\nexecute: [echo ran]`;
    const { code, stdout } = await run(spec, {}, "--json");
    expect(code).toBe(0);
    const events = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(events.filter(({ type }) => type === "warning")).toEqual([
      expect.objectContaining({ code: "sandbox-degraded", message: expect.stringContaining(told) }),
    ]);
  });
});

test("a sandbox that nobody named is the machine's variable's, as planned", async () => {
  const cwd = await createFolder({
    ".forge.yml": "sandbox: { filesystem-writable-paths: none }\nexecute: [ls /proc/1]",
  });
  const named = (name: string) => ({ cwd, environment: { FORGEXEC_SANDBOX: name } });
  expect((await forgexec(["plan"], named("chroot"))).stdout).toContain("sandbox: chroot (FORGEXEC_SANDBOX)");
  const open = await forgexec(["run"], named("none"));
  expect([open.code, open.stdout]).toEqual([0, expect.stringContaining("environ")]);
  expect(open.stderr).toContain("FORGEXEC_SANDBOX is none");
  for (const command of ["plan", "run"]) {
    const { code, stdout, stderr } = await forgexec([command], named("jail"));
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain('FORGEXEC_SANDBOX: There is no sandbox "jail"');
  }
});

test("what the variable's sandbox cannot do is told of with the variable", async () => {
  const cwd = await createFolder({ ".forge.yml": "sandbox: { network: isolated }\nexecute: [echo ran]" });
  const { code, stdout, stderr } = await forgexec(["run"], { cwd, environment: { FORGEXEC_SANDBOX: "chroot" } });
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/1:21.*chroot sandbox cannot do network.*FORGEXEC_SANDBOX names this backend/s);
});

test("SIGINT ends what runs in the sandbox, background services too", async () => {
  const cwd = await createFolder({
    ".forge.yml":
      "sandbox: { network: isolated }\nexecute:\n  - background: sleep 4711.25\n  - { run: echo going; exec sleep 4711.5, shell: true }",
  });
  const { code } = await forgexec(["run"], {
    cwd,
    onOutput: (text, send) => {
      if (text.includes("going")) send("SIGINT");
    },
  });
  expect(code).toBe(130);
  expect(commandLines()).not.toMatch(/sleep\0(?:4711\.25|4711\.5)/);
});

/** Of every process, its words joined by NUL. */
function commandLines(): string {
  const read = (pid: string): string => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    } catch {
      return "";
    }
  };
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(read)
    .join("\n");
}

test("exec runs in the sandbox of the phase where tests run", async () => {
  const cwd = await createFolder({ ".forge.yml": "sandbox: { backend: bubblewrap }\nexecute: [echo]" });
  // Process 1 is bubblewrap, which hides itself.
  const script = "[ -d /proc/1 ] && [ ! -e /proc/1/comm ] && [ -e /proc/2/comm ] && exit 7";
  const { code } = await forgexec(["exec", "--", "sh", "-c", script], { cwd });
  expect(code).toBe(7);
});

test("exec tells of a command that is not there, inside", async () => {
  const cwd = await createFolder({ ".forge.yml": "sandbox: { backend: bubblewrap }\nexecute: [echo]" });
  const { code, stderr } = await forgexec(["exec", "--", "no-such-program"], { cwd });
  expect([code, stderr]).toEqual([127, "error: no-such-program: not found in the sandbox\n"]);
});
