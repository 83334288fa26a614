import { afterEach, expect } from "@jest/globals";
import { IMAGE, testWithPodman, usePodman } from "../sandbox/container/podman.js";
import { testSandboxes as test } from "../sandbox/support/machine.js";
import { createFolder, forgexec, removeFolders } from "./support.js";

usePodman();
afterEach(removeFolders);

async function call(argv: readonly string[], spec: string) {
  return forgexec(argv, { cwd: await createFolder({ ".forge.yml": spec }) });
}

test.each([
  ["execute: { sandbox: { backend: chroot, network: isolated }, steps: [echo ran] }", 49, "cannot do network"],
  ["sandbox: { capabilities: { drop: [foo] } }\nexecute: [echo ran]", 34, 'capabilities.drop has "foo"'],
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
  expect(stderr).toContain("the sandbox's memory, 1024 bytes, was used up. Raise limits.memory");
});

test("a root that is no folder is told of by name", async () => {
  const { code, stderr } = await call(["run"], "sandbox: { filesystem-root: nowhere }\nexecute: [echo ran]");
  expect(code).toBe(2);
  expect(stderr).toMatch(/\.forge\.yml:1:29: The sandbox: filesystem-root \S+\/nowhere is no folder, or is not there/);
});

test.each([
  ['image: "-bad"', "1:8", "the name of an image"],
  [
    "image: x\nlinting: { sandbox: { backend: none }, steps: [a] }\nsandbox: { backend: chroot }",
    "3:21",
    "cannot do image",
  ],
  ["sandbox: { extra-mounts: [{ type: bind, target: /x }] }", "1:27", "a `source` beside the type `bind`"],
])("validate finds %s", async (line, place, message) => {
  const { code, stderr } = await call(["validate"], `${line}\nexecute: [a]`);
  expect(code).toBe(2);
  expect(stderr).toMatch(new RegExp(`^\\.forge\\.yml:${place}: error: .*${message}`));
});
