import { parentEnvironment } from "../command/index.js";
import { UsageError } from "../errors.js";
import { BubblewrapExecutor } from "./bubblewrap/executor.js";
import { thisMachine } from "./bubblewrap/machine.js";
import { ChrootExecutor } from "./chroot/executor.js";
import { ContainerExecutor } from "./container/executor.js";
import { BACKENDS, type Backend, type Executor } from "./model.js";
import { NoneExecutor } from "./none/executor.js";

/** What each backend is made by; each is made once. */
const makers: Readonly<Record<Backend, () => Executor>> = {
  none: () => new NoneExecutor(),
  chroot: () => new ChrootExecutor(thisMachine()),
  bubblewrap: () => new BubblewrapExecutor(thisMachine()),
  container: () => new ContainerExecutor(),
};

/** What stands for "auto", the best first. Never one that isolates nothing. */
const preferred: readonly Backend[] = ["bubblewrap", "container"];

const made = new Map<Backend, Executor>();

/**
 * The executor of that name; of "auto", what `executorForPlatform` gives.
 *
 * @throws UsageError "unknown-sandbox", with the names that there are; of "auto", as `executorForPlatform`.
 */
export function getExecutor(name: string): Executor {
  if (name === "auto") return executorForPlatform();
  const backend = BACKENDS.find((known) => known === name);
  const executor = backend && (made.get(backend) ?? makers[backend]());
  if (!executor) {
    throw new UsageError(
      "unknown-sandbox",
      `There is no sandbox called ${JSON.stringify(name)}. Those there are: ${BACKENDS.join(", ")}; "auto" picks one.`,
    );
  }
  made.set(executor.name, executor);
  return executor;
}

/**
 * The executor that FORGEXEC_SANDBOX names; else the first that this machine seems to have of bubblewrap and container.
 * Whether it truly works, its `preflight` tells. Never one that isolates nothing, unless it was named.
 *
 * @throws UsageError "no-sandbox" where there is none, with what each lacks; "unknown-sandbox" for a name that is none.
 */
export function executorForPlatform(
  options: { readonly environment?: Readonly<Record<string, string | undefined>> } = {},
): Executor {
  const named = (options.environment ?? parentEnvironment()).FORGEXEC_SANDBOX;
  if (named !== undefined && named !== "" && named !== "auto") return namedByVariable(named);
  const reasons: string[] = [];
  for (const executor of preferred.map(getExecutor)) {
    const missing = executor.missing();
    if (missing === null) return executor;
    reasons.push(`${executor.name}: ${missing.message}`);
  }
  throw new UsageError(
    "no-sandbox",
    `No sandbox works on this machine, and nothing is run without one unasked.\n${reasons.join("\n")}\nOr name "none" to run without one.`,
  );
}

function namedByVariable(name: string): Executor {
  try {
    return getExecutor(name);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(error.code, `FORGEXEC_SANDBOX: ${error.message}`, { cause: error });
  }
}
