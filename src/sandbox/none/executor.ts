import { ExecutorBase } from "../executor-base.js";
import type { SandboxCapabilities } from "../model.js";
import type { NormalConfig } from "../normal.js";
import { openNone } from "./session.js";

/** No sandbox: commands run on this machine as they are, with this interface. */
export class NoneExecutor extends ExecutorBase {
  readonly name = "none";
  readonly capabilities: SandboxCapabilities = {
    cwd: ["any"],
    env: ["any"],
    filesystemRoot: ["/"],
    filesystemWritablePaths: ["all"],
    mounts: ["undefined"],
    extraMounts: [],
    network: ["undefined"],
    forwards: [],
    stdout: ["any"],
    stderr: ["any"],
    image: [],
    limits: ["timeout", "openFiles"],
    capabilities: [],
  };

  protected get utmost(): SandboxCapabilities {
    return this.capabilities;
  }

  missing(): null {
    return null;
  }

  async preflight(): Promise<readonly []> {
    return [];
  }

  protected async openSession(config: NormalConfig) {
    return openNone(config);
  }
}
