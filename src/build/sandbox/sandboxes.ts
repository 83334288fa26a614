import { join } from "node:path";
import { UsageError } from "../../errors.js";
import type { PythonImage } from "../../packages/index.js";
import type { PlannedPhase, PlannedSandbox } from "../../plan/index.js";
import type { PackagePlaces, PackageSession, PhaseSandbox } from "../../run/index.js";
import type { Executor, Image, SandboxConfig, SandboxSession } from "../../sandbox/index.js";
import type { PhaseName } from "../../spec/index.js";
import { isWithin } from "../../within.js";
import { askedStep, entersNetworks, indexUnreachable, notAsked, requireAsking } from "./asking.js";
import type { Blame, Blamed } from "./blame.js";
import { Chooser } from "./choose.js";
import { configurationOf, withEnvironment, withIndex, withOrders, writesTo } from "./configuration.js";
import { describer, type Preparing } from "./describer.js";
import { containerEnvironment } from "./environment.js";
import { inSpecWords, ofLimits, orDegrade, sandboxFault } from "./faults.js";
import { type Hidden, withHidden } from "./hidden.js";
import { lookAtImage } from "./look-at-image.js";
import { findHiddenStarts, findUnmet, mayComeBefore, Rehearsals } from "./missing.js";
import { type Ground, Paths } from "./paths.js";
import { pythonImage, whyForeign } from "./python-image.js";
import { isOfUse, whyOfNoUse } from "./use-of-packages.js";

/** A sandbox that was found to work. */
interface Ready {
  readonly executor: Executor;
  readonly config: SandboxConfig;
  /** Null: commands run on this machine's files. */
  readonly image: Image | null;
}

export interface SandboxParts {
  /** What commands get of the machine's environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where commands run; absolute. */
  readonly directory: string;
  readonly hidden: Hidden;
  readonly blame: Blame;
}

/** The sandboxes of a run's phases: looked at before anything runs, opened one by one. */
export class Sandboxes {
  readonly #parts: SandboxParts;
  readonly #ready = new Map<PhaseName, Ready>();
  readonly #paths = new Paths();

  constructor(parts: SandboxParts) {
    this.#parts = parts;
  }

  /**
   * Sees to it that each planned sandbox can be had: its backend, what is asked of it, its image. Gives a sentence for each thing that
   * is left out where the spec allows that.
   *
   * @throws UsageError `no-sandbox`, `sandbox-unsupported`, `no-image`
   */
  async prepare(phases: readonly PlannedPhase[], { signal, progress }: Preparing): Promise<readonly string[]> {
    const wanted = phases.filter(({ sandbox, steps }) => sandbox !== null && steps.length > 0);
    if (wanted.length === 0) return [];
    const library = await import("../../sandbox/index.js");
    const chooser = new Chooser(library);
    const describe = describer(library, { signal, progress });
    const { directory, blame } = this.#parts;
    const warnings = new Set<string>();
    const rehearsals = new Rehearsals();
    const missing: Blamed[] = [];
    const first = phases.find(({ steps }) => steps.length > 0);
    try {
      for (const planned of wanted) {
        const { phase, sandbox, steps } = planned;
        if (sandbox === null || signal.aborted) continue;
        const { executor, config } = await this.#blaming({ phase, at: [] }, async () => {
          const executor = await chooser.choose(sandbox);
          requireAsking(planned, executor);
          return { executor, config: checked(executor, sandbox, { directory, warnings }) };
        });
        const { image: name } = config;
        const image =
          name === undefined ? null : await this.#blaming({ phase, at: ["image"] }, async () => describe(name));
        this.#ready.set(phase, { executor, config, image });
        this.#paths.note(config, sandbox.workspace);
        // The link to the environment may be an earlier run's: where it leads is seen when the phase begins.
        const ground = { workspace: sandbox.workspace, environment: join(directory, ".forge/env") };
        const strayed = this.#strayed({ executor, config }, ground);
        const mayCome = mayComeBefore(phase === first?.phase ? "first" : "later", { ...sandbox, directory });
        const found =
          strayed.length > 0 ? strayed : await rehearsals.findMissing({ executor, config }, { mayCome, signal });
        const hidden = findHiddenStarts({ executor, config }, steps, this.#shownAnyway(sandbox));
        missing.push(...[...found, ...hidden].map((blamed) => ({ ...blamed, phase })));
      }
    } catch (error) {
      // It will say itself that it was stopped.
      if (!signal.aborted) throw error;
    }
    const error = blame.all(missing);
    if (error !== null) throw error;
    return [...warnings];
  }

  #strayed({ executor, config }: Pick<Ready, "executor" | "config">, ground: Ground): readonly Blamed[] {
    // It sees all of this machine anyway.
    return executor.name === "none" ? [] : this.#paths.strayed(config, ground);
  }

  /** Of what is laid over the configuration's own mounts when the phase begins nothing can be told before. */
  #shownAnyway({ workspace }: PlannedSandbox): (path: string) => boolean {
    const { directory, hidden } = this.#parts;
    return (path) => [workspace, directory, ...hidden.folders].some((folder) => isWithin(path, folder));
  }

  async #blaming<T>(about: Omit<Blamed, "error">, action: () => Promise<T>): Promise<T> {
    try {
      return await action();
    } catch (error) {
      throw error instanceof UsageError ? this.#parts.blame.placed({ ...about, error }) : error;
    }
  }

  /** The image that phases run in, for the environment to be made by its Python, or why that cannot be; null: none of them runs in one. */
  pythonImage(): { readonly image: PythonImage } | { readonly why: string } | null {
    for (const { executor, config, image } of this.#ready.values()) {
      if (image === null || config.image === undefined) continue;
      const why = whyForeign(executor);
      return why === null ? { image: pythonImage(executor, config.image, image) } : { why };
    }
    return null;
  }

  /** The same of a plan that is only shown: nothing is fetched, and what `pythonImage` gives cannot be run. */
  async look(phases: readonly PlannedPhase[]): Promise<ReturnType<Sandboxes["pythonImage"]>> {
    const prepared = this.pythonImage();
    if (prepared !== null) return prepared;
    const name = phases.map(({ sandbox }) => imageOf(sandbox)).find((image) => image !== null);
    return name === undefined ? null : lookAtImage(name);
  }

  /** @throws UsageError `sandbox-not-opened` */
  async open(
    phase: PlannedPhase,
    { packages, signal }: { readonly packages: PackageSession | null; readonly signal: AbortSignal },
  ): Promise<PhaseSandbox | null> {
    const ready = this.#ready.get(phase.phase);
    if (phase.sandbox === null || ready === undefined)
      throw new Error(`the sandbox of ${phase.phase} was not prepared`);
    const { workspace } = phase.sandbox;
    const { executor, image } = ready;
    const container = executor.name === "container";
    const shown = packages !== null && isOfUse(packages, ready) ? packages : null;
    const session = await this.#blaming({ phase: phase.phase, at: [] }, async () => {
      const places = (await packages?.places?.(phase.phase)) ?? null;
      const strayed = this.#strayed(ready, { workspace, environment: places?.environment ?? null });
      const unmet = strayed.length > 0 ? strayed : await findUnmet(ready);
      const error = this.#parts.blame.all(unmet.map((blamed) => ({ ...blamed, phase: phase.phase })));
      if (error !== null) throw error;
      const config = await this.#configured(phase.phase, ready, { packages: shown, places: shown && places });
      return openSession(executor, config, { phase, signal });
    });
    const { environment } = this.#parts;
    const start = container ? containerEnvironment(environment, image?.environment ?? {}) : environment;
    // The environment and uv's cache are mounts of their own inside, from one to the other of which nothing can be linked.
    const copies = shown !== null && executor.name !== "none";
    const uv = copies ? { UV_LINK_MODE: image?.environment.UV_LINK_MODE ?? "copy" } : {};
    return {
      planned: { ...phase.sandbox, backend: executor.name },
      command: (argv) => session.command(argv),
      environment: { ...uv, ...start },
      packages: shown === null ? "absent" : "inside",
      notice: packages === null ? null : whyOfNoUse(packages, ready),
      workspace,
      untilAnswered: answering(session),
      close: () => session.close(),
    };
  }

  async #configured(
    phase: PhaseName,
    ready: Ready,
    { packages, places }: { readonly packages: PackageSession | null; readonly places: PackagePlaces | null },
  ): Promise<SandboxConfig> {
    const { executor } = ready;
    // It sees all of this machine anyway.
    if (executor.name === "none") return ready.config;
    const index = packages?.index;
    const install = phase === "install";
    const base = withOrders(ready.config, this.#parts.environment);
    const config = withHidden(
      places === null ? base : withEnvironment(base, { places, environment: install ? "writable" : "as-configured" }),
      this.#parts.hidden,
      ready.config.workspace ?? this.#parts.directory,
    );
    if (places !== null && writesTo(config, places.environment)) await packages?.expose?.(phase);
    const isolated = config.network === "isolated";
    if (!index || !(isolated || executor.name === "container")) return config;
    if (!entersNetworks(executor)) throw indexUnreachable(executor);
    // Outside of install an index that asks others would be a way out.
    const port = isolated && !install ? await index.offlinePort() : index.port;
    return withIndex(config, { port: index.port, to: { port } });
  }
}

/** The image that a container will be made of. */
function imageOf(sandbox: PlannedSandbox | null): string | null {
  return sandbox !== null && ["auto", "container"].includes(sandbox.backend) ? sandbox.image : null;
}

/** The configuration, less what the backend cannot do where the spec allows that. */
function checked(
  executor: Executor,
  sandbox: PlannedSandbox,
  { directory, warnings }: { readonly directory: string; readonly warnings: Set<string> },
): SandboxConfig {
  const asked = configurationOf(sandbox, executor, directory);
  const warn = (message: string): void => void warnings.add(inSpecWords(message));
  try {
    const config = sandbox.lacking === "refused" ? asked : executor.degradeConfigForCapabilities(asked, { warn });
    executor.check(config);
    return config;
  } catch (error) {
    throw sandboxFault("sandbox-unsupported", error, {
      unsupported: orDegrade(sandbox),
    });
  }
}

async function openSession(
  executor: Executor,
  config: SandboxConfig,
  { phase, signal }: { readonly phase: PlannedPhase; readonly signal: AbortSignal },
): Promise<SandboxSession> {
  let session: SandboxSession;
  try {
    session = await executor.open(config, { signal });
  } catch (error) {
    throw sandboxFault("sandbox-not-opened", error, ofLimits(config));
  }
  const asks = askedStep(phase);
  if (asks === null || executor.name !== "container" || session.untilAnswered) return session;
  await session.close();
  throw notAsked(asks, executor);
}

function answering({ untilAnswered }: SandboxSession): PhaseSandbox["untilAnswered"] {
  if (untilAnswered === undefined) return null;
  return (ready, signal) => untilAnswered(ready.kind === "http" ? { url: ready.url } : ready, signal);
}
