import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, readlinkSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { isAlive } from "../support/process.js";
import { runText } from "../support/run.js";

const onLinux = process.platform === "linux" ? test : test.skip;

onLinux("a daemon that a step leaves in a session of its own is gone after the run (needs /proc)", async () => {
  const outcome = await runText(
    "execute: [{ run: 'setsid sh -c \"echo \\$\\$; exec sleep 300\" & sleep 0.3', shell: true }]",
  );
  const pid = Number(outcome.output());
  expect(pid).toBeGreaterThan(1);
  expect(isAlive(pid)).toBe(false);
});

onLinux("a daemon of one phase serves the next one (needs /proc)", async () => {
  const outcome = await runText(
    "linting: [{ run: 'setsid sleep 300 & echo $!', shell: true }]\nexecute: [{ run: 'pgrep -f \"^sleep 300\" > /dev/null', shell: true }]",
  );
  expect(outcome.end.exitCode).toBe(0);
});

onLinux(
  "what a killed run left running is ended by the next one, what a live run has is not (needs /proc)",
  async () => {
    const sleeper = (pid: number, start: string) => {
      const namespace = /\d+/.exec(readNamespace())?.[0] ?? "";
      return spawn("sleep", ["300"], {
        env: { PATH: process.env.PATH ?? "", FORGEXEC_RUN_ID: [namespace, pid, start, "x"].join(".") },
      });
    };
    const dead = sleeper(process.pid, "1");
    const live = sleeper(process.pid, startOf(process.pid));
    try {
      await runText("execute: ['true']");
      if (dead.exitCode === null && dead.signalCode === null) await once(dead, "exit");
      expect(dead.signalCode).toBe("SIGTERM");
      expect(isAlive(live.pid ?? 0)).toBe(true);
    } finally {
      live.kill("SIGKILL");
      dead.kill("SIGKILL");
    }
  },
);

function readNamespace(): string {
  return readlinkSync("/proc/self/ns/pid");
}

function startOf(pid: number): string {
  return readFileSync(`/proc/${pid}/stat`, "latin1").split(") ").at(-1)?.split(" ")[19] ?? "";
}
