import { capabilitySet, heldOf } from "../enter/privileges.js";
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
