import { test } from "@jest/globals";

/** What the kernel's own tables show (/proc, prlimit, setpriv, sessions) is tested where they are; elsewhere it is skipped. */
export const testOnLinux = process.platform === "linux" ? test : test.skip;
