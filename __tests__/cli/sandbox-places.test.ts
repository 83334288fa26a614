import { type AddressInfo, createServer } from "node:net";
import { afterEach, expect } from "@jest/globals";
import { IMAGE, testWithPodman, usePodman } from "../sandbox/container/podman.js";
import { testSandboxes as test } from "../sandbox/support/machine.js";
import { useRootFolder } from "../sandbox/support/root-folder.js";
import { cacheFolder, removeCacheFolders } from "./cache-folder.js";
import { createFolder, forgexec, removeFolders } from "./support.js";

usePodman();
const { root } = useRootFolder();
afterEach(async () => {
  await removeFolders();
  removeCacheFolders();
});

async function call(argv: readonly string[], spec: string) {
  return forgexec(argv, { cwd: await createFolder({ ".forge.yml": spec }) });
}

test.each([
  ["execute: { sandbox: { backend: chroot, network: isolated }, steps: [echo ran] }", 49, "cannot do network"],
  ["sandbox: { capabilities: { drop: [foo] } }\nexecute: [echo ran]", 35, 'capabilities.drop has "foo"'],
  ["sandbox: { limits: { cpus: 0.001 } }\nexecute: [echo ran]", 28, "limits.cpus is 0.001"],
  ["sandbox: { backend: container }\nexecute: [echo ran]", 21, "give `image`"],
])("what cannot be had is an error at its place, before anything runs: %s", async (spec, column, message) => {
  const { code, stdout, stderr } = await call(["run"], spec);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(new RegExp(`^\\.forge\\.yml:1:${column}: error: `));
  expect(stderr).toContain(message);
  expect(stderr.split("\n").at(-2)).toMatch(/^ *\^$/);
});

test.each(["run", "plan", "exec"])("%s tells of what goes together nowhere", async (command) => {
  const spec = "image: x\nsandbox:\n  backend: bubblewrap\nexecute: [echo ran]";
  const { code, stdout, stderr } = await call([command, ...(command === "exec" ? ["--", "echo", "ran"] : [])], spec);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(".forge.yml:3:12: error: The bubblewrap sandbox cannot do image");
});

test.each([
  [
    "an option",
    ["--sandbox", "chroot"],
    "sandbox: { network: isolated }",
    /^\.forge\.yml:1:21: error: .*cannot do network/,
  ],
  ["options alone", ["--sandbox", "container"], "environment: {}", /^error: The container sandbox has no files/],
] as const)(
  "what %s asks for is blamed on the spec only where the spec says it",
  async (_what, flags, line, message) => {
    const { code, stderr } = await call(["run", ...flags], `${line}\nexecute: [echo ran]`);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  },
);

testWithPodman(
  "an image that cannot be had is told of at its place, also where only a later phase runs in it, and not by a stage without that phase",
  async () => {
    const spec = `
install: { sandbox: { backend: none }, steps: [echo ran] }
execute: { sandbox: { backend: none }, steps: [echo ran] }
staging: { execute: [echo ran] }
image: localhost/forgexec-no-such:1
`;
    const late = await call(["run", "staging"], spec);
    expect([late.code, late.stdout]).toEqual([2, ""]);
    expect(late.stderr).toContain(
      ".forge.yml:5:8: error: The sandbox: the image localhost/forgexec-no-such:1 is not on",
    );
    const never = await call(["run", "execute"], spec);
    expect([never.code, never.stdout.match(/ran/g)?.length]).toEqual([0, 2]);
    const option = await call(["run", "staging", "--image", IMAGE], spec);
    expect(option.code).toBe(0);
    const named = await call(["run", "staging", "--image", "localhost/forgexec-none:1"], spec);
    expect(named.stderr).toMatch(/(^|\n)error: The sandbox: the image localhost\/forgexec-none:1/);
  },
  60_000,
);

test("limits that are too low for the sandbox itself are said to be", async () => {
  const { code, stderr } = await call(["run"], "sandbox: { limits: { memory: 1KiB } }\nexecute: [echo ran]");
  expect(code).toBe(2);
  expect(stderr).toContain("the sandbox's memory, 1KiB, was used up. Raise limits.memory");
});

test("a root that is no folder is told of by name", async () => {
  const { code, stderr } = await call(["run"], "sandbox: { filesystem-root: nowhere }\nexecute: [echo ran]");
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /\.forge\.yml:1:29: error: The sandbox: filesystem-root \S+\/nowhere is no folder, or is not there/,
  );
});

/** The findings of a call, without the lines that show their places. */
const findings = (stderr: string): readonly string[] =>
  stderr.split("\n").filter((line) => /^\S*\.forge\.yml:/.test(line));

test.each([
  ["extra-mounts: [{ type: bind, source: /nowhere, target: /mnt }]", 39, "/nowhere cannot be mounted"],
  ["filesystem-root: /nowhere", 19, "filesystem-root /nowhere is no folder"],
  ["filesystem-writable-paths: [/tmp, /nowhere]", 36, "filesystem-writable-paths has /nowhere, which is not there"],
  ["limits: { device-read-bps: { /dev/nowhere: 1MiB } }", 31, "the device /dev/nowhere, which is not there"],
  ["limits: { device-write-bps: { /dev/null: 1MiB } }", 32, "/dev/null, which is no block device"],
  ["extra-mounts: [{ type: tmpfs, target: /mnt, options: bogus=1 }]", 55, 'option "bogus=1" of the tmpfs mount'],
  ["backend: chroot, extra-mounts: [{ type: tmpfs, target: /mnt, options: bogus=1 }]", 34, "/mnt could not be mounted"],
  ["limits: { memory: 10KiB }", 20, "memory, 10KiB, was used up"],
  ["limits: { pids: 1 }", 18, "limits.pids allows no more"],
  ["backend: chroot, limits: { pids: 2 }", 35, "The sandbox: a process could not be started"],
  ["limits: { open-files: 3 }", 24, "limits.open-files is 3, too low for any command to be started"],
  ["limits: { open-files: 1 }", 24, "limits.open-files is 1, too low for any command to be started\n"],
  ["backend: none, limits: { open-files: 3 }", 39, "limits.open-files is 3"],
  ["limits: { open-files: 4000000000 }", 24, "limits.open-files is 4000000000, above this process's hard limit of "],
])("what a later phase cannot have is told of before anything runs: %s", async (asked, column, message) => {
  const spec = `linting: [echo ran]\nexecute:\n  steps: [echo ran]\n  sandbox:\n    { ${asked} }`;
  const { code, stdout, stderr } = await call(["run"], spec);
  expect([code, stdout]).toEqual([2, ""]);
  expect(findings(stderr)).toEqual([expect.stringContaining(`.forge.yml:5:${column + 5}: error: `)]);
  expect(stderr).toContain(message);
  expect(stderr.split("\n").at(-2)).toMatch(/^ *\^$/);
});

test.each([
  ["sandbox: {}\nexecute:\n  - { run: pwd, working-directory: /run/nowhere }", "3:36"],
  ["sandbox: {}\nexecute:\n  steps:\n    - run: pwd\n      working-directory: /run/nowhere", "5:26"],
  [
    "sandbox: { filesystem-writable-paths: none }\nexecute: [echo ran, { run: pwd, working-directory: /run/nowhere }]",
    "2:52",
  ],
  [
    "sandbox: { extra-mounts: [{ type: tmpfs, target: /opt }] }\nlinting: [echo ran]\nexecute: [{ run: pwd, working-directory: /opt/x }]",
    "3:42",
  ],
])("a step that would start in what the sandbox hides is told of before anything runs: %s", async (spec, place) => {
  const { code, stdout, stderr } = await call(["run"], spec);
  expect([code, stdout]).toEqual([2, ""]);
  expect(findings(stderr)).toEqual([
    expect.stringContaining(`.forge.yml:${place}: error: The command cannot start in /`),
  ]);
});

test("a step may start in what the sandbox hides where one before it has made the folder, or the spec shows it", async () => {
  const made = "sandbox: {}\nexecute: [mkdir -p /run/made, { run: pwd, working-directory: /run/made }]";
  const shown =
    "sandbox: { extra-mounts: [{ type: bind, source: /usr, target: /run/shown }] }\nexecute: [{ run: pwd, working-directory: /run/shown/bin }]";
  const tmpfs =
    "sandbox: { filesystem-writable-paths: [/opt], extra-mounts: [{ type: tmpfs, target: /opt }] }\nexecute: [mkdir /opt/x, { run: pwd, working-directory: /opt/x }]";
  for (const [spec, folder] of [
    [made, "/run/made"],
    [shown, "/run/shown/bin"],
    [tmpfs, "/opt/x"],
  ] as const) {
    const { code, stdout } = await call(["run"], spec);
    expect([code, stdout.trim()]).toEqual([0, folder]);
  }
});

test("what several phases cannot have is told of at once", async () => {
  const spec = `linting: { sandbox: { filesystem-root: /no }, steps: [echo ran] }
execute: { sandbox: { extra-mounts: [{ type: bind, source: /nor, target: /a }, { type: bind, source: /not, target: /b }] }, steps: [echo ran] }`;
  const { code, stdout, stderr } = await call(["run"], spec);
  expect([code, stdout]).toEqual([2, ""]);
  expect(findings(stderr)).toEqual([/\/no /, /\/nor /, /\/not /].map((path) => expect.stringMatching(path)));
});

test("what an earlier phase may make is waited for; where it is not there then, that is said once, at its place", async () => {
  const spec = (making: string) =>
    `linting: [${making}]\nexecute: { sandbox: { extra-mounts: [{ type: bind, source: made, target: /mnt }] }, steps: [ls /mnt] }`;
  const made = await call(["run"], spec("mkdir -p made/inside"));
  expect([made.code, made.stdout.trim()]).toEqual([0, "inside"]);
  const { code, stdout, stderr } = await call(["run"], spec("echo linted"));
  expect([code, stdout.trim()]).toEqual([2, "linted"]);
  expect(stderr.match(/\.forge\.yml:2:60: The sandbox: \S+\/made cannot be mounted/g)).toHaveLength(1);
  expect(stderr).not.toContain("warning");
});

testWithPodman("a port of the machine that is taken is told of before anything runs", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const spec = `image: ${IMAGE}\nports: { ${port}: 80 }\nexecute: [echo ran]`;
  const { code, stdout, stderr } = await call(["run"], spec).finally(() => server.close());
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(`.forge.yml:2:10: error: The sandbox: the port ${port} cannot be published`);
});

test.each([
  [
    "sandbox: { limits: { memory: 0 }, extra-mounts: [{ type: tmpfs, target: / }], capabilities: { drop: [nonesuch, chown, other] } }",
    [30, 50, 102, 119],
  ],
  ["sandbox: { backend: none, network: isolated, filesystem-writable-paths: none }", [36, 73]],
  ["sandbox: { backend: none, network: isolated, limits: { memory: 0 }, degrade: true }", [64]],
  ["image: x\nports: { 80: 80 }\nsandbox: { network: isolated }", [21]],
  ["sandbox: { backend: container, limits: { memory: 0 } }", [21, 50]],
  ["sandbox: { extra-mounts: [{ type: tmpfs, target: /opt, options: size=much }] }", [65]],
])("validate and plan find all that no machine can do, as run does: %s", async (asked, columns) => {
  for (const command of ["validate", "plan", "run"]) {
    const { code, stderr } = await call([command], `${asked}\nexecute: [echo ran]`);
    expect(code).toBe(2);
    expect(findings(stderr).map((line) => Number(line.split(":")[2]))).toEqual(columns);
  }
});

test.each(["run", "plan"])("a bad name of an image is bad usage of %s, whatever may be left out", async (command) => {
  for (const spec of ["sandbox: { degrade: true }\nexecute: [echo ran]", "execute: [echo ran]"]) {
    const { code, stdout, stderr } = await call([command, "--image", "Bad Img"], spec);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toBe('error: The sandbox: image is "Bad Img", which is no name of a container image\n');
  }
});

test("a root without the build's Python has no environment, which is said", async () => {
  const cwd = await createFolder({
    ".forge.yml": `sandbox: { filesystem-root: ${root} }\ninstall: [{ run: 'echo "\${VIRTUAL_ENV:-without}"', shell: true }]`,
  });
  const environment = { FORGEXEC_CACHE_DIR: cacheFolder() };
  const { code, stdout, stderr } = await forgexec(["run"], { cwd, environment });
  expect([code, stdout.trim()]).toEqual([0, "without"]);
  expect(stderr).toMatch(/environment is not there in \S+\/root: it was made by \S+, which that root does not have/);
});

test.each([
  ['image: "-bad"', "1:8", "the name of an image"],
  [
    "image: x\nlinting: { sandbox: { backend: none }, steps: [a] }\nsandbox: { backend: chroot }",
    "3:21",
    "cannot do image",
  ],
  [
    "sandbox: { extra-mounts: [{ type: bind, target: /x }] }",
    "1:27",
    "a `source` beside the type `bind`: the folder or file that is mounted.\n",
  ],
])("validate finds %s", async (line, place, message) => {
  const { code, stderr } = await call(["validate"], `${line}\nexecute: [a]`);
  expect(code).toBe(2);
  expect(stderr).toMatch(new RegExp(`^\\.forge\\.yml:${place}: error: .*${message}`));
});
