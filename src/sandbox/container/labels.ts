import { asOwner, isAlive, type Owner, thisProcess } from "../../owner.js";
import type { Engine } from "./engine.js";

/**
 * On every container that forgexec makes: which process owns it, as JSON. An image may bring one of the same name, which any container of it
 * has that forgexec did not make: by itself it says nothing.
 */
const OWNER_LABEL = "forgexec.owner";

/** The labels of a container that belongs to this process. */
export function labelsOfThis(): Readonly<Record<string, string>> {
  return { [OWNER_LABEL]: JSON.stringify(thisProcess()) };
}

/** A process of another machine cannot be seen from here, and a container of one that was killed must end some day. */
const UNSEEN_OWNER_MS = 24 * 60 * 60 * 1000;

/** Whether the labels of a container of forgexec's name a process that runs no more, by what is known of it where the engine is. */
export function isAbandoned(labels: unknown, { processes }: Pick<Engine, "processes">): boolean {
  if (typeof labels !== "object" || labels === null) return false;
  const { [OWNER_LABEL]: owner } = labels as Readonly<Record<string, unknown>>;
  if (typeof owner !== "string") return false;
  try {
    const known = asOwner(JSON.parse(owner));
    return known !== null && !isAlive(known) && !(processes === "none" && isOthers(known));
  } catch {
    return false;
  }
}

/** Whether it may well be the live process of another machine, which has the same engine. */
function isOthers({ world, since }: Owner): boolean {
  const boot = (text: string | null) => text?.split(" ")[0];
  return boot(world) !== boot(thisProcess().world) && Date.now() - since < UNSEEN_OWNER_MS;
}
