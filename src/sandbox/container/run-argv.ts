import type { SandboxPort } from "../model.js";
import type { NormalLimits } from "../normal.js";
import type { Engine } from "./engine.js";
import { limitArgv } from "./limit-argv.js";
import { type Mount, mountArgv } from "./mount-argv.js";
import { unsetArgv } from "./unset.js";

/** All that `run` is told of a container, with every value resolved. */
export interface ContainerRequest {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly root:
    | { readonly type: "image"; readonly image: string }
    | { readonly type: "folder"; readonly path: string };
  /** What is process 1: a program and its arguments. */
  readonly keeper: readonly [string, ...string[]];
  readonly rootMode: "read-write" | "read-only";
  readonly mounts: readonly Mount[];
  readonly network: "undefined" | "isolated";
  readonly ports: readonly Required<SandboxPort>[];
  readonly limits: NormalLimits;
  readonly capabilities: { readonly drop: readonly string[]; readonly add: readonly string[] };
  /** Ids that the user who called has inside, in an engine without root's rights; null: the engine's own way, which makes it root. */
  readonly keepId: { readonly uid: number; readonly gid: number } | null;
  /** The image's variables that are left out. */
  readonly unset: readonly string[];
  /** Options that hand over the environment. */
  readonly environment: readonly string[];
}

type Runs = Pick<Engine, "name" | "version" | "rights" | "environment" | "swap" | "hardProcesses">;

/** The arguments of podman or docker that make a container and start its keeper. Pure: the same request gives the same words. */
export function runArgv(request: ContainerRequest, engine: Runs): string[] {
  const podman = engine.name === "podman";
  const { root, keeper, capabilities, keepId } = request;
  return [
    "run",
    "--detach",
    "--rm",
    ...["--name", request.name],
    ...Object.entries(request.labels).flatMap(([name, value]) => ["--label", `${name}=${value}`]),
    // The keeper has nothing to end: no need to wait for it.
    ...["--stop-timeout", "0"],
    ...["--pull", "never"],
    "--no-healthcheck",
    // What set-user-id programs would give is not to be had here.
    ...["--security-opt", "no-new-privileges"],
    // Bound folders keep their labels on the host; relabelling the user's files would be the other way.
    ...["--security-opt", "label=disable"],
    // podman would hand on the proxies of its own environment, and the socket that systemd listens at.
    ...(podman ? ["--http-proxy=false", "--sdnotify=ignore"] : []),
    // Its own by default on control groups of version 2 alone: else the names of this machine's are to be seen.
    ...(hasGroupNamespaces(engine) ? ["--cgroupns=private"] : []),
    ...(podman && keepId ? ["--userns", userNamespace(keepId)] : []),
    ...(request.rootMode === "read-only" ? ["--read-only", ...(podman ? ["--read-only-tmpfs=false"] : [])] : []),
    ...request.mounts.flatMap((mount) => mountArgv(mount, engine.name)),
    ...(request.network === "isolated" ? ["--network", "none"] : []),
    ...request.ports.flatMap(({ address, host, sandbox }) => ["--publish", published(address, host, sandbox)]),
    ...limitArgv(request.limits, engine),
    ...capabilities.drop.flatMap((name) => ["--cap-drop", name.toUpperCase()]),
    ...capabilities.add.flatMap((name) => ["--cap-add", name.toUpperCase()]),
    ...unsetArgv(request.unset, engine),
    ...request.environment,
    ...(root.type === "image"
      ? ["--entrypoint", keeper[0], root.image, ...keeper.slice(1)]
      : ["--rootfs", root.path, ...keeper]),
  ];
}

/** docker has them since 20.10. Without root's rights they are the default with version 2, and with version 1 there are no groups to make. */
function hasGroupNamespaces({ name, version, rights }: Runs): boolean {
  if (rights === "rootless") return false;
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return name === "podman" || major > 20 || (major === 20 && minor >= 10);
}

/** An IPv6 address stands in brackets. */
function published(address: string, host: number, sandbox: number): string {
  return `${address.includes(":") ? `[${address}]` : address}:${host}:${sandbox}`;
}

function userNamespace({ uid, gid }: { readonly uid: number; readonly gid: number }): string {
  return `keep-id:uid=${uid},gid=${gid}`;
}
