import type { SandboxCapabilities } from "../model.js";
import type { Engine } from "./engine.js";

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
    // Its network is entered from outside, which only those may whose processes it has.
    forwards: engine === null || engine.processes === "own" ? ["any"] : [],
    stdout: ["any"],
    stderr: ["any"],
    limits: engine?.limits ?? ALL_LIMITS,
    capabilities: ["drop", "add"],
  };
}
