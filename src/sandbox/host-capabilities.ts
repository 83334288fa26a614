import { groupLimits } from "./groups/make.js";
import { processLimits } from "./groups/process-limits.js";
import type { SandboxCapabilities } from "./model.js";
import { LIMITS } from "./normalise-limits.js";

type HostsOwn = Pick<SandboxCapabilities, "network" | "forwards">;

/** What a backend can be asked for that makes its sandboxes of this machine's own means: mounts, control groups, capabilities. */
export function hostCapabilities(own: HostsOwn): SandboxCapabilities {
  return {
    ...utmostOf(own),
    // Looked for only where a limit is asked for.
    get limits() {
      return ["timeout", "openFiles", ...groupLimits(), ...processLimits()];
    },
  };
}

/** The same of any machine. */
export function utmostOf(own: HostsOwn): SandboxCapabilities {
  return {
    ...own,
    cwd: ["any"],
    env: ["any"],
    filesystemRoot: ["any"],
    filesystemWritablePaths: ["all", "none", "any"],
    mounts: ["undefined", "isolated"],
    extraMounts: ["proc", "tmpfs", "bind"],
    stdout: ["any"],
    stderr: ["any"],
    image: [],
    workspace: ["any"],
    limits: LIMITS,
    capabilities: ["drop", "add"],
  };
}
