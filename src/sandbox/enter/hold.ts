import type { ChildProcess } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import type { Readable, Writable } from "node:stream";
import { type CommandError, guardPlace, readProcess, startChild, type Verdict } from "../../command/index.js";
import { printable } from "../../printable.js";
import type { Group } from "../groups/group.js";
import type { MountPoints } from "../mount-points.js";
import { notStarted, refuse } from "../refuse.js";
import { faultVerdict, readFault } from "./fault.js";
import { joiningVariables } from "./joining.js";
import { coded, decoded, type Helper, helperEnvironment } from "./perl.js";

/** What keeps a sandbox open. */
export interface HoldRequest {
  readonly helper: Helper;
  readonly program: string;
  readonly args: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  /** Files that the helper gets, at descriptor 3 and on. */
  readonly inputs: readonly number[];
  readonly group: Group | null;
  readonly points: MountPoints;
  /** What its failure means, by the last line that was written. */
  readonly judge: (said: string) => Verdict;
}

/** A sandbox that is open as long as its holder lives. */
export class Held {
  /** A process inside, as this machine numbers it. */
  readonly inside: { readonly pid: number; readonly start: string };
  /** The mount namespace in which the helper's own file is guarded, as an open descriptor; null: it is not. */
  readonly door: number | null;
  readonly #holder: ChildProcess;
  readonly #gone: Promise<void>;
  readonly #unguard: () => void;
  #closed = false;

  private constructor(parts: Pick<Held, "inside" | "door"> & { holder: ChildProcess; gone: Promise<void> }) {
    this.#holder = parts.holder;
    this.#gone = parts.gone;
    this.inside = parts.inside;
    this.door = parts.door;
    this.#unguard = guardPlace({ end: () => this.close(), endNow: () => this.#end() });
  }

  /** Starts a holder. Settles when the sandbox is open. @throws CommandError that says why it is not. */
  static async open(request: HoldRequest): Promise<Held> {
    const { helper, group, variables } = request;
    const { record } = request.points;
    const environment = helperEnvironment(helper, {
      ...variables,
      FX_INPUTS: String(request.inputs.length),
      FX_POINTS: coded(request.points.words),
      ...(record === null ? {} : { FX_MADE: record }),
      ...(group ? { ...joiningVariables(group), FX_GROUPS: coded(group.folders) } : {}),
    });
    const holder = await startChild(helper.perl, ["-e", request.program, "--", ...request.args], {
      env: Object.fromEntries(environment),
      cwd: "/",
      stdio: ["pipe", "pipe", "pipe", ...request.inputs],
      detached: true,
    }).catch((error: unknown) => {
      throw notStarted(error);
    });
    const gone = new Promise<void>((resolve) => {
      holder.once("exit", () => resolve());
      holder.once("error", () => resolve());
    });
    holder.stdin?.on("error", () => {});
    const complaint = firstLine(holder.stderr as Readable);
    const said = await firstLine(holder.stdout as Readable);
    const [, first, keeper] = /^ready (\d+)(?: (\d+))?$/.exec(said) ?? [];
    const pid = Number(first);
    const start = pid > 0 ? readProcess(pid)?.start : undefined;
    if (start === undefined) {
      const met = group?.verdict(null) ?? null;
      holder.stdin?.end();
      await gone;
      throw met === null ? notOpened(said, await complaint, request.judge) : refuse(met.reason, met.why, met);
    }
    const guarded = "FX_GUARD" in variables && keeper !== undefined;
    let door: number | null;
    try {
      door = guarded ? openSync(`/proc/${keeper}/ns/mnt`, "r") : null;
    } catch (error) {
      holder.stdin?.end();
      await gone;
      throw notStarted(error);
    }
    // From now on nothing of it keeps this process from ending.
    (holder.stderr as Readable).destroy();
    holder.unref();
    return new Held({ holder, gone, inside: { pid, start }, door });
  }

  /** Ends all that runs inside. Settles when nothing of the sandbox is left. */
  async close(): Promise<void> {
    this.#end();
    this.#holder.ref();
    await this.#gone;
    if (this.door !== null && !this.#closed) closeSync(this.door);
    this.#closed = true;
    this.#unguard();
  }

  #end(): void {
    (this.#holder.stdin as Writable).end();
  }
}

function notOpened(said: string, complaint: string, judge: (said: string) => Verdict): CommandError {
  const text = decoded(/^failed (.*)$/.exec(said)?.[1] ?? "") || complaint;
  const fault = readFault(text);
  const last = printable(text.trim().split("\n").at(-1) ?? "");
  const verdict = fault ? faultVerdict(fault) : judge(last);
  return refuse(verdict.reason, verdict.why, verdict);
}

/** Up to a stream's first newline, or its end. */
function firstLine(stream: Readable): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    const done = () => {
      stream.destroy();
      resolve(text.split("\n")[0] ?? "");
    };
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString("latin1");
      if (text.includes("\n") || text.length > 64 * 1024) done();
    });
    stream.once("end", done).once("error", done);
  });
}
