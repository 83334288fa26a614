import type { Client, Enclosure, Settings } from "../../command/index.js";
import { environmentOf } from "../environment.js";
import type { Group } from "../groups/group.js";
import type { NormalConfig } from "../normal.js";
import { refuse } from "../refuse.js";
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
  readonly config: Pick<NormalConfig, "env">;
  /** A process inside, whose namespaces are joined; null: there are none. */
  readonly inside: { readonly pid: number; readonly start: string } | null;
  /** A folder to chroot to, as the mount namespace has it. */
  readonly root: string | null;
  /** Where commands start that name no folder. */
  readonly cwd: string;
  readonly privileges: Privileges;
  readonly group: Group | null;
}

/** Runs commands in an open sandbox, each by a helper that joins it, gives up its rights there and becomes the command. */
export class EnterEnclosure implements Enclosure {
  readonly #place: Place;
  readonly #entered = new Set<Promise<void>>();

  constructor(place: Place) {
    this.#place = place;
  }

  /** Settles when no command is left. */
  async left(): Promise<void> {
    await Promise.all(this.#entered);
  }

  async enter(settings: Readonly<Settings>): Promise<Client> {
    const argv = [settings.program, ...settings.args];
    const missing = unsupportedInside(settings);
    if (missing !== null) throw refuse("unsupported", `${missing} is not to be had in a sandbox`, { command: argv });
    const { helper, group } = this.#place;
    const status = new NamelessFile();
    const passed = [...settings.passed, { type: "fd", fd: status.fd, closeInParent: false } as const];
    let leave = () => {};
    const over = new Promise<void>((resolve) => {
      leave = resolve;
    });
    this.#entered.add(over);
    const before = group?.counters() ?? null;
    return {
      settings: {
        ...settings,
        program: helper.perl,
        args: ["-e", enterProgram, "--", ...argv],
        environment: helperEnvironment(helper, this.#variables(settings, passed.length + 2)),
        cwd: "/",
        passed,
        enclosure: null,
        role: "relay",
      },
      judge: async () => {
        const fault = readFault(status.read());
        return fault ? faultVerdict(fault) : (group?.verdict(before) ?? null);
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
      FX_CWD: settings.cwd ?? cwd,
      ...(group ? joiningVariables(group) : {}),
      ...(inside ? { FX_PID: String(inside.pid), FX_START: inside.start } : {}),
      ...(root === null ? {} : { FX_ROOT: root }),
      ...(privileges.keep === null ? {} : { FX_KEEP: privileges.keep.join(" "), FX_LAST: String(privileges.last) }),
      FX_NNP: privileges.noNewPrivileges ? "1" : "",
    };
  }
}
