import {
  type Client,
  type ClientEnd,
  type Enclosure,
  type Settings,
  saidError,
  type Verdict,
} from "../../command/index.js";
import { environmentOf } from "../environment.js";
import type { Group } from "../groups/group.js";
import { processLimitWords } from "../groups/process-limits.js";
import type { NormalConfig } from "../normal.js";
import { NOT_OPEN, refuse } from "../refuse.js";
import { enterProgram } from "./enter-program.js";
import { faultVerdict, readFault } from "./fault.js";
import { joiningVariables } from "./joining.js";
import { NamelessFile } from "./nameless-file.js";
import { type Helper, helperEnvironment } from "./perl.js";
import type { Privileges } from "./privileges.js";
import { unsupportedInside } from "./unsupported-inside.js";

/** An open sandbox, as a command has to know it. */
export interface Place {
  readonly helper: Helper;
  readonly config: Pick<NormalConfig, "env" | "limits">;
  /** A process inside, whose namespaces are joined; null: there are none. */
  readonly inside: { readonly pid: number; readonly start: string } | null;
  /**
   * The mount namespace to start the helper in, as an open descriptor: its own file is read-only there, so that a command whose name leads
   * to /proc/self/exe cannot change it. null: this process's.
   */
  readonly door: number | null;
  /** A folder to chroot to, as the mount namespace has it. */
  readonly root: string | null;
  /** Where commands start that name no folder. */
  readonly cwd: string;
  readonly privileges: Privileges;
  readonly group: Group | null;
}

/** The helper itself could not be loaded, as with too few open files. */
function notBegun({ lastLines }: ClientEnd): Verdict {
  const said = lastLines.at(-1) ?? "it said nothing";
  const why = `what enters the sandbox could not be started: ${said}`;
  return { reason: "spawn", why, notStarted: true, cause: saidError(said) };
}

/** Runs commands in an open sandbox, each by a helper that joins it, gives up its rights there and becomes the command. */
export class EnterEnclosure implements Enclosure {
  readonly #place: Place;
  readonly #entered = new Set<Promise<void>>();
  #closed = false;

  constructor(place: Place) {
    this.#place = place;
  }

  /** Lets no more commands in. Settles when none is left. */
  async left(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#entered);
  }

  async enter(settings: Readonly<Settings>): Promise<Client> {
    const argv = [settings.program, ...settings.args];
    const missing = unsupportedInside(settings);
    if (missing !== null) throw refuse("unsupported", `${missing} is not to be had in a sandbox`, { command: argv });
    const { helper, group, door } = this.#place;
    if (this.#closed) throw refuse("spawn", NOT_OPEN, { command: argv });
    const status = new NamelessFile();
    const handed = door === null ? [status.fd] : [status.fd, door];
    const passed = [...settings.passed, ...handed.map((fd) => ({ type: "fd", fd, closeInParent: false }) as const)];
    const start = [helper.perl, "-e", enterProgram, "--", ...argv];
    const [program = "", ...args] =
      door === null ? start : [helper.nsenter, `--mount=/proc/self/fd/${passed.length + 2}`, "--", ...start];
    let leave = () => {};
    const over = new Promise<void>((resolve) => {
      leave = resolve;
    });
    this.#entered.add(over);
    const before = group?.counters() ?? null;
    return {
      settings: {
        ...settings,
        program,
        args,
        environment: helperEnvironment(helper, this.#variables(settings, settings.passed.length + 3)),
        cwd: "/",
        passed,
        enclosure: null,
        role: "relay",
      },
      judge: async (end) => {
        const said = status.read();
        const fault = readFault(said);
        // A fork that was refused, to the helper as to the command.
        const met = fault === null || fault.code === "EAGAIN" ? group?.verdict(before) : null;
        if (met) return met;
        if (fault !== null) return faultVerdict(fault);
        return said === "" && end.exit.signal === null ? notBegun(end) : null;
      },
      leave: async () => {
        status.close();
        this.#entered.delete(over);
        leave();
      },
    };
  }

  #variables(settings: Readonly<Settings>, statusFd: number): Record<string, string> {
    const { inside, root, cwd, privileges, group, config } = this.#place;
    const environment = [...environmentOf(settings, config)].map(([name, value], index) => [
      `FX_E${index}`,
      `${name}=${value}`,
    ]);
    return {
      ...Object.fromEntries(environment),
      FX_STATUS: String(statusFd),
      ...(this.#place.door === null ? {} : { FX_DOOR: String(statusFd + 1) }),
      FX_CWD: settings.cwd ?? cwd,
      ...(group ? joiningVariables(group) : {}),
      ...(inside ? { FX_PID: String(inside.pid), FX_START: inside.start } : {}),
      ...(root === null ? {} : { FX_ROOT: root }),
      ...(privileges.keep === null ? {} : { FX_KEEP: privileges.keep.join(" "), FX_LAST: String(privileges.last) }),
      FX_NNP: privileges.noNewPrivileges ? "1" : "",
      FX_LIMITS: processLimitWords(config.limits),
      ...(privileges.filter === null ? {} : { FX_FILTER: privileges.filter.toString("hex") }),
    };
  }
}
