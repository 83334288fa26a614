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
  { how: "the phase's time-out", phase: "timeout: SECONDS", code: 124 },
  { how: "the run's time-out", spec: "timeout: SECONDS\n", code: 124 },
];

/** How long a phase or a run may take: on a busy machine the shortest can be over before a command is begun. */
const SECONDS = [4, 8, 16, 32];

for (const backend of BACKENDS) {
  describe(`in the sandbox ${backend.name} nothing is left, and the workspace is the caller's, after`, () => {
    for (const way of WAYS) {
      backend.test(
        way.how,
        async () => {
          let all = "";
          for (const seconds of SECONDS) if (!all.includes("going")) all = await endOf(way, { backend, seconds });
          expect(all).toContain("going");
        },
        180_000,
      );
    }
  });
}

/** Runs it to its end, after which nothing may be left; what it printed. */
async function endOf(
  { step = "", phase = "", spec = "", run = WAIT, signal, code }: Way,
  { backend, seconds }: { readonly backend: (typeof BACKENDS)[number]; readonly seconds: number },
): Promise<string> {
  const home = newHome();
  const text = `${spec}${backend.spec}
execute:
  ${phase}
  steps:
    # It does not mind being asked.
    - { background: "trap '' TERM; sleep 4714.25; sleep 4714.25", shell: true }
    - { run: ${JSON.stringify(run)}, shell: true${step} }
`;
  const cwd = projectWith(text.replace("SECONDS", `${seconds}s`));
  const mounts = mountsOf(cwd);
  const running = startCli(["run"], { home, cwd, environment: podmanEnvironment() });
  if (signal !== undefined) {
    await running.printed("going");
    running.child.kill(signal);
  }
  const { exitCode, all } = await running.result;
  expect(exitCode === code ? "" : `${exitCode}: ${all}`).toBe("");
  expect(leftOf({ pid: running.child.pid ?? 0, home, commands: "sleep 4714." })).toEqual([]);
  expect(mountsOf(cwd)).toEqual(mounts);
  expect(backend.name === "container" ? podman("ps", "--all", "--quiet") : "").toBe("");
  expect(ownersIn(cwd)).toEqual(new Set([process.getuid?.()]));
  return all;
}
