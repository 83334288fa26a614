import * as z from "zod/mini";
import { checkedText, documented, mappingWithOneOf, patternText } from "./field.js";
import { withoutNul } from "./fields.js";

export const VARIABLE_NAME = /^[^=\0]+$/;

// An armoured file whose lines YAML has folded is still one: the spaces are put right when it is read.
export const ARMOUR = /^\s*-----BEGIN AGE ENCRYPTED FILE-----\s[A-Za-z0-9+/=\s]+-----END AGE ENCRYPTED FILE-----\s*$/;

const reference = mappingWithOneOf(
  {
    env: z.optional(
      patternText({
        expected: "the name of an environment variable",
        code: "bad-variable-name",
        pattern: VARIABLE_NAME,
      }),
    ),
    encrypted: z.optional(
      checkedText({
        expected: "a value encrypted with age, in its text form, as `forgexec encrypt` prints it",
        code: "not-encrypted",
        accepts: (value) => ARMOUR.test(value),
        pattern: ARMOUR,
      }),
    ),
  },
  { keys: ["env", "encrypted"], expected: "`{ env: NAME }` or `{ encrypted: … }`" },
);

export const secret = documented(
  z.union([withoutNul("a text"), reference], { error: "a text, `{ env: NAME }` or `{ encrypted: … }`" }),
  { id: "secret", description: "A text, a variable of forgexec's own environment, or a value encrypted with age." },
);

const variableName = z.string().check(
  z.refine((name) => VARIABLE_NAME.test(name), {
    error: "a name without `=` and NUL",
    params: { code: "bad-variable-name" },
  }),
);
documented(variableName, { pattern: VARIABLE_NAME.source });

export const stepEnvironment = documented(z.record(variableName, secret, { error: "a mapping of variables" }), {
  id: "environment",
  description: "Environment variables.",
});

/** A list of values makes a matrix. */
export const specEnvironment = documented(
  z.nullable(
    z.record(
      variableName,
      z.union([secret, z.array(secret)], { error: "a text, `{ env: NAME }` or `{ encrypted: … }`" }),
      {
        error: "a mapping of variables",
      },
    ),
  ),
  { description: "Environment variables for every command. A list of values makes a matrix." },
);
