import { expect, test } from "@jest/globals";
import { startFault } from "../../../src/sandbox/container/start-fault.js";

const CGROUP = "/sys/fs/cgroup/pids/libpod_parent/libpod-1";

const none = { openFiles: null, memory: null, pids: null };
const rest = { ports: [], capabilities: { add: [] } };

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
  expect(startFault(said, { limits: { ...none, openFiles }, ...rest })).toMatchObject({ reason });
});

const stopped = 'time="2026-11-30T20:36:01Z" level=error msg="cannot start a container that has stopped"';
const reset =
  "OCI runtime create failed: runc create failed: unable to start container process: connection reset by peer";

// As podman with runc and with crun, and docker, say it.
test.each<[limit: string | undefined, limits: { memory?: number; pids?: number }, said: string]>([
  [
    "memory",
    { memory: 1024 },
    "Error: OCI runtime error: runc: unable to set memory limit to 1024 (current usage: 2752512)",
  ],
  ["memory", { memory: 1024, pids: 1 }, "docker: Error response from daemon: Minimum memory limit allowed is 6MB"],
  ["memory", { memory: 1024 }, "runc create failed: container init was OOM-killed (memory limit too low?)"],
  ["memory", { memory: 1024 }, "Error: crun: writing file `memory.limit_in_bytes`: Device or resource busy"],
  ["memory", { memory: 3_000_000 }, stopped],
  ["memory", { memory: 3_000_000, pids: 1 }, reset],
  ["pids", { pids: 1 }, "Error: crun: clone: Resource temporarily unavailable: OCI runtime error"],
  ["pids", { pids: 3 }, "runtime: failed to create new OS thread (have 2 already; errno=11)"],
  ["pids", { pids: 3, memory: 1e9 }, reset],
  // What else may end a runtime.
  [undefined, {}, stopped],
  [undefined, { memory: 1e9, pids: 1000 }, reset],
  [undefined, { memory: 1024 }, "Error: OCI runtime error: runc: runc create failed: invalid rootfs"],
])("limit %s, with %p: %s", (limit, limits, said) => {
  const { reason, ...fault } = startFault(said, { limits: { ...none, ...limits }, ...rest });
  expect([reason, fault.limit]).toEqual([limit === undefined ? "spawn" : "limit", limit]);
});

test.each([
  "Error: cannot listen on the TCP port: listen tcp4 127.0.0.1:18080: bind: address already in use",
  "docker: Error response from daemon: driver failed programming external connectivity on endpoint x (y): Bind for 127.0.0.1:18080 failed: port is already allocated.",
])("a port that was taken meanwhile is named: %s", (said) => {
  const ports = [1808, 18080].map((host) => ({ host, sandbox: 80, address: "127.0.0.1" }));
  expect(startFault(said, { limits: none, ...rest, ports })).toEqual({
    reason: "invalid",
    why: expect.stringMatching(/^the port 18080 cannot be published: something listens at 127\.0\.0\.1 on it already/),
  });
});

test("capabilities that the engine has not itself are told as such", () => {
  const docker =
    "docker: Error response from daemon: OCI runtime create failed: runc create failed: unable to start container process: unable to apply caps: operation not permitted: unknown";
  for (const said of [docker, "Error: OCI runtime error: crun: set capabilities: Operation not permitted"])
    expect(startFault(said, { limits: none, ...rest, capabilities: { add: ["all"] } })).toEqual({
      reason: "unsupported",
      why: expect.stringMatching(/^capabilities\.add: the engine cannot give all\. It has not all of that itself/),
    });
  expect(startFault(docker, { limits: none, ...rest })).toEqual({ reason: "spawn", why: null });
});
