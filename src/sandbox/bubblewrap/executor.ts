import { readFileSync, realpathSync } from "node:fs";
import { run } from "../../command/index.js";
import type { ContraryKey } from "../contrary.js";
import { findHelper, helperVariables } from "../enter/perl.js";
import { environmentOf } from "../environment.js";
import { ExecutorBase, type Single } from "../executor-base.js";
import type { View } from "../files-here.js";
import { clearAllLeft } from "../groups/clear.js";
import { hostCapabilities, utmostOf } from "../host-capabilities.js";
import type { SandboxCapabilities, SandboxConfig, SandboxProblem, SandboxSession } from "../model.js";
import { MountPoints } from "../mount-points.js";
import type { NormalConfig, NormalMount } from "../normal.js";
import { notStarted, refuse } from "../refuse.js";
import { workingDirectory } from "../start-folder.js";
import { type ArgvRequest, sandboxArgs } from "./argv.js";
import { bubblewrapVerdict } from "./judge.js";
import type { Machine } from "./machine.js";
import { missingForBubblewrap } from "./missing.js";
import { strangeOptions } from "./mount-options.js";
import { capabilitiesOf } from "./rights.js";
import { openBubblewrap } from "./session.js";
import { openSingle } from "./single.js";
import { viewOf } from "./view.js";

const OWN = { network: ["undefined", "isolated"], forwards: ["any"] };

/** As many arguments as bubblewrap takes, its own and the command's together, are 9000. */
const MOST_WORDS = 8000;

function fits(config: NormalConfig, words: readonly string[]): boolean {
  return words.length + 3 * environmentOf({ environment: null }, config).size < MOST_WORDS;
}

/** bubblewrap joins no control group, and leaves the bounding set, and as ambient all that a command has. */
function needsSession({ limits, capabilities }: NormalConfig): boolean {
  const { memory, cpus, pids, deviceReadBps, deviceWriteBps } = limits;
  const rates = deviceReadBps.length + deviceWriteBps.length;
  const isLimited = memory !== null || cpus !== null || pids !== null || rates > 0;
  return isLimited || capabilities.drop.length + capabilities.add.length > 0;
}

/** A link to it is this machine's root, too. */
function isThisMachines(root: string): boolean {
  try {
    return root === "/" || realpathSync(root) === "/";
  } catch {
    return false;
  }
}

/** Whether what bubblewrap writes of a command that it could not start comes to this process: it has no other way to tell why. */
function tellsFaults({ stdout, stderr }: NormalConfig): boolean {
  const to = stderr === "stdout" ? stdout : stderr;
  return to !== "null" && to !== "inherit" && typeof to !== "number";
}

/** What is not known cannot be hidden. */
function readMounts(): string {
  try {
    return readFileSync("/proc/self/mountinfo", "utf8");
  } catch (error) {
    throw notStarted(error);
  }
}

/** Sandboxes by bubblewrap: namespaces of their own, this machine's files or another root's, no image. */
export class BubblewrapExecutor extends ExecutorBase {
  readonly name = "bubblewrap";
  readonly #machine: Machine;

  constructor(machine: Machine) {
    super();
    this.#machine = machine;
  }

  get capabilities(): SandboxCapabilities {
    return hostCapabilities(OWN);
  }

  protected get utmost(): SandboxCapabilities {
    return utmostOf(OWN);
  }

  missing(): SandboxProblem | null {
    return missingForBubblewrap(this.#machine);
  }

  async preflight(): Promise<readonly SandboxProblem[]> {
    const missing = this.missing();
    if (missing) return [missing];
    const helper = findHelper();
    const problems: readonly SandboxProblem[] = "perl" in helper ? [] : [helper];
    const args = [
      "--die-with-parent",
      "--unshare-all",
      "--ro-bind",
      "/",
      "/",
      "--proc",
      "/proc",
      "--dev",
      "/dev",
      "true",
    ];
    const tried = await run(this.#machine.bwrap() ?? "bwrap", args, {
      env: helperVariables,
      allowFailure: true,
      timeout: 10_000,
    });
    if (tried.reason === null) return problems;
    const { why } = bubblewrapVerdict(tried.stderr.trim().split("\n").at(-1) ?? "", this.#machine);
    return [...problems, { code: "bubblewrap-fails", message: why }];
  }

  override strangeOptions(mount: NormalMount): readonly string[] {
    return strangeOptions(mount);
  }

  protected override findContrary({ forwards, network }: SandboxConfig): readonly ContraryKey[] {
    if (!forwards?.length || network === "isolated") return [];
    return [
      {
        key: "forwards",
        why: "forwards are ways out of an isolated network",
        advice: "set network to isolated, or leave them out",
        fallback: "they are left out",
      },
    ];
  }

  protected override viewFor({ filesystemRoot }: NormalConfig): View | null {
    if (!isThisMachines(filesystemRoot)) return null;
    const { homes, states } = this.#machine;
    return viewOf({ own: [...homes, ...states], mountinfo: readMounts() });
  }

  protected async openSession(config: NormalConfig): Promise<SandboxSession> {
    return openBubblewrap(this.#request(config));
  }

  /** One command alone needs nobody to hold its sandbox open; what its limits and capabilities need, a session has. */
  protected override async openSingle(config: NormalConfig, argv: readonly string[]): Promise<Single> {
    if (needsSession(config)) return super.openSingle(config, argv);
    clearAllLeft();
    const request = this.#request(config);
    const args = sandboxArgs(request);
    // Mount points that are made have to be removed, also if this process is killed: what holds a session does that.
    if (request.points.areLasting && tellsFaults(config) && fits(config, [...args, ...argv]))
      return openSingle(argv, { ...request, args });
    return super.openSingle(config, argv);
  }

  #request(config: NormalConfig): ArgvRequest & { readonly machine: Machine } {
    const missing = this.missing();
    if (missing) throw refuse("unsupported", missing.message);
    const { uid } = this.#machine;
    return {
      config,
      view: this.viewFor(config),
      points: new MountPoints(),
      here: workingDirectory(),
      uid,
      keep: capabilitiesOf(config, uid),
      machine: this.#machine,
    };
  }
}
