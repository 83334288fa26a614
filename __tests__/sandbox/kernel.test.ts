import { spawnSync } from "node:child_process";
import { expect } from "@jest/globals";
import { getExecutor } from "../../src/sandbox/index.js";
import { attemptsIn } from "./support/attempts.js";
import { testSandboxes as test } from "./support/machine.js";

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
const machines = ["core_pattern", "hostname", "vm", "settings of the network"];

test("root in the sandbox has no way around it by the kernel: keys, tracing, namespaces, settings, sockets of no network", async () => {
  if (!isKnown) return;
  for (const seen of await attemptsIn(executor, { cwd: "/", network: "isolated" })) {
    expect(seen).toMatchObject({
      ...named(filtered, "EPERM"),
      ...named(["clone3"], "ENOSYS"),
      ...named(["vsock"], "EAFNOSUPPORT"),
      ...named(machines, "EROFS"),
      ...named(["mount", "remount", "umount", "pivot_root", "setns", "chroot", "mknod", "open_by_handle_at"], "EPERM"),
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
  const id = /\d+/.exec(spawnSync("ipcmk", ["-M", "4096"], { encoding: "utf8" }).stdout)?.[0] ?? "";
  try {
    const { stdout } = await executor.runSandbox(["sh", "-c", "tail -n +2 /proc/sysvipc/shm"], { cwd: "/" });
    expect(stdout).toBe("");
  } finally {
    spawnSync("ipcrm", ["-m", id]);
  }
});
