import { asOwner, isAlive, thisProcess } from "../../owner.js";
import { type Loan, readLoan } from "./loan.js";

/** On every container that forgexec makes: which process owns it, as JSON. */
export const OWNER_LABEL = "forgexec.owner";
const LOAN_LABEL = "forgexec.loan";

/** The labels of a container that belongs to this process. All are always set: an image may bring labels of the same names. */
export function labelsOf(loan: Loan | null): Readonly<Record<string, string>> {
  return { [OWNER_LABEL]: JSON.stringify(thisProcess()), [LOAN_LABEL]: loan === null ? "" : JSON.stringify(loan) };
}

/** What the labels say of a container: `live` while its process runs. */
export function readLabels(
  labels: unknown,
): { readonly state: "live" | "abandoned"; readonly loan: Loan | null } | null {
  if (typeof labels !== "object" || labels === null) return null;
  const { [OWNER_LABEL]: owner, [LOAN_LABEL]: loan } = labels as Readonly<Record<string, unknown>>;
  if (typeof owner !== "string") return null;
  try {
    const known = asOwner(JSON.parse(owner));
    if (known === null) return null;
    return { state: isAlive(known) ? "live" : "abandoned", loan: typeof loan === "string" ? readLoan(loan) : null };
  } catch {
    return null;
  }
}
