import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect } from "@jest/globals";
import { podman, usePodman } from "../sandbox/container/podman.js";
import { runCli, startCli } from "./support/cli.js";
import { newHome } from "./support/home.js";
import { leftOf, mountsOf, ownersIn } from "./support/left.js";
import { projectWith } from "./support/project.js";
import { BACKENDS, podmanEnvironment } from "./support/sandboxes.js";

usePodman();

const STEPS = `
execute:
  - background: sleep 4713.25
  - { run: "mkdir made; echo x > made/file; ln -s file made/link; echo going; exec sleep 4713.5", shell: true }
`;

describe("of a run in a sandbox that was killed by kill -9 nothing is left after the user's next run, of whichever project", () => {
  for (const { name, test, spec } of BACKENDS) {
    test(name, async () => {
      const home = newHome();
      const environment = podmanEnvironment();
      const cwd = projectWith(spec + STEPS);
      const mounts = mountsOf(cwd);
      const killed = startCli(["run"], { home, cwd, environment });
      await killed.printed("going");
      killed.child.kill("SIGKILL");
      await killed.result;

      const next = await runCli(["run"], { home, cwd: projectWith("execute: [node -e 0]\n"), environment });
      expect(next.exitCode === 0 ? "" : next.all).toBe("");
      // What keeps a sandbox of this machine's open ends by itself, a moment after forgexec.
      const gone = { pid: killed.child.pid ?? 0, home, commands: "sleep 4713." };
      while (leftOf(gone).length > 0) await sleep(20);
      expect(mountsOf(cwd)).toEqual(mounts);
      expect(name === "container" ? podman("ps", "--all", "--quiet") : "").toBe("");
      expect(ownersIn(cwd)).toEqual(new Set([process.getuid?.()]));
    }, 120_000);
  }
});
