import { UsageError } from "../../errors.js";
import { GIVE_FILES, hasFiles, type PlannedSandbox } from "../../plan/index.js";
import type { Backend, Executor } from "../../sandbox/index.js";

type Sandboxes = typeof import("../../sandbox/index.js");

/** Finds the executor of a planned sandbox, and tries each backend out once. */
export class Chooser {
  readonly #getExecutor: Sandboxes["getExecutor"];
  readonly #tried = new Map<Backend, Promise<string | null>>();

  constructor({ getExecutor }: Sandboxes) {
    this.#getExecutor = getExecutor;
  }

  /**
   * The backend that the plan names; for `auto` bubblewrap, then container. Never one that isolates nothing.
   *
   * @throws UsageError `no-sandbox` where it does not work on this machine, with what is missing and what to do about it
   */
  async choose(sandbox: PlannedSandbox): Promise<Executor> {
    const { backend, namedBy, image } = sandbox;
    if (backend !== "auto") {
      const why = await this.#missing(backend);
      if (why === null) return this.#getExecutor(backend);
      const asks = image === null ? namedBy && `${namedBy} names` : `the image ${image} needs`;
      const wanted = asks === undefined ? "" : `, which ${asks},`;
      throw noSandbox(`The ${backend} sandbox${wanted} does not work on this machine: ${why}`);
    }
    const reasons: string[] = [];
    for (const name of image === null ? (["bubblewrap", "container"] as const) : (["container"] as const)) {
      const missing = await this.#missing(name);
      const why = missing ?? (name === "container" && !hasFiles(sandbox) ? GIVE_FILES : null);
      if (why === null) return this.#getExecutor(name);
      reasons.push(`${name}: ${why}`);
    }
    throw noSandbox(
      `No sandbox works on this machine, and nothing is run without one unasked.\n${reasons.join("\n")}\nOr say \`backend: none\` (--sandbox none) to run without one.`,
    );
  }

  #missing(backend: Backend): Promise<string | null> {
    let tried = this.#tried.get(backend);
    if (tried === undefined) {
      tried = this.#try(backend);
      this.#tried.set(backend, tried);
    }
    return tried;
  }

  async #try(backend: Backend): Promise<string | null> {
    const problems = await this.#getExecutor(backend).preflight();
    return problems.length === 0 ? null : problems.map(({ message }) => message).join("; ");
  }
}

function noSandbox(message: string): UsageError {
  return new UsageError("no-sandbox", message);
}
