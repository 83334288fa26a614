import type { NormalConfig } from "../normal.js";
import { resolveMounts } from "./resolve-mounts.js";
import type { ContainerRequest } from "./run-argv.js";

/** What of a request the configuration alone decides. */
export type FromConfig = Pick<
  ContainerRequest,
  "root" | "rootMode" | "mounts" | "network" | "ports" | "limits" | "capabilities"
>;

/** A configuration as a request, or what of it cannot be done and why: `unsupported` here, or `invalid` anywhere. */
export type Resolved =
  | { readonly type: "request"; readonly request: FromConfig }
  | { readonly type: "fault"; readonly reason: "unsupported" | "invalid"; readonly why: string };

/**
 * Resolves a configuration that has been checked against what the engine can do. Of this machine it looks at nothing but links.
 *
 * @throws CommandError `mount` for a path whose links go round in a circle
 */
export function resolve(config: NormalConfig): Resolved {
  const { image, filesystemRoot, network, ports, capabilities, limits } = config;
  if (image !== null && filesystemRoot !== "/")
    return invalid("a container has its files from image or from filesystemRoot, not from both");
  if (image === null && filesystemRoot === "/")
    return invalid("a container has its files from an image: give image a name, or filesystemRoot a folder");
  const mounted = resolveMounts(config);
  if (mounted.type === "fault") return { type: "fault", reason: "unsupported", why: mounted.why };
  const { add } = capabilities;
  // What is added comes after what is dropped; engines take no name in both lists.
  const drop = add.includes("all") ? [] : capabilities.drop.filter((name) => !add.includes(name));
  return {
    type: "request",
    request: {
      root: image === null ? { type: "folder", path: filesystemRoot } : { type: "image", image },
      rootMode: mounted.rootMode,
      mounts: mounted.mounts,
      network,
      ports,
      limits,
      // A device made in a bound folder would be there for this machine as well.
      capabilities: { drop: makesDevices(add) ? drop : [...drop, "mknod"], add },
    },
  };
}

function makesDevices(add: readonly string[]): boolean {
  return add.includes("mknod") || add.includes("all");
}

function invalid(why: string): Resolved {
  return { type: "fault", reason: "invalid", why };
}
