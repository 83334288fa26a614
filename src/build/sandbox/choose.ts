import { UsageError } from "../../errors.js";
import type { PlannedSandbox } from "../../plan/index.js";
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
  async choose({ backend, namedBy, image, configuration }: PlannedSandbox): Promise<Executor> {
    const bare = image === null && (configuration.filesystemRoot ?? "/") === "/";
    if (backend !== "auto") {
      if (backend === "container" && bare) throw noSandbox(`The container sandbox has no files: ${GIVE_IMAGE}`);
      const why = await this.#missing(backend);
      if (why === null) return this.#getExecutor(backend);
      const asks = image === null ? namedBy && `${namedBy} names` : `the image ${image} needs`;
      const wanted = asks === undefined ? "" : `, which ${asks},`;
      throw noSandbox(`The ${backend} sandbox${wanted} does not work on this machine: ${why}`);
    }
    const reasons: string[] = [];
    for (const name of image === null ? (["bubblewrap", "container"] as const) : (["container"] as const)) {
      const why = name === "container" && bare ? GIVE_IMAGE : await this.#missing(name);
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

const GIVE_IMAGE = "give `image` (--image) a name, or `filesystem-root` a folder.";

function noSandbox(message: string): UsageError {
  return new UsageError("no-sandbox", message);
}
