import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { type Enclosure, readProcess, type Settings } from "../../command/index.js";
import { commandIn } from "../command-in.js";
import { NamelessFile } from "../enter/nameless-file.js";
import { helperVariables } from "../enter/perl.js";
import { environmentOf } from "../environment.js";
import type { Single } from "../executor-base.js";
import { startFolder } from "../start-folder.js";
import type { ArgvRequest } from "./argv.js";
import { BWRAP_WORDS, singleVerdict } from "./judge.js";
import type { Machine } from "./machine.js";
import { filterOf } from "./rights.js";

/** A sandbox for one command; `args` make it. */
export interface SingleRequest extends ArgvRequest {
  readonly machine: Machine;
  readonly args: readonly string[];
}

/** A command in a bubblewrap of its own: one process more than the command, and nothing kept. */
export function openSingle(argv: readonly string[], request: SingleRequest): Single {
  const { config, machine } = request;
  const bwrap = machine.bwrap() ?? "bwrap";
  const filter = filterOf(request);
  /** Process 1 of the sandbox, as this machine numbers it; null: there was none. */
  let first: string | null = null;
  const place: Enclosure = {
    async enter(settings) {
      const status = new NamelessFile();
      const environment = [...environmentOf(settings, config)].flatMap(([name, value]) => ["--setenv", name, value]);
      const args = [
        ...request.args,
        "--chdir",
        settings.cwd ?? startFolder(config, request.here),
        "--clearenv",
        ...environment,
      ];
      // Not in its argv, which every user of this machine may read.
      const input = NamelessFile.of(Buffer.from(args.map((arg) => `${arg}\0`).join("")));
      const passed: Settings["passed"] = [
        { type: "fd", fd: input.fd, closeInParent: true },
        { type: "fd", fd: status.fd, closeInParent: false },
        ...(filter === null ? [] : [{ type: "fd", fd: NamelessFile.of(filter).fd, closeInParent: true } as const]),
      ];
      const options = ["--args", "3", "--json-status-fd", "4", ...(filter === null ? [] : ["--seccomp", "5"])];
      return {
        settings: {
          ...settings,
          program: bwrap,
          args: [...options, "--", settings.program, ...settings.args],
          environment: new Map(Object.entries(helperVariables)),
          cwd: "/",
          passed,
          enclosure: null,
          ownWords: [BWRAP_WORDS],
        },
        judge: async (end) => singleVerdict(end, { status: status.read(), machine }),
        leave: async () => {
          first = /"child-pid": *(\d+)/.exec(status.read())?.[1] ?? null;
          status.close();
        },
      };
    },
  };
  return {
    command: commandIn(place, argv, config.limits),
    close: async () => {
      if (first !== null) await untilOver(first);
    },
  };
}

/** How long the kernel may take to end what a command left behind, and how often that is looked at, in milliseconds. */
const ENDING_MS = 2000;
const LOOK_MS = 2;

/**
 * bubblewrap does not wait for its process 1, which is over when all others in there are. Those that the command left behind are its children;
 * where there are none, there is nothing to wait for.
 */
async function untilOver(first: string): Promise<void> {
  if (!hasChildren(first)) return;
  const end = performance.now() + ENDING_MS;
  while (readProcess(Number(first))?.zombie === false && performance.now() < end) await setTimeout(LOOK_MS);
}

/** By proc_pid_task(5); where the kernel does not tell: false. */
function hasChildren(pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "latin1") !== "";
  } catch {
    return false;
  }
}
