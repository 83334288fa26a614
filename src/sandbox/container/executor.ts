import { existsSync, realpathSync } from "node:fs";
import { isWithin } from "../../within.js";
import { ExecutorBase, isLimited } from "../executor-base.js";
import type { OpenOptions, SandboxCapabilities, SandboxConfig, SandboxProblem } from "../model.js";
import type { NormalConfig, NormalMount } from "../normal.js";
import type { SandboxFault } from "../refuse.js";
import { capabilitiesOf, whyNot } from "./capabilities.js";
import { callerHere, detectHere, missingEngine } from "./here.js";
import { openContainer } from "./open.js";
import { strangeOptions } from "./resolve-mounts.js";
import type { ContainerSession } from "./session.js";
import { takenPorts } from "./taken-ports.js";
import { tryOut } from "./try-out.js";

/** Sandboxes that are containers, by podman or docker. */
export class ContainerExecutor extends ExecutorBase {
  readonly name = "container";

  /** Asks the engines, the first time: that takes a moment, for which all else waits. */
  get capabilities(): SandboxCapabilities {
    const detection = detectHere();
    return capabilitiesOf(detection.type === "found" ? detection.engine : null);
  }

  override whyNot(key: keyof SandboxConfig): string | null {
    const detection = detectHere();
    return detection.type === "found" ? whyNot(key, detection.engine) : null;
  }

  protected get utmost(): SandboxCapabilities {
    return capabilitiesOf(null);
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

  override strangeOptions(mount: NormalMount): readonly string[] {
    const detection = detectHere();
    return strangeOptions(mount, detection.type === "found" ? detection.engine.name : "podman");
  }

  protected override async findUnmet(config: NormalConfig): Promise<readonly SandboxFault[]> {
    return [...(await super.findUnmet(config)), ...(await this.#takenPorts(config))];
  }

  protected override findAbsent(config: NormalConfig): readonly SandboxFault[] {
    const limits = isHere() ? config.limits : { ...config.limits, deviceReadBps: [], deviceWriteBps: [] };
    return super.findAbsent({ ...config, limits });
  }

  /** A workspace would be lent and given back, which takes a while; of ports `unmet` tells, and of what lies in the workspace. */
  protected override rehearsal(config: NormalConfig): NormalConfig | null {
    const { filesystemRoot, extraMounts, cwd } = config;
    const start = cwd === null || isInWorkspace(cwd, config) ? "/" : cwd;
    const more = filesystemRoot !== "/" || extraMounts.some(({ options }) => options.length > 0) || start !== "/";
    return more || isLimited(config) ? { ...config, cwd: start, workspace: null, ports: [] } : null;
  }

  protected async openSession(config: NormalConfig, options: OpenOptions): Promise<ContainerSession> {
    for (const { error } of await this.#takenPorts(config)) throw error;
    return openContainer(config, callerHere(), options);
  }

  async #takenPorts({ ports }: NormalConfig): Promise<readonly SandboxFault[]> {
    return isHere() ? takenPorts(ports) : [];
  }
}

/** Also by links of this machine's. */
function isInWorkspace(cwd: string, { workspace }: NormalConfig): boolean {
  if (workspace === null) return false;
  return isWithin(cwd, workspace) || (existsSync(cwd) && isWithin(realpathSync(cwd), realpathSync(workspace)));
}

/** Whether containers run on this machine, so that its devices and ports are theirs. */
function isHere(): boolean {
  const detection = detectHere();
  return detection.type === "found" && detection.engine.processes !== "none";
}
