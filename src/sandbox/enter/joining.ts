import type { Group } from "../groups/group.js";
import { coded } from "./perl.js";

/** What a helper has to know to join a control group. */
export function joiningVariables(group: Group): Readonly<Record<string, string>> {
  return { FX_CGROUPS: coded(group.joinFiles), ...(group.access === "sudo" ? { FX_SUDO: "1" } : {}) };
}
