import { capabilityNumber } from "../../command/index.js";
import { capabilitySet, heldOf } from "../enter/privileges.js";
import { syscallFilter } from "../filter/filter.js";
import type { NormalConfig } from "../normal.js";

/**
 * What root keeps in a sandbox: what installing and building need of files, users and low ports. Nothing by which mounts, devices, the
 * network or other users' processes could be changed.
 */
const standard = [
  "chown",
  "dac_override",
  "fowner",
  "fsetid",
  "kill",
  "setgid",
  "setuid",
  "setpcap",
  "net_bind_service",
];

/** The capabilities of a sandbox's commands, by number. A common user has those that are added, over the sandbox's own namespaces only. */
export function capabilitiesOf(config: Pick<NormalConfig, "capabilities">, uid: number): readonly number[] {
  if (uid !== 0) return capabilitySet([], config.capabilities);
  return heldOf(capabilitySet(standard, config.capabilities));
}

/**
 * The filter of system calls that all commands of a sandbox have; null: none is known for this processor. root's user namespaces are refused:
 * by them it would be root over its own control groups again, the limits among them. A common user's give no right over this machine.
 */
export function filterOf(request: {
  readonly config: Pick<NormalConfig, "network">;
  readonly uid: number;
  readonly keep: readonly number[];
}): Buffer | null {
  const { config, uid, keep } = request;
  const key = [config.network, uid, ...keep].join(" ");
  const known = filters.get(key);
  if (known !== undefined) return known;
  const holds = (name: string) => keep.includes(capabilityNumber(name) ?? -1);
  const filter = syscallFilter({
    arch: process.arch,
    network: config.network,
    userNamespaces: uid === 0 && !holds("sys_admin") ? "refused" : "allowed",
    holds,
  });
  filters.set(key, filter);
  return filter;
}

/** By what they depend on: mostly all commands of a process have the same. */
const filters = new Map<string, Buffer | null>();
