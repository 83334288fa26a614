import { asOwner, isAlive, type Owner, thisProcess } from "../../owner.js";
import type { Engine } from "./engine.js";
import { type Loan, readLoan } from "./loan.js";

/** On every container that forgexec makes: which process owns it, as JSON. */
export const OWNER_LABEL = "forgexec.owner";
const LOAN_LABEL = "forgexec.loan";

/** The labels of a container that belongs to this process. All are always set: an image may bring labels of the same names. */
export function labelsOf(loan: Loan | null): Readonly<Record<string, string>> {
  return { [OWNER_LABEL]: JSON.stringify(thisProcess()), [LOAN_LABEL]: loan === null ? "" : JSON.stringify(loan) };
}

/** A process of another machine cannot be seen from here, and a container of one that was killed must end some day. */
const UNSEEN_OWNER_MS = 24 * 60 * 60 * 1000;

/** What the labels say of a container: `live` while its process runs, by what is known of it where the engine is. */
export function readLabels(
  labels: unknown,
  { processes }: Pick<Engine, "processes">,
): { readonly state: "live" | "abandoned"; readonly loan: Loan | null } | null {
  if (typeof labels !== "object" || labels === null) return null;
  const { [OWNER_LABEL]: owner, [LOAN_LABEL]: loan } = labels as Readonly<Record<string, unknown>>;
  if (typeof owner !== "string") return null;
  try {
    const known = asOwner(JSON.parse(owner));
    if (known === null) return null;
    const live = isAlive(known) || (processes === "none" && isOthers(known));
    // What others write on an engine elsewhere decides about no file here.
    const lent = typeof loan === "string" && processes !== "none" ? readLoan(loan) : null;
    return { state: live ? "live" : "abandoned", loan: lent };
  } catch {
    return null;
  }
}

/** Whether it may well be the live process of another machine, which has the same engine. */
function isOthers({ world, since }: Owner): boolean {
  const boot = (text: string | null) => text?.split(" ")[0];
  return boot(world) !== boot(thisProcess().world) && Date.now() - since < UNSEEN_OWNER_MS;
}
