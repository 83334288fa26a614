import type { SandboxCapabilities, SandboxConfig } from "../model.js";
import type { Engine } from "./engine.js";
import { whyNotEntered } from "./enter-network.js";

/** Every limit that there is: where no engine works, that is what is to be said, and not that a limit is missing. */
const ALL_LIMITS = ["memory", "cpus", "pids", "openFiles", "timeout", "deviceReadBps", "deviceWriteBps", "noOomKill"];

/** What a sandbox can be asked for where this engine is the one; null: none works. */
export function capabilitiesOf(engine: Engine | null): SandboxCapabilities {
  return {
    cwd: ["any"],
    env: ["any"],
    image: ["any"],
    pull: ["missing", "never"],
    ports: ["any"],
    workspace: ["any"],
    // docker runs images only.
    filesystemRoot: engine?.name === "docker" ? ["/"] : ["any"],
    filesystemWritablePaths: ["all", "none", "any"],
    mounts: ["undefined", "isolated"],
    extraMounts: ["bind", "tmpfs", "proc"],
    network: ["undefined", "isolated"],
    // Its network is entered from outside.
    forwards: engine === null || whyNotEntered(engine) === null ? ["any"] : [],
    stdout: ["any"],
    stderr: ["any"],
    limits: engine?.limits ?? ALL_LIMITS,
    capabilities: ["drop", "add"],
  };
}

/** Why a key of the configuration has not all of its values with this engine; null: there is no more to say than which it has. */
export function whyNot(key: keyof SandboxConfig, engine: Engine): string | null {
  if (key === "forwards") return whyNotEntered(engine);
  if (key !== "filesystemRoot" || engine.name !== "docker") return null;
  return "docker runs images only. podman can do it: install that, or name it in FORGEXEC_CONTAINER_ENGINE";
}
