import { findHelper } from "../enter/perl.js";
import { ExecutorBase } from "../executor-base.js";
import { hostCapabilities, utmostOf } from "../host-capabilities.js";
import type { SandboxCapabilities, SandboxProblem, SandboxSession } from "../model.js";
import type { NormalConfig, NormalMount } from "../normal.js";
import { refuse } from "../refuse.js";
import { workingDirectory } from "../start-folder.js";
import { strangeOptions } from "./mounts.js";
import { openChroot } from "./session.js";

/** What a chroot depends on; a test hands in another machine. */
export interface ChrootMachine {
  readonly platform: NodeJS.Platform;
  readonly uid: number;
}

const OWN = { network: ["undefined"], forwards: [] };

/** Another root, by chroot(2): for root, who has all rights in there. It keeps files apart, and no hostile program. */
export class ChrootExecutor extends ExecutorBase {
  readonly name = "chroot";
  readonly #machine: ChrootMachine;

  constructor(machine: ChrootMachine) {
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
    const { platform, uid } = this.#machine;
    if (platform !== "linux")
      return { code: "not-linux", message: "the chroot sandbox is for Linux only; use a container" };
    if (uid !== 0)
      return { code: "not-root", message: "only root may chroot; run as root, or use bubblewrap or a container" };
    const helper = findHelper();
    return "perl" in helper ? null : helper;
  }

  async preflight(): Promise<readonly SandboxProblem[]> {
    const missing = this.missing();
    return missing ? [missing] : [];
  }

  override strangeOptions(mount: NormalMount): readonly string[] {
    return strangeOptions(mount);
  }

  protected async openSession(config: NormalConfig): Promise<SandboxSession> {
    const missing = this.missing();
    if (missing) throw refuse("unsupported", missing.message);
    return openChroot(config, workingDirectory());
  }
}
