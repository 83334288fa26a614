import { spawnSync } from "node:child_process";
import { Command, guardPlace, readProcess } from "../../command/index.js";
import type { EnterNetwork } from "../forward/listen-inside.js";
import type { Forwards } from "../forward/relay.js";
import { untilAnswered } from "../forward/until-answered.js";
import type { SandboxAddress, SandboxSession } from "../model.js";
import type { NormalLimits } from "../normal.js";
import { ContainerEnclosure } from "./enclosure.js";
import type { Engine } from "./engine.js";
import { call } from "./engine-call.js";
import { removeArgv, removeContainer } from "./remove-container.js";

/** What a session is made of. */
export interface SessionParts {
  readonly engine: Engine;
  readonly name: string;
  readonly pid: number | null;
  readonly joiner: string | null;
  readonly cwd: string | null;
  readonly limits: NormalLimits;
  readonly forwards: Forwards;
  /** How its network is entered; null: it is not to be had from here. */
  readonly network: EnterNetwork | null;
  /** What is to be put right when the container is gone. At once. */
  readonly undo: () => void;
  readonly unguard: () => void;
}

/** A container that commands run in, one after the other or side by side. */
export class ContainerSession implements SandboxSession {
  /** Process 1 of the container, as this machine numbers it; null: it is not to be seen from here. */
  readonly pid: number | null;
  readonly untilAnswered?: (at: SandboxAddress, signal: AbortSignal) => Promise<void>;
  readonly #parts: SessionParts;
  readonly #enclosure: ContainerEnclosure;
  #closed: Promise<void> | null = null;

  constructor(parts: SessionParts) {
    const { engine, name, pid, joiner, cwd, limits, network } = parts;
    this.pid = pid;
    if (network !== null) this.untilAnswered = (at, signal) => untilAnswered(network, at, signal);
    this.#parts = parts;
    const isClosed = () => this.#closed !== null || (pid !== null && readProcess(pid) === null);
    const container = { engine, name, pid, joiner, cwd, limits, isClosed, runs: () => this.#runs() };
    this.#enclosure = new ContainerEnclosure(container);
  }

  command(argv: readonly string[]): Command {
    const [program = "", ...args] = argv;
    const command = new Command(program, args).within(this.#enclosure).leftovers("keep");
    const { timeout } = this.#parts.limits;
    return timeout === null ? command : command.timeout(timeout);
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    const { engine, name, undo, unguard, forwards } = this.#parts;
    forwards.close();
    try {
      await removeContainer(engine, name);
    } finally {
      try {
        undo();
      } finally {
        unguard();
      }
    }
  }

  async #runs(): Promise<boolean> {
    const { pid, engine, name } = this.#parts;
    if (pid !== null) return readProcess(pid) !== null;
    const seen = await call(engine, ["container", "inspect", "--format", "{{.State.Running}}", name]);
    return seen.stdout.trim() === "true";
  }
}

/** Has a container removed when this process ends, by whatever signal or exit it can see; returns what ends that. */
export function guardContainer(
  engine: Engine,
  { name, undo }: { readonly name: string; readonly undo: () => void },
): () => void {
  return guardPlace({
    end: () => removeContainer(engine, name).finally(undo),
    endNow: () => {
      spawnSync(engine.program, removeArgv(name), {
        env: engine.environment,
        stdio: "ignore",
        timeout: 10_000,
        killSignal: "SIGKILL",
      });
      undo();
    },
  });
}
