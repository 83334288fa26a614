import { expect, test } from "@jest/globals";
import { startFault } from "../../../src/sandbox/container/start-fault.js";

const CGROUP = "/sys/fs/cgroup/pids/libpod_parent/libpod-1";

// As podman with runc and with crun, and docker, say it.
test.each<[reason: string, openFiles: number | null, said: string]>([
  [
    "unsupported",
    null,
    `Error: OCI runtime error: runc: runc create failed: unable to start container process: error during container init: error setting cgroup config for procHooks process: failed to write "1000000000": write ${CGROUP}/pids.max: invalid argument`,
  ],
  ["unsupported", null, "Error: OCI runtime error: crun: writing file `cpu.max`: Invalid argument"],
  [
    "unsupported",
    null,
    "docker: Error response from daemon: Range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available.",
  ],
  [
    "invalid",
    9,
    "Error: runc: runc create failed: unable to start container process: error setting rlimit type 7: operation not permitted: OCI permission denied",
  ],
  ["invalid", 9, "Error: crun: setrlimit `RLIMIT_NOFILE`: Operation not permitted: OCI permission denied"],
  // The engine's own default is above it.
  ["spawn", null, "Error: crun: setrlimit `RLIMIT_NOFILE`: Operation not permitted: OCI permission denied"],
  ["mount", null, "Error: unable to find user 0: read /srv/folder: is a directory"],
  [
    "mount",
    null,
    'Error: OCI runtime error: runc: runc create failed: error mounting "tmpfs" to rootfs at "/data/file": not a directory',
  ],
  ["spawn", null, "Error: OCI runtime error: runc: runc create failed: invalid rootfs"],
])("%s, with %p open files: %s", (reason, openFiles, said) => {
  expect(startFault(said, { openFiles })).toMatchObject({ reason });
});
