import { expect, test } from "@jest/globals";
import { bubblewrapVerdict } from "../../src/sandbox/bubblewrap/judge.js";
import type { Machine } from "../../src/sandbox/bubblewrap/machine.js";
import { missingForBubblewrap, refusedByKernel } from "../../src/sandbox/bubblewrap/missing.js";
import { ChrootExecutor } from "../../src/sandbox/chroot/executor.js";
import { getExecutor } from "../../src/sandbox/index.js";
import { testEverybodys } from "./support/machine.js";

/** A machine on which bubblewrap works, but for what the files say. */
function machine(files: Readonly<Record<string, string>>, changes: Partial<Machine> = {}): Machine {
  return {
    platform: "linux",
    uid: 1000,
    homes: [],
    states: [],
    read: (path) => files[path] ?? null,
    bwrap: () => "/usr/bin/bwrap",
    ...changes,
  };
}

const APPARMOR = { "/proc/sys/kernel/apparmor_restrict_unprivileged_userns": "1\n" };

test.each<[string, Machine, string | null, RegExp]>([
  ["nothing is missing", machine({}), null, /./],
  [
    "root needs no user namespaces",
    machine({ ...APPARMOR, "/proc/sys/user/max_user_namespaces": "0" }, { uid: 0 }),
    null,
    /./,
  ],
  ["another system", machine({}, { platform: "darwin" }), "not-linux", /Linux only/],
  ["no bwrap", machine({}, { bwrap: () => null }), "no-bwrap", /apt-get install bubblewrap/],
  [
    "user namespaces off",
    machine({ "/proc/sys/user/max_user_namespaces": "0\n" }),
    "no-user-namespaces",
    /sysctl -w user\.max_user_namespaces/,
  ],
  [
    "only for root",
    machine({ "/proc/sys/kernel/unprivileged_userns_clone": "0\n" }),
    "no-user-namespaces",
    /unprivileged_userns_clone=1/,
  ],
  ["Ubuntu 24.04", machine(APPARMOR), "apparmor-restricts-user-namespaces", /apparmor_restrict_unprivileged_userns=0/],
  ["Ubuntu with a profile", machine({ ...APPARMOR, "/etc/apparmor.d/bwrap-userns-restrict": "profile" }), null, /./],
])("%s", (_, on, code, message) => {
  const missing = missingForBubblewrap(on);
  expect(missing?.code ?? null).toBe(code);
  if (missing) expect(missing.message).toMatch(message);
});

test("what the kernel refuses is told apart from what a command does", () => {
  const said = "bwrap: setting up uid map: Permission denied";
  expect(refusedByKernel(said, machine(APPARMOR))?.code).toBe("apparmor-restricts-user-namespaces");
  expect(refusedByKernel(said, machine({}))?.code).toBe("no-namespaces");
  // As 0.8 has it, and 0.11.
  for (const what of ["create new namespace", "create a new namespace"]) {
    const denied = `bwrap: No permissions to ${what}, likely because the kernel does not allow non-privileged user namespaces.`;
    expect(refusedByKernel(denied, machine({}))?.code).toBe("no-namespaces");
  }
  const missing = "bwrap: Can't find source path /unshare /clone/uid map: No such file or directory";
  expect(refusedByKernel(missing, machine(APPARMOR))).toBeNull();
  // bubblewrap 0.12 where 0.8 could not make a folder of a file.
  const noFolder = bubblewrapVerdict("bwrap: Destination is not a directory /data/file", machine({}));
  expect(noFolder).toMatchObject({ reason: "mount" });
});

test.each([
  ["Creating new namespace failed: Resource temporarily unavailable", "EAGAIN"],
  ["Can't fork for pid 1: Resource temporarily unavailable", "EAGAIN"],
  ["Can't create monitor socket: Cannot allocate memory", "ENOMEM"],
])("a want of processes or memory is no fault of mounts or namespaces: %s", (said, code) => {
  const verdict = bubblewrapVerdict(`bwrap: ${said}`, machine(APPARMOR));
  expect(verdict).toMatchObject({ reason: "spawn", cause: { code } });
  expect(verdict.why).toContain("ulimit -u");
  // As part of a name it says nothing.
  const source = "bwrap: Can't find source path /Resource temporarily unavailable: No such file or directory";
  expect(bubblewrapVerdict(source, machine({}))).toMatchObject({ reason: "mount" });
});

test("chroot is root's", () => {
  expect(new ChrootExecutor({ platform: "linux", uid: 1000 }).missing()?.code).toBe("not-root");
  expect(new ChrootExecutor({ platform: "darwin", uid: 0 }).missing()?.code).toBe("not-linux");
});

testEverybodys("on this machine nothing is missing", async () => {
  for (const name of ["none", ...(process.geteuid?.() === 0 ? ["chroot"] : []), "bubblewrap"])
    expect(await getExecutor(name).preflight()).toEqual([]);
});
