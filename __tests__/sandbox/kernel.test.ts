import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect } from "@jest/globals";
import { getExecutor } from "../../src/sandbox/index.js";
import { testWithPodman, usePodman } from "./container/podman.js";
import { attemptsIn } from "./support/attempts.js";
import { sandboxesWork, testSandboxes as test } from "./support/machine.js";
import { hasSystemPython, makePythonRoot } from "./support/python-root.js";

const executor = getExecutor("bubblewrap");

const isKnown = process.arch === "x64" || process.arch === "arm64";
const named = (names: readonly string[], outcome: string) => Object.fromEntries(names.map((name) => [name, outcome]));
const filtered = [
  ...["keyctl", "add_key", "request_key", "bpf", "perf_event_open", "userfaultfd", "io_uring_setup"],
  ...["init_module", "delete_module", "kexec_load", "unshare user", "clone user", "control groups"],
  ...["TIOCSTI", "TIOCSTI, long", "ptrace of process 1", "process_vm_readv of process 1", "pidfd_open of process 1"],
];
/** chown dac_override fowner fsetid kill setgid setuid setpcap net_bind_service. */
const standard = "00000000000005fb";
const mounts = ["mount", "remount", "umount", "pivot_root", "setns", "control groups"];
const devices = ["mknod", "open_by_handle_at"];
const machines = ["core_pattern", "hostname", "vm", "settings of the network"];

test("root in the sandbox has no way around it by the kernel: keys, tracing, namespaces, settings, sockets of no network", async () => {
  if (!isKnown) return;
  for (const seen of await attemptsIn(executor, { cwd: "/", network: "isolated" })) {
    expect(seen).toMatchObject({
      ...named(filtered, "EPERM"),
      ...named(["clone3"], "ENOSYS"),
      ...named(["vsock"], "EAFNOSUPPORT"),
      ...named(machines, "EROFS"),
      ...named([...mounts, ...devices, "chroot"], "EPERM"),
      ...named(["memory of process 1"], "ENOENT"),
      gained: standard,
      // What programs need stays.
      ...named(["unix", "inet", "inet6", "ptrace of a child"], "done"),
    });
  }
});

test("calls by the way of 32-bit programs are held as tightly", async () => {
  if (process.arch !== "x64") return;
  for (const seen of await attemptsIn(executor, { cwd: "/", network: "isolated" })) {
    expect(seen).toMatchObject({
      ...named(["keyctl, 32 bits", "TIOCSTI, 32 bits", "unshare user, 32 bits"], "EPERM"),
      ...named(["vsock, 32 bits"], "EAFNOSUPPORT"),
      ...named(["socketcall, 32 bits"], "ENOSYS"),
    });
  }
});

test("with this machine's network its sockets are to be had, and capabilities that are added bring their calls along", async () => {
  if (!isKnown) return;
  const config = { cwd: "/", capabilities: { add: ["sys_admin", "sys_ptrace"] }, limits: { timeout: "1m" } } as const;
  for (const seen of await attemptsIn(executor, config)) {
    expect(seen).toMatchObject(named(["unshare user", "clone user", "userfaultfd"], "done"));
    expect(seen).toMatchObject({ bpf: "EINVAL", perf_event_open: "EFAULT", clone3: "EINVAL" });
    expect(seen.vsock).not.toBe("EPERM");
    // Never.
    expect(seen).toMatchObject(named(["keyctl", "io_uring_setup", "TIOCSTI"], "EPERM"));
  }
});

test("no other view of proc gives more", async () => {
  const config = { cwd: "/", extraMounts: [{ type: "proc", target: "/dev/shm/proc" }] } as const;
  const script = [
    "for f in kernel/core_pattern vm/swappiness; do cat /dev/shm/proc/sys/$f > /dev/null && cat /proc/sys/$f > /dev/shm/proc/sys/$f; done",
    "ls -A /dev/shm/proc/1 /proc/1",
    "echo over",
  ].join("\n");
  const { stdout } = await executor.runSandbox(["sh", "-c", script], { ...config, stderr: "stdout" });
  expect(stdout?.match(/Read-only file system/g)).toHaveLength(2);
  expect(stdout).toMatch(/\/dev\/shm\/proc\/1:\n\n\/proc\/1:\nover\n$/);
});

test("System V memory of this machine is not seen", async () => {
  const id = /\d+/.exec(spawnSync("sh", ["-c", "ipcmk -M 4096"], { encoding: "utf8" }).stdout)?.[0] ?? "";
  try {
    const { stdout } = await executor.runSandbox(["sh", "-c", "tail -n +2 /proc/sysvipc/shm"], { cwd: "/" });
    expect(stdout).toBe("");
  } finally {
    spawnSync("sh", ["-c", `ipcrm -m ${id}`]);
  }
});

describe("another root", () => {
  usePodman();
  const scratch = mkdtempSync(join(tmpdir(), "forgexec-kernel-"));
  const filesystemRoot = join(scratch, "root");
  beforeAll(() => {
    if (sandboxesWork && hasSystemPython) makePythonRoot(filesystemRoot);
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  const config = { filesystemRoot, network: "isolated", env: { PATH: "/usr/bin:/bin" } } as const;

  test("gives bubblewrap's commands no more than this machine's files do", async () => {
    if (!isKnown || !hasSystemPython) return;
    for (const seen of await attemptsIn(executor, config)) {
      expect(seen).toMatchObject({
        ...named([...filtered, ...mounts, ...devices, "chroot"], "EPERM"),
        ...named(machines, "EROFS"),
        gained: standard,
      });
    }
  });

  testWithPodman("in a container has no way around it, neither for the first command nor for later ones", async () => {
    if (!hasSystemPython) return;
    const [first, later] = await attemptsIn(getExecutor("container"), config);
    expect(later).toEqual(first);
    expect(first).toMatchObject({
      ...named([...mounts, ...devices, "bpf", "perf_event_open", "init_module", "kexec_load"], "EPERM"),
      ...named(machines, "EROFS"),
    });
  });
});
