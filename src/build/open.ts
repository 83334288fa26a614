import { UsageError } from "../errors.js";
import type { Plan, PlannedPhase } from "../plan/index.js";
import { type PhaseSandbox, phaseVariables, type RunServices } from "../run/index.js";
import type { OpenBuild } from "./model.js";

/** Makes the environment that a phase's commands get, without running any of them: for `shell` and `exec`. */
export async function openBuild(options: {
  readonly plan: Plan;
  readonly services: RunServices;
  /** Sees to it that the phase's sandbox can be had. */
  readonly prepareSandbox: (phase: PlannedPhase) => Promise<readonly string[]>;
  readonly phase?: string;
  readonly argv?: readonly string[];
  readonly note: (line: string) => void;
  readonly signal: AbortSignal;
}): Promise<OpenBuild> {
  const { plan, services, note, signal, argv, prepareSandbox } = options;
  const phase = phaseOf(plan, options.phase);
  for (const line of await prepareSandbox(phase)) note(line);
  for (const line of await recovered(services)) note(line);
  const session = plan.needsPython
    ? await services.openPackages({ note, warn: (_code, message) => note(message), signal, phases: [] })
    : null;
  let sandbox: PhaseSandbox | null = null;
  try {
    await session?.enterPhase(phase.phase);
    if (phase.sandbox !== null) sandbox = await services.openSandbox({ phase, packages: session, signal });
    if (sandbox !== null && sandbox.notice !== null) note(sandbox.notice);
    return {
      environment: phaseVariables({
        services,
        session,
        sandbox,
        phase,
        values: phase.environment,
        ...(argv === undefined ? {} : { argv }),
      }),
      workingDirectory: plan.directory,
      session,
      sandbox,
      close: async () => {
        await sandbox?.close();
        await session?.close();
      },
    };
  } catch (error) {
    await sandbox?.close();
    await session?.close();
    throw error;
  }
}

/** What was put right of runs that were killed; a fault there is no reason not to go on. */
async function recovered(services: RunServices): Promise<readonly string[]> {
  try {
    return await services.recover();
  } catch (error) {
    return [`What a killed run left could not be put right: ${(error as Error).message}`];
  }
}

/** The named phase; without a name the last one that delivers nothing, where tests and programs run. */
function phaseOf(plan: Plan, name: string | undefined): PlannedPhase {
  const found = name === undefined ? plan.phases.findLast(({ phase }) => !phase.includes("/")) : undefined;
  const phase =
    found ?? plan.phases.find((other) => other.phase === name) ?? (name === undefined ? plan.phases[0] : undefined);
  if (phase !== undefined) return phase;
  throw new UsageError(
    "unknown-phase",
    `${plan.spec} has no phase "${name}" in the stage "${plan.stage}"; it has ${plan.phases.map((other) => other.phase).join(", ")}.`,
  );
}
