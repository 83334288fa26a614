import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect } from "@jest/globals";
import { IMAGE, testWithPodman, usePodman } from "../sandbox/container/podman.js";
import { testEverybodys as test } from "../sandbox/support/machine.js";
import { createFolder, forgexec, removeFolders } from "./support.js";

usePodman();
const SECRET = "nobody's to read";
const { HOME } = process.env;
let home = "";
beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), "forgexec-home-")));
  writeFileSync(join(home, "secret"), SECRET);
  process.env.HOME = home;
});
afterEach(async () => {
  process.env.HOME = HOME;
  rmSync(home, { recursive: true });
  await removeFolders();
});

/** Two phases: what the first one's command puts somewhere, the second one's sandbox is made of. */
async function run(sandbox: string, command: string, argv: readonly string[] = [], first = "degrade: false") {
  const steps =
    'set +e; cat $HOME/secret ./secret data/secret /data/secret; touch ./made data/made /data/made "$HOME/made"; ls data';
  const spec = `${sandbox.includes("container") ? `image: ${IMAGE}\n` : ""}sandbox: { ${first} }
linting: [{ run: '${command.replaceAll("HOME", home)}', shell: true }]
execute: { sandbox: { ${sandbox.replaceAll("HOME", home)} }, steps: [{ run: '${steps}; true', shell: true }] }\n`;
  const cwd = await createFolder({ ".forge.yml": spec, "sub/file": "", "rootfs/file": "", "data/file": "" });
  return { cwd, ...(await forgexec(["run", ...argv], { cwd })) };
}

const ATTEMPTS = [
  ["the folder of commands", "backend: BACKEND", "cd ..; mv sub sub-; ln -s HOME sub", ["--directory", "sub"]],
  ["a writable path", "backend: BACKEND, filesystem-writable-paths: [data]", "rm -r data; ln -s HOME data", []],
  [
    "what is mounted",
    "backend: BACKEND, extra-mounts: [{ type: bind, source: data, target: /data }]",
    "mv data data-; ln -s HOME data",
    [],
  ],
] as const;

async function expectRefused(outcome: Awaited<ReturnType<typeof run>>): Promise<void> {
  const { code, stdout, stderr } = outcome;
  expect(stderr).toMatch(/ \.forge\.yml:[34]:\d+: \S+ leads to \S+, out of the workspace/);
  expect([code, stdout.includes(SECRET), readdirSync(home)]).toEqual([2, false, ["secret"]]);
}

test.each([
  ...ATTEMPTS,
  ["another root", "backend: bubblewrap, filesystem-root: rootfs", "mv rootfs rootfs-; ln -s / rootfs", []],
] as const)(
  "what a command put in the place of %s is not what the next phase's sandbox is made of",
  async (_what, sandbox, command, argv) => {
    await expectRefused(await run(sandbox.replace("BACKEND", "bubblewrap"), command, argv));
  },
);

testWithPodman.each(ATTEMPTS)("nor what its container is made of: %s", async (_what, sandbox, command, argv) => {
  await expectRefused(await run(sandbox.replace("BACKEND", "container"), command, argv));
});

test("what leads elsewhere than before the run's commands is not taken outside of the workspace either", async () => {
  const place = join(home, "place");
  mkdirSync(place);
  const { code, stdout, stderr } = await run(
    `backend: bubblewrap, filesystem-writable-paths: [${place}]`,
    `rmdir ${place}; ln -s /etc ${place}`,
    [],
    `filesystem-writable-paths: [${home}]`,
  );
  expect(stderr).toContain(`${place} leads to /etc by now, and did not before the commands of this run`);
  expect([code, stdout]).toEqual([2, expect.not.stringContaining(SECRET)]);
});

test("a link that leads out of the workspace is told of at its place before anything runs", async () => {
  const spec = "sandbox: { filesystem-writable-paths: [data/inside] }\nexecute: [echo ran]\n";
  const cwd = await createFolder({ ".forge.yml": spec });
  symlinkSync(home, join(cwd, "data"));
  const { code, stdout, stderr } = await forgexec(["run"], { cwd });
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^\.forge\.yml:1:40: error: \S+\/data\/inside leads to \S+\/inside, out of the workspace/);
});

test("a link into the workspace is followed, and one outside of it that was there before", async () => {
  const inside = await run(
    "backend: bubblewrap, filesystem-writable-paths: [data]",
    "mv data data-1; ln -s data-1 data",
  );
  expect([inside.code, inside.stdout.includes("made")]).toEqual([0, true]);
  const [linked, place] = [join(home, "linked"), join(home, "place")];
  mkdirSync(place);
  symlinkSync(place, linked);
  const before = await run(
    `backend: bubblewrap, extra-mounts: [{ type: bind, source: ${linked}, target: /data }]`,
    "true",
  );
  expect([before.code, readdirSync(place)]).toEqual([0, ["made"]]);
});
