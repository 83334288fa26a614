import { describe, expect } from "@jest/globals";
import { podman, usePodman } from "../sandbox/container/podman.js";
import { startCli } from "./support/cli.js";
import { newHome } from "./support/home.js";
import { leftOf, mountsOf, ownersIn } from "./support/left.js";
import { projectWith } from "./support/project.js";
import { BACKENDS, podmanEnvironment } from "./support/sandboxes.js";

usePodman();

const WAIT = "mkdir -p made/below; echo x > made/below/file; ln -s file made/below/link; echo going; exec sleep 4714.5";
const FAIL = "mkdir -p made/below; ln -s file made/below/link; echo going; exit 7";

interface Way {
  readonly how: string;
  /** Keys of the step that waits, of its phase and of the spec. */
  readonly step?: string;
  readonly phase?: string;
  readonly spec?: string;
  readonly run?: string;
  readonly signal?: NodeJS.Signals;
  readonly code: number;
}

const WAYS: readonly Way[] = [
  { how: "a failure", run: FAIL, code: 7 },
  { how: "SIGINT", signal: "SIGINT", code: 130 },
  { how: "SIGTERM", signal: "SIGTERM", code: 143 },
  { how: "the step's time-out", step: ", timeout: 2s", code: 124 },
  { how: "the phase's time-out", phase: "timeout: 4s", code: 124 },
  { how: "the run's time-out", spec: "timeout: 4s\n", code: 124 },
];

for (const backend of BACKENDS) {
  describe(`in the sandbox ${backend.name} nothing is left, and the workspace is the caller's, after`, () => {
    for (const { how, step = "", phase = "", spec = "", run = WAIT, signal, code } of WAYS) {
      backend.test(
        how,
        async () => {
          const home = newHome();
          const text = `${spec}${backend.spec}
execute:
  ${phase}
  steps:
    # It does not mind being asked.
    - { background: "trap '' TERM; sleep 4714.25; sleep 4714.25", shell: true }
    - { run: ${JSON.stringify(run)}, shell: true${step} }
`;
          const cwd = projectWith(text);
          const mounts = mountsOf(cwd);
          const running = startCli(["run"], { home, cwd, environment: podmanEnvironment() });
          if (signal !== undefined) {
            await running.printed("going");
            running.child.kill(signal);
          }
          const { exitCode, all } = await running.result;
          expect(exitCode === code ? "" : `${exitCode}: ${all}`).toBe("");
          expect(all).toContain("going");
          expect(leftOf({ pid: running.child.pid ?? 0, home, commands: "sleep 4714." })).toEqual([]);
          expect(mountsOf(cwd)).toEqual(mounts);
          expect(backend.name === "container" ? podman("ps", "--all", "--quiet") : "").toBe("");
          expect(ownersIn(cwd)).toEqual(new Set([process.getuid?.()]));
        },
        120_000,
      );
    }
  });
}
