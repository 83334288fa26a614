import { lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect } from "@jest/globals";
import { podman, testWithPodman, USER_IMAGE, usePodman } from "../sandbox/container/podman.js";
import { testSandboxes } from "../sandbox/support/machine.js";
import { runCli, startCli } from "./support/cli.js";
import { newHome } from "./support/home.js";
import { projectWith } from "./support/project.js";

usePodman();

const NUL = String.fromCharCode(0);
const STEPS = `
execute:
  - background: sleep 4713.25
  - { run: "mkdir made; echo x > made/file; ln -s file made/link; echo going; exec sleep 4713.5", shell: true }
`;
const BACKENDS = [
  { name: "container", test: testWithPodman, image: `image: ${USER_IMAGE}\n`, limits: "memory: 100MiB" },
  { name: "bubblewrap", test: testSandboxes, image: "", limits: "memory: 100MiB, pids: 100" },
  { name: "chroot", test: testSandboxes, image: "", limits: "memory: 100MiB, pids: 100" },
];

describe("of a run in a sandbox that was killed by kill -9 nothing is left after the user's next run, of whichever project", () => {
  for (const { name, test, image, limits } of BACKENDS) {
    test(`${name}`, async () => {
      const home = newHome();
      const { CONTAINERS_CONF = "", CONTAINERS_STORAGE_CONF = "" } = process.env;
      const environment = { CONTAINERS_CONF, CONTAINERS_STORAGE_CONF };
      const cwd = projectWith(`${image}sandbox: { backend: ${name}, limits: { ${limits} } }\n${STEPS}`);
      const mounts = mountsOf(cwd);
      const killed = startCli(["run"], { home, cwd, environment });
      await killed.printed("going");
      killed.child.kill("SIGKILL");
      await killed.result;

      const next = await runCli(["run"], { home, cwd: projectWith("execute: [node -e 0]\n"), environment });
      expect(next.exitCode === 0 ? "" : next.all).toBe("");
      // What keeps a sandbox of this machine's open ends by itself, a moment after forgexec.
      const left = () => leftOf(killed.child.pid ?? 0, home.environment.TMPDIR ?? "");
      while (left().length > 0) await sleep(20);
      expect(mountsOf(cwd)).toEqual(mounts);
      expect(name === "container" ? podman("ps", "--all", "--quiet") : "").toBe("");
      const owners = readdirSync(cwd, { recursive: true }).map((file) => lstatSync(path.join(cwd, String(file))).uid);
      expect(new Set(owners)).toEqual(new Set([process.getuid?.()]));
    }, 120_000);
  }
});

/** Processes, control groups and folders of a process that is gone. */
function leftOf(pid: number, temporary: string): string[] {
  const processes = readdirSync("/proc").filter(
    (each) => /^\d+$/.test(each) && commandLine(each).startsWith(`sleep${NUL}4713.`),
  );
  const folders = readdirSync(temporary).filter((each) => each.startsWith(`forgexec-container-${pid}-`));
  const groups = ["memory", "pids", "."].flatMap((controller) =>
    groupsIn(path.join("/sys/fs/cgroup", controller), pid),
  );
  return [...processes, ...folders, ...groups];
}

function groupsIn(folder: string, pid: number): string[] {
  try {
    const names = readdirSync(folder, { recursive: true }).map(String);
    return names.filter((each) => new RegExp(`forgexec-\\d+-${pid}-\\d+-\\d+$`).test(each));
  } catch {
    return [];
  }
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "latin1");
  } catch {
    return "";
  }
}

/** Mounts below a folder. */
function mountsOf(folder: string): string[] {
  return readFileSync("/proc/self/mountinfo", "utf8")
    .split("\n")
    .filter((line) => line.includes(folder));
}
