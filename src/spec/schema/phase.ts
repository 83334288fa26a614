import * as z from "zod/mini";
import { documented, flag, integer, mapping } from "./field.js";
import { timeout, withoutNul } from "./fields.js";
import { sandbox } from "./sandbox.js";
import { step } from "./step.js";

const EXPECTED = "a list of commands, or a mapping whose `steps` is one";

export const steps = documented(z.nullable(z.array(step, { error: "a list of commands" })), { id: "steps" });

const common = () => ({
  steps: z.optional(steps),
  parallel: z.optional(documented(flag(), { description: "The steps run at the same time." })),
  timeout: z.optional(timeout("How long the phase may take.")),
  sandbox: z.optional(sandbox),
  shards: z.optional(integer({ least: 1, most: 1000, expected: "a whole number from 1 to 1000" })),
});

function phase<T extends z.core.$ZodLooseShape>(shape: T, id: string) {
  return documented(z.union([steps, mapping(shape, EXPECTED)], { error: EXPECTED }), { id });
}

export const plainPhase = phase(common(), "phase");

export const installPhase = phase(
  {
    ...common(),
    inputs: z.optional(
      documented(z.array(withoutNul("a file pattern"), { error: "a list of file patterns" }), {
        description: "What the packages depend on: while it is the same, installing is not done again.",
      }),
    ),
  },
  "install-phase",
);

export const deployPhase = phase(
  { ...common(), "id-token": z.optional(documented(flag(), { description: "OIDC variables reach its commands." })) },
  "deploy-phase",
);

export const stage = documented(
  z.nullable(
    mapping(
      { deploy: z.optional(deployPhase), execute: z.optional(plainPhase) },
      "a mapping with `deploy` and `execute`",
    ),
  ),
  { id: "stage" },
);
