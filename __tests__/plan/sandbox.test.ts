import { expect, test } from "@jest/globals";
import { planTable } from "../../src/report/index.js";
import { planOf } from "../support/plan.js";

const sandboxOf = (text: string, more: Parameters<typeof planOf>[1] = {}) => planOf(text, more).phases.at(-1)?.sandbox;

test("without a sandbox and an image, commands run on the machine as they are", () => {
  expect(sandboxOf("execute: [a]")).toBeNull();
  expect(sandboxOf("sandbox: { backend: none }\nexecute: [a]")).toBeNull();
});

test("two lines are enough: the backend is the best that there is, the workspace the folder of the commands", () => {
  expect(sandboxOf("sandbox:\n  network: isolated\nexecute: [a]")).toEqual({
    backend: "auto",
    image: null,
    ports: [],
    workspace: "/project",
    lacking: "refused",
    configuration: { network: "isolated" },
  });
});

test("an image means a container", () => {
  const text = "image: debian\nports: { 80: 8080 }\nexecute: [a]";
  expect(sandboxOf(text)).toMatchObject({
    backend: "container",
    image: "debian",
    ports: [{ host: 80, sandbox: 8080 }],
  });
  expect(sandboxOf(text, { image: "alpine" })).toMatchObject({ image: "alpine" });
  expect(sandboxOf("execute: [a]", { image: "alpine" })).toMatchObject({ backend: "container", image: "alpine" });
});

test("a phase's keys stand before the spec's, those of limits one by one; relative paths start from the folder", () => {
  const text = `
sandbox: { backend: chroot, network: isolated, filesystem-root: root, limits: { memory: 1GiB, pids: 9 } }
execute:
  sandbox: { backend: bubblewrap, filesystem-writable-paths: [build], limits: { pids: 5 }, degrade: true }
  steps: [a]`;
  expect(sandboxOf(text, { workspace: "/" })).toEqual({
    backend: "bubblewrap",
    image: null,
    ports: [],
    workspace: "/",
    lacking: "left-out",
    configuration: {
      network: "isolated",
      filesystemRoot: "/project/root",
      filesystemWritablePaths: ["/project/build"],
      limits: { memory: "1GiB", pids: 5 },
    },
  });
});

test("a phase that says none has no sandbox, whatever the spec asks of one", () => {
  const text = "image: x\nsandbox: { network: isolated }\nexecute: { sandbox: { backend: none }, steps: [a] }";
  expect(sandboxOf(text)).toBeNull();
});

test("--sandbox none runs without, and is told of where the spec asks for one", () => {
  const plan = planOf("sandbox: { network: isolated }\nexecute: [a]", { sandbox: "none" });
  expect(plan.phases[0]?.sandbox).toBeNull();
  expect(plan.warnings).toEqual([{ code: "no-sandbox", message: expect.stringContaining("--sandbox none") }]);
  expect(planOf("execute: [a]", { sandbox: "none" }).warnings).toEqual([]);
});

test("--sandbox stands before the spec's backend, and one that there is not is refused", () => {
  expect(sandboxOf("execute: [a]", { sandbox: "bubblewrap" })).toMatchObject({ backend: "bubblewrap" });
  expect(() => planOf("execute: [a]", { sandbox: "bubblwrap" })).toThrow('Did you mean "bubblewrap"?');
});

test("the machine's variable stands for auto, and for no backend that is named", () => {
  const automaticSandbox = "chroot";
  const byVariable = { backend: "chroot", namedBy: "FORGEXEC_SANDBOX" };
  for (const text of ["sandbox: { network: isolated }", "sandbox: { backend: auto, network: isolated }"])
    expect(sandboxOf(`${text}\nexecute: [a]`, { automaticSandbox })).toMatchObject(byVariable);
  const named = "sandbox: { backend: bubblewrap }\nexecute: [a]";
  expect(sandboxOf(named, { automaticSandbox })).toMatchObject({ backend: "bubblewrap" });
  expect(sandboxOf(named, { automaticSandbox })).not.toHaveProperty("namedBy");
  expect(sandboxOf(named, { automaticSandbox, sandbox: "auto" })).toMatchObject(byVariable);
  expect(sandboxOf(named, { automaticSandbox, sandbox: "container" })).toMatchObject({ backend: "container" });
  expect(sandboxOf("image: x\nexecute: [a]", { automaticSandbox })).toMatchObject({ backend: "container" });
  expect(sandboxOf("execute: [a]", { automaticSandbox })).toBeNull();
  for (const nothing of ["", "auto"])
    expect(sandboxOf("sandbox: {}\nexecute: [a]", { automaticSandbox: nothing })).toMatchObject({ backend: "auto" });
  const table = planTable(planOf("sandbox: { network: isolated }\nexecute: [a]", { automaticSandbox }));
  expect(table).toContain("· sandbox: chroot (FORGEXEC_SANDBOX), network isolated");
});

test("where the variable says none, what is left to it runs without, and is told of", () => {
  const text = "sandbox: { network: isolated }\nlinting: { sandbox: { backend: chroot }, steps: [a] }\nexecute: [b]";
  const { phases, warnings } = planOf(text, { automaticSandbox: "none" });
  expect(phases.map(({ sandbox }) => sandbox?.backend ?? null)).toEqual(["chroot", null]);
  expect(warnings).toEqual([
    {
      code: "no-sandbox",
      message: expect.stringMatching(/sandbox of execute is left out: .*FORGEXEC_SANDBOX is none/),
    },
  ]);
  expect(planOf("execute: [a]", { automaticSandbox: "none" }).warnings).toEqual([]);
  expect(planOf(text, { automaticSandbox: "none", sandbox: "bubblewrap" }).warnings).toEqual([]);
});

test("a sandbox that there is not is refused by the variable's name, whatever else is named", () => {
  for (const more of [{}, { sandbox: "bubblewrap" }])
    expect(() => planOf("execute: [a]", { automaticSandbox: "chrot", ...more })).toThrow(
      'FORGEXEC_SANDBOX: There is no sandbox "chrot". Did you mean "chroot"?',
    );
});

test("the sandbox's time limit is that of each command, unless the command's own is shorter", () => {
  const text = "sandbox: { limits: { timeout: 10s } }\nexecute: [a, { run: b, timeout: 3s }, { run: c, timeout: 1m }]";
  expect(planOf(text).phases[0]?.steps.map(({ timeoutMs }) => timeoutMs)).toEqual([10_000, 3000, 10_000]);
});

test("the table shows a phase's sandbox", () => {
  const text = "sandbox: { network: isolated, limits: { memory: 1GiB, open-files: 5 }, degrade: true }\nexecute: [a]";
  expect(planTable(planOf(text))).toContain(
    "· sandbox: auto, network isolated, memory 1GiB, open-files 5, what it cannot do is left out",
  );
});
