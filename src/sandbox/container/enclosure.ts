import { randomUUID } from "node:crypto";
import { isatty } from "node:tty";
import type { Client, Enclosure, Settings, Verdict } from "../../command/index.js";
import type { NormalLimits } from "../normal.js";
import { NOT_OPEN, refuse } from "../refuse.js";
import { readCounters } from "./counters.js";
import type { Engine } from "./engine.js";
import { PASSED_FILE } from "./engine-call.js";
import { environmentArgv, handOver } from "./environment.js";
import { type ExecRequest, execArgv } from "./exec-argv.js";
import { ENGINE_WORDS, type Evidence, judge } from "./judge.js";
import { isOneOutput } from "./one-output.js";
import { signalInside } from "./signal-inside.js";
import { watchedOutputs } from "./watched-outputs.js";

/** The variable by which the processes of one command are found, from outside of the container. */
const MARKER = "FORGEXEC_SANDBOX_COMMAND";

/** A container that runs. */
export interface OpenContainer {
  readonly engine: Engine;
  readonly name: string;
  /** Process 1 as this machine numbers it; null: it is not to be seen from here. */
  readonly pid: number | null;
  /** The program inside by which a command is started whose outputs are one (keeper-program.ts); null: there is none. */
  readonly joiner: string | null;
  /** Where commands start that name no folder; null: the image's own. */
  readonly cwd: string | null;
  readonly limits: NormalLimits;
  /** Whether it is closed, or plainly gone. */
  isClosed(): boolean;
  /** Whether it is still there. */
  runs(): Promise<boolean>;
}

/** What a Command may ask for and a container's engine cannot do, by the name of the method. */
function unsupported(settings: Readonly<Settings>): string | null {
  const { passed, pidFile, daemonize, preExec, handshake, umask, limits, selinuxLabel, appArmorProfile } = settings;
  if (passed.length > 0) return "passFd";
  if (pidFile !== null) return "pidFile";
  if (daemonize) return "daemonize";
  if (preExec !== null) return "preExec";
  if (handshake) return "handshake";
  if (umask !== null) return "umask";
  if (Object.keys(limits).length > 0) return "limits";
  if (settings.clearCapabilities || settings.capabilities.length > 0) return "clearCapabilities";
  if (selinuxLabel !== null) return "selinuxLabel";
  return appArmorProfile === null ? null : "appArmorProfile";
}

/** Runs commands in an open container, by `exec` of its engine. */
export class ContainerEnclosure implements Enclosure {
  readonly #container: OpenContainer;

  constructor(container: OpenContainer) {
    this.#container = container;
  }

  async enter(settings: Readonly<Settings>): Promise<Client> {
    const { engine, pid, joiner } = this.#container;
    const argv = [settings.program, ...settings.args];
    const missing = unsupported(settings);
    if (missing !== null) throw refuse("unsupported", `${missing} is not to be had in a container`, { command: argv });
    if (this.#container.isClosed()) throw refuse("spawn", NOT_OPEN, { command: argv });
    const marker = settings.killMarker ?? { name: MARKER, value: randomUUID() };
    const environment = { ...Object.fromEntries(settings.environment ?? []) };
    delete environment[marker.name];
    const handover = handOver(environment);
    if (handover.refused.length > 0)
      throw refuse("invalid", `no container engine hands over such a value of ${handover.refused.join(", ")}`, {
        command: argv,
      });
    const stdin = stdinOf(settings);
    // On a terminal that is made inside, both are one by themselves.
    const outputs = stdin === "terminal" ? "terminal" : isOneOutput(settings) ? "one" : "two";
    const cwd = settings.cwd ?? this.#container.cwd;
    const args = execArgv({
      container: this.#container.name,
      argv: joiner !== null && outputs === "one" ? [joiner, ...argv] : argv,
      cwd,
      user: settings.user === null ? null : { uid: settings.user.uid, gid: settings.user.gid ?? null },
      stdin,
      environment: environmentArgv(handover, PASSED_FILE),
      marker,
    });
    const before = pid === null ? null : readCounters(pid);
    return {
      settings: {
        ...settings,
        ...watchedOutputs(settings, { engine: engine.name, outputs }),
        program: engine.program,
        args,
        environment: new Map(Object.entries({ ...engine.environment, ...handover.client })),
        cwd: null,
        user: null,
        passed: handover.file === "" ? [] : [{ type: "bytes", bytes: Buffer.from(handover.file) }],
        killMarker: engine.processes === "own" ? marker : null,
        enclosure: null,
        role: "relay",
        ownWords: ENGINE_WORDS,
      },
      judge: (end) => this.#judge({ end, program: settings.program, cwd, before }),
      ...(engine.processes === "own" ? {} : { signal: (signal) => signalInside(this.#container, marker, signal) }),
      leave: async () => {},
    };
  }

  async #judge(known: Pick<Evidence, "end" | "program" | "cwd" | "before">): Promise<Verdict | null> {
    const { pid, limits } = this.#container;
    const after = pid === null ? null : readCounters(pid);
    const container = after !== null || (await this.#container.runs()) ? "runs" : "gone";
    return judge({ ...known, limits, after, container });
  }
}

function stdinOf({ stdin, stdout }: Readonly<Settings>): ExecRequest["stdin"] {
  if (stdin.type === "null") return "closed";
  const terminal = stdin.type === "inherit" && stdout.type === "inherit" && isatty(0) && isatty(1);
  return terminal ? "terminal" : "open";
}
