import type { Plan } from "../plan/index.js";
import type { PhaseName } from "../spec/index.js";
import type { Emit, Environments } from "./context.js";
import type { CacheSummary } from "./events.js";
import type { PackageSession, RunServices } from "./services.js";

const NO_CACHE: CacheSummary = { hit: "off", key: null, restoredMs: 0, savedKey: null, bytes: 0 };

/** Opens the build's environment when a phase first needs it, and closes it once, at the end. */
export class Packages implements Environments {
  readonly #plan: Plan;
  readonly #services: RunServices;
  readonly #emit: Emit;
  #session: PackageSession | null | undefined;

  constructor(plan: Plan, services: RunServices, emit: Emit) {
    this.#plan = plan;
    this.#services = services;
    this.#emit = emit;
  }

  /** Puts right what a killed run left behind; a fault there is no reason not to run. */
  async recover(): Promise<void> {
    await this.#guard("not-recovered", async () => {
      for (const message of await this.#services.recover())
        void this.#emit({ type: "warning", code: "recovered", message });
    });
  }

  async enter(phase: PhaseName, signal: AbortSignal): Promise<PackageSession | null> {
    if (!this.#plan.needsPython) return null;
    if (this.#session === undefined) await this.#open(phase, signal);
    await this.#session?.enterPhase(phase);
    return this.#session ?? null;
  }

  async #open(phase: PhaseName, signal: AbortSignal): Promise<void> {
    this.#session = await this.#services.openPackages({
      note: (text) => void this.#emit({ type: "progress", phase, text: this.#services.masker.mask(text) }),
      warn: (code, text) => void this.#emit({ type: "warning", code, message: this.#services.masker.mask(text) }),
      signal,
    });
  }

  async leave(phase: PhaseName, outcome: { readonly succeeded: boolean }): Promise<void> {
    await this.#guard("environment-not-kept", async () => this.#session?.leavePhase(phase, outcome));
  }

  /** What the package cache did for the run. */
  async close(outcome: { readonly succeeded: boolean }): Promise<CacheSummary> {
    await this.#guard("environment-not-closed", async () => this.#session?.close(outcome));
    return this.#session?.cache?.() ?? NO_CACHE;
  }

  /** What goes wrong around the phases costs the next run time, not this one its result. */
  async #guard(code: string, action: () => Promise<void> | undefined): Promise<void> {
    try {
      await action();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      void this.#emit({ type: "warning", code, message: this.#services.masker.mask(why) });
    }
  }
}
