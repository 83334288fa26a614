import { delimiter } from "node:path";
import type { PlannedPhase } from "../plan/index.js";
import type { Values } from "../spec/index.js";
import type { RunContext, StepPlace } from "./context.js";
import type { PackageSession, PhaseSandbox, RunServices } from "./services.js";

/** Marks every process of a run, so that strays are found. */
export const RUN_ID = "FORGEXEC_RUN_ID";

/** Marks every process of one command, and of no other: what is ended with it. */
export const COMMAND_ID = "FORGEXEC_COMMAND_ID";

/** The whole environment of a step's command, secrets filled in. */
export function stepEnvironment(run: RunContext, { phase: name, planned }: StepPlace): Record<string, string> {
  const { services, session, sandbox } = run;
  const phase = run.plan.phases.find((other) => other.phase === name);
  const { environment: values, argv } = planned;
  return { ...phaseVariables({ services, session, sandbox, phase, values, argv }), [RUN_ID]: run.runId };
}

/** The machine's environment with what the build's own environment and the given values change in it. */
export function phaseVariables(options: {
  readonly services: RunServices;
  readonly session: PackageSession | null;
  readonly sandbox: PhaseSandbox | null;
  readonly phase: PlannedPhase | undefined;
  readonly values: Values;
  /** The command that they are for; absent: any. */
  readonly argv?: readonly string[];
}): Record<string, string> {
  const { services, sandbox, phase, values, argv } = options;
  const session = sandbox?.packages === "absent" ? null : options.session;
  const variables = {
    ...(sandbox?.environment ?? services.environment),
    ...(phase?.idToken ? services.idTokenEnvironment : {}),
  };
  for (const name of session?.remove ?? []) delete variables[name];
  Object.assign(variables, session?.variables, argv === undefined ? {} : session?.variablesFor?.(argv));
  for (const [name, wanted] of Object.entries(values)) {
    const value = services.resolve(wanted);
    variables[name] = session?.standIn?.({ name, value, argv: argv ?? [] }) ?? value;
  }
  // The build's own environment comes first, whatever PATH the spec sets.
  const path = [...(session?.path ?? []), variables.PATH].filter((part) => part !== undefined);
  if (path.length > 0) variables.PATH = path.join(delimiter);
  return variables;
}
