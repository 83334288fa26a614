import { testWithPodman, USER_IMAGE } from "../../sandbox/container/podman.js";
import { testSandboxes } from "../../sandbox/support/machine.js";

/** The backends as specs ask for them, with limits that each has on any machine where its tests run. */
export const BACKENDS = [
  {
    name: "container",
    test: testWithPodman,
    spec: `image: ${USER_IMAGE}\nsandbox: { backend: container, limits: { memory: 100MiB } }\n`,
  },
  { name: "bubblewrap", test: testSandboxes, spec: "sandbox: { backend: bubblewrap, limits: { pids: 100 } }\n" },
  { name: "chroot", test: testSandboxes, spec: "sandbox: { backend: chroot, limits: { pids: 100 } }\n" },
];

/** The settings of the tests' podman, for a forgexec that is a process of its own. */
export function podmanEnvironment(): Readonly<Record<string, string>> {
  const { CONTAINERS_CONF = "", CONTAINERS_STORAGE_CONF = "" } = process.env;
  return { CONTAINERS_CONF, CONTAINERS_STORAGE_CONF };
}
