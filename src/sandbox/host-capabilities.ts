import { groupLimits } from "./groups/make.js";
import type { SandboxCapabilities } from "./model.js";

/** What a backend can be asked for that makes its sandboxes of this machine's own means: mounts, control groups, capabilities. */
export function hostCapabilities(own: Pick<SandboxCapabilities, "network" | "forwards">): SandboxCapabilities {
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
    // Looked for only where a limit is asked for.
    get limits() {
      return ["timeout", "openFiles", ...groupLimits()];
    },
    capabilities: ["drop", "add"],
  };
}
