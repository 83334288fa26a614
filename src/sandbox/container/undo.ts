import { removeFolder } from "./folder.js";
import type { Caller } from "./lending.js";
import type { Loan } from "./loan.js";
import { forgetContainer } from "./notes.js";
import type { FromConfig } from "./resolve.js";
import { rememberRoot } from "./root-folder.js";
import { takeBack } from "./take-back.js";

/** What is made on this machine for a container. */
export interface Made {
  readonly folder: string;
  readonly loan: Loan | null;
  readonly request: Pick<FromConfig, "root" | "mounts">;
}

/** To be called before the container is there: gives what puts all right once it is gone, at once. Safe to call twice. */
export function undoing(caller: Caller, { folder, loan, request }: Made): () => void {
  const { root, mounts } = request;
  const targets = mounts.map(({ target }) => target);
  const cleanRoot = root.type === "folder" ? rememberRoot(root.path, targets) : () => {};
  let done = false;
  return () => {
    if (done) return;
    done = true;
    cleanRoot();
    try {
      if (loan) takeBack(loan, folder, caller);
    } finally {
      removeFolder(folder);
      forgetContainer(folder);
    }
  };
}
