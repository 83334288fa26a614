import { closest } from "../closest.js";
import { UsageError } from "../errors.js";
import { SANDBOX_BACKENDS } from "../spec/index.js";
import type { PlanContext } from "./context.js";
import type { PlannedSandbox } from "./model.js";

/** The variable that says what `auto` is on this machine. */
export const AUTOMATIC = "FORGEXEC_SANDBOX";

/** What `--sandbox` and `--image` say, and the machine's variable, checked. */
export interface SandboxOverrides {
  /** Null: nothing. */
  readonly backend: PlannedSandbox["backend"] | null;
  readonly image: string | null;
  /** What `auto` stands for; `auto`: what is found on the machine. */
  readonly automatic: PlannedSandbox["backend"];
}

/** @throws UsageError `unknown-sandbox`, `sandbox-unsupported` */
export function sandboxOverrides({
  sandbox,
  image,
  automaticSandbox,
}: Pick<PlanContext, "sandbox" | "image" | "automaticSandbox">): SandboxOverrides {
  const backend = sandbox === undefined ? null : backendOf(sandbox, "");
  const automatic = backendOf(automaticSandbox || "auto", `${AUTOMATIC}: `);
  if (backend === "none" && image !== undefined)
    throw new UsageError(
      "sandbox-unsupported",
      "--image names what commands run in, and --sandbox none says that they run in nothing: leave one of the two out.",
    );
  return { backend, image: image ?? null, automatic };
}

/** `by`: what the message begins with. */
function backendOf(name: string, by: string): PlannedSandbox["backend"] {
  const backend = SANDBOX_BACKENDS.find((known) => known === name);
  if (backend !== undefined) return backend;
  const near = closest(name, SANDBOX_BACKENDS);
  throw new UsageError(
    "unknown-sandbox",
    `${by}There is no sandbox "${name}". ${near === undefined ? "" : `Did you mean "${near}"? `}Those there are: ${SANDBOX_BACKENDS.join(", ")}.`,
  );
}
