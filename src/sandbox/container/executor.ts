import { parentEnvironment } from "../../command/index.js";
import { ExecutorBase } from "../executor-base.js";
import type { SandboxCapabilities, SandboxProblem } from "../model.js";
import type { NormalConfig } from "../normal.js";
import { refuse } from "../refuse.js";
import { capabilitiesOf } from "./capabilities.js";
import { type Detection, detectEngine } from "./detect.js";
import type { Caller } from "./lending.js";
import { openContainer } from "./open.js";
import type { ContainerSession } from "./session.js";
import { tryOut } from "./try-out.js";

/** Sandboxes that are containers, by podman or docker. */
export class ContainerExecutor extends ExecutorBase {
  readonly name = "container";

  /** Asks the engines, the first time: that takes a moment, for which all else waits. */
  get capabilities(): SandboxCapabilities {
    const detection = detect();
    return capabilitiesOf(detection.type === "found" ? detection.engine : null);
  }

  /** What keeps containers from working here; null: an engine answers. */
  missing(): SandboxProblem | null {
    const detection = detect();
    return detection.type === "found"
      ? null
      : { code: "no-container-engine", message: missingEngine(detection.reasons) };
  }

  async preflight(): Promise<readonly SandboxProblem[]> {
    const problem = this.missing();
    if (problem !== null) return [problem];
    const failure = await tryOut(caller());
    return failure === null ? [] : [{ code: "container-not-started", message: failure }];
  }

  protected async openSession(config: NormalConfig): Promise<ContainerSession> {
    return openContainer(config, caller());
  }
}

/** The engine is called with this process's own environment: that is where its settings are. */
function detect(): Detection {
  const variables = Object.entries(parentEnvironment());
  return detectEngine(
    Object.fromEntries(variables.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  );
}

function caller(): Caller {
  const detection = detect();
  if (detection.type === "found") return { engine: detection.engine, uid: process.geteuid?.() ?? -1 };
  throw refuse("unsupported", missingEngine(detection.reasons));
}

/** For people who want containers and have no engine. */
function missingEngine(reasons: readonly string[]): string {
  return (
    `no container engine works on this machine (${reasons.join("; ")}). ` +
    "Install podman (the package podman of Debian, Ubuntu and Fedora), or start docker's service and see that this user may use it"
  );
}
