import type { ChangeStatus } from "../../model.js";

/** `NEW`, `DRAFT` and, long ago, `SUBMITTED` are open; lists of events leave the status out. */
export function statusOf(status: string | null): ChangeStatus {
  if (status === "MERGED") return "merged";
  return status === "ABANDONED" ? "closed" : "open";
}
