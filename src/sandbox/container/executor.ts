import { ExecutorBase } from "../executor-base.js";
import type { OpenOptions, SandboxCapabilities, SandboxProblem } from "../model.js";
import type { NormalConfig } from "../normal.js";
import { capabilitiesOf } from "./capabilities.js";
import { callerHere, detectHere, missingEngine } from "./here.js";
import { openContainer } from "./open.js";
import type { ContainerSession } from "./session.js";
import { tryOut } from "./try-out.js";

/** Sandboxes that are containers, by podman or docker. */
export class ContainerExecutor extends ExecutorBase {
  readonly name = "container";

  /** Asks the engines, the first time: that takes a moment, for which all else waits. */
  get capabilities(): SandboxCapabilities {
    const detection = detectHere();
    return capabilitiesOf(detection.type === "found" ? detection.engine : null);
  }

  /** What keeps containers from working here; null: an engine answers. */
  missing(): SandboxProblem | null {
    const detection = detectHere();
    return detection.type === "found"
      ? null
      : { code: "no-container-engine", message: missingEngine(detection.reasons) };
  }

  async preflight(): Promise<readonly SandboxProblem[]> {
    const problem = this.missing();
    if (problem !== null) return [problem];
    const failure = await tryOut(callerHere());
    return failure === null ? [] : [{ code: "container-not-started", message: failure }];
  }

  protected async openSession(config: NormalConfig, options: OpenOptions): Promise<ContainerSession> {
    return openContainer(config, callerHere(), options);
  }
}
