import type { Backend } from "../../../src/sandbox/index.js";
import { testWithPodman } from "../container/podman.js";
import { testEverybodys, testSandboxes } from "./machine.js";

/** A backend as the tests that all of them share have to know it. */
export interface BackendRow {
  readonly name: Backend;
  readonly test: typeof testSandboxes;
}

/** Those with a root file system of their own. */
export const rooted: readonly BackendRow[] = [
  { name: "chroot", test: testSandboxes },
  { name: "bubblewrap", test: testEverybodys },
  { name: "container", test: testWithPodman },
];
