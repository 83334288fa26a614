import { commandEnvironment } from "../github/index.js";
import type { Plan, Policy } from "../plan/index.js";
import { type OpenedSecrets, openSecrets } from "../secrets/index.js";
import type { Spec } from "../spec/index.js";
import type { BuildOptions } from "./model.js";
import { credentialsInUrls, neededValues } from "./needed.js";

/** Finds the text of every value that the plan needs, or of none where the build is only shown. */
export async function secretsOf(options: {
  readonly build: BuildOptions;
  readonly plan: Plan;
  readonly spec: Spec;
  readonly decryption: Policy["decryption"];
}): Promise<OpenedSecrets> {
  const { build, plan, spec, decryption } = options;
  const { environment } = build.machine;
  if (build.secrets === "left-alone") return { resolve: () => "***", secrets: [], warnings: [] };
  const { platform } = build.machine;
  const seen = commandEnvironment(environment, { workflowCommands: build.workflowCommands === "passed", platform });
  const opened = await openSecrets({
    values: neededValues(plan, spec, environment),
    environment: seen,
    // Whoever writes the spec would have the key itself, or the runner's tokens, under another name.
    withheld: (name) => environment[name] !== undefined && seen[name] === undefined,
    decryptionKey: build.decryptionKey || environment.FORGE_DECRYPTION_KEY,
    decryption,
  });
  return { ...opened, secrets: [...opened.secrets, ...credentialsInUrls(spec)] };
}
