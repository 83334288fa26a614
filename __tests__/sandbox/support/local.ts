import { test } from "@jest/globals";
import { limitsWork, testEverybodys, testSandboxes } from "./machine.js";

/** Backends that this machine's own programs make, each with a test that is left out where this user cannot have it. */
export const local = [
  { name: "chroot", test: testSandboxes },
  { name: "bubblewrap", test: testEverybodys },
] as const;

/** The same for what needs control groups. */
export const limited = local.map((row) => (limitsWork ? row : { ...row, test: test.skip }));
