import { execFileSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect } from "@jest/globals";
import { compiledSources } from "../index-server/compiled.js";
import { sandboxesWork, testSandboxes as test } from "./support/machine.js";

/** Prints as JSON what a sandbox can limit, and what became of commands with limits. */
const PROGRAM = `
import { getExecutor } from "./sandbox/index.js";
const executor = getExecutor(process.argv[2]);
const outcome = (limits, command) =>
  executor.runSandbox(["sh", "-c", command], { cwd: "/", limits }).then(({ stdout }) => stdout, ({ message }) => message);
const fork = "for i in 1 2 3 4 5 6 7 8; do sleep 0.2 & done; wait; echo all";
console.log(JSON.stringify({
  refused: (await executor.preflight()).map(({ code }) => code),
  limits: executor.capabilities.limits,
  memory: await outcome({ memory: "200MiB" }, "ulimit -v; ulimit -Hv"),
  few: await outcome({ pids: 4 }, fork),
  many: await outcome({ pids: 1000 }, fork),
  cpus: await outcome({ cpus: 1 }, "echo ran"),
}));`;

const WITHOUT_GROUPS = 'umount -l /sys/fs/cgroup/* 2> /dev/null; umount -l /sys/fs/cgroup; exec "$@"';

let program = "";
beforeAll(async () => {
  if (!sandboxesWork) return;
  const sources = await compiledSources();
  chmodSync(sources, 0o755);
  program = join(sources, "process-limits.mjs");
  writeFileSync(program, PROGRAM);
});

/** The program's findings on a machine that has no control groups; `words` in front of it. */
function without(backend: string, words: readonly string[] = []) {
  const command = [...words, process.execPath, program, backend];
  const argv = ["--mount", "sh", "-c", WITHOUT_GROUPS, "sh", ...command];
  const env = { PATH: process.env.PATH, HOME: "/" };
  return JSON.parse(execFileSync("unshare", argv, { cwd: "/", env, encoding: "utf8" }));
}

test.each(["chroot", "bubblewrap"])(
  "without control groups, %s limits each process's memory, and nothing else of root",
  (name) => {
    const { limits, memory, few, cpus } = without(name);
    expect(limits).toEqual(["timeout", "openFiles", "memory"]);
    expect(memory).toBe("204800\n204800\n");
    expect(few).toContain("cannot do limits.pids here");
    expect(cpus).toContain("cannot do limits.cpus here");
  },
);

test("without control groups, a common user's processes are limited, too", () => {
  const nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
  const { refused, limits, memory, few, many } = without("bubblewrap", nobody);
  // Not every machine lets that user make namespaces.
  if (refused.length > 0) return;
  expect(limits).toEqual(["timeout", "openFiles", "memory", "pids"]);
  expect(memory).toBe("204800\n204800\n");
  expect([few, many]).toEqual(["", "all\n"]);
});
