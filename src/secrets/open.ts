import { UsageError } from "../errors.js";
import type { Value } from "../spec/index.js";
import { decryptValue, identitiesOf } from "./age.js";

/** A value that a run needs, and where: "phase execute, step 2: variable TOKEN" or "index server some-server: password". */
export interface NeededValue {
  readonly value: Value;
  /** For messages; begins in lower case. */
  readonly where: string;
  /** `password`: also a plain string is a secret. */
  readonly use: "environment" | "password";
}

export interface OpenedSecrets {
  /** The text of one of the values. @throws Error for a value that was not among those opened. */
  resolve(value: Value): string;
  /** What must be masked: every secret value and the identities of the decryption key. */
  readonly secrets: readonly string[];
  /** What is worth telling, such as a variable that is empty; without any secret in it. */
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
}

/** A value shorter than this disturbs the output when masked. */
const SHORT = 4;

/**
 * Finds the text of all values before anything runs.
 * `environment` is forgexec's own, less what commands must not have: of that, `withheld` knows the names; `decryptionKey` an age identity, or several; `decryption` what the event's policy says.
 * @throws UsageError `secrets`: all values that cannot be had, each with its place, the reason and what to do
 */
export async function openSecrets(options: {
  readonly values: Iterable<NeededValue>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly withheld?: (name: string) => boolean;
  readonly decryptionKey: string | undefined;
  readonly decryption: "allowed" | { readonly refused: string };
}): Promise<OpenedSecrets> {
  const texts = new Map<string, string>();
  const secrets = new Set<string>(identitiesOf(options.decryptionKey ?? ""));
  const problems = new Set<string>();
  const warnings = new Map<string, string>();
  const decrypt = decrypter(options);

  for (const { value, where, use } of options.values) {
    try {
      const text = await textOf(value, { ...options, decrypt });
      texts.set(keyOf(value), text);
      if (typeof value === "string" && use === "environment") continue;
      if (text !== "") secrets.add(text);
      const warning = warn(value, { where, text });
      if (warning !== null) warnings.set(warning.message, warning.code);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.add(`${capitalise(where)}: ${error.message}`);
    }
  }
  if (problems.size > 0) throw new UsageError("secrets", [...problems].join("\n"));

  return {
    resolve: (value) => {
      const text = typeof value === "string" ? value : texts.get(keyOf(value));
      if (text === undefined) throw new Error("A value was asked for that was not opened before the run.");
      return text;
    },
    secrets: [...secrets],
    warnings: [...warnings].map(([message, code]) => ({ code, message })),
  };
}

type Decrypt = (armoured: string) => Promise<string>;

/** Decrypts each text once, however often it is used. */
function decrypter(options: {
  readonly decryptionKey: string | undefined;
  readonly decryption: "allowed" | { readonly refused: string };
}): Decrypt {
  const { decryptionKey, decryption } = options;
  const done = new Map<string, Promise<string>>();
  return async (armoured) => {
    if (decryption !== "allowed") {
      throw new UsageError(
        "decryption-refused",
        `the value is encrypted and may not be decrypted: ${decryption.refused}`,
      );
    }
    if (decryptionKey === undefined || decryptionKey.trim() === "") {
      throw new UsageError(
        "no-decryption-key",
        "the value is encrypted, and there is no key to decrypt it. Set FORGE_DECRYPTION_KEY, or the action's input decryption-key, to the age identity it was encrypted for.",
      );
    }
    const known = done.get(armoured) ?? decryptValue(armoured, decryptionKey);
    done.set(armoured, known);
    return known;
  };
}

async function textOf(
  value: Value,
  context: {
    readonly environment: Readonly<Record<string, string | undefined>>;
    readonly withheld?: (name: string) => boolean;
    readonly decrypt: Decrypt;
  },
): Promise<string> {
  if (typeof value === "string") return value;
  if ("encrypted" in value) return context.decrypt(value.encrypted);
  if (context.withheld?.(value.env)) {
    const message = `the environment variable ${value.env} belongs to the runner or to forgexec and is kept from commands. Give them a variable of another name.`;
    throw new UsageError("withheld-variable", message);
  }
  const text = Object.hasOwn(context.environment, value.env) ? context.environment[value.env] : undefined;
  if (text === undefined) {
    const message = `the environment variable ${value.env} is not set. Set it for forgexec; in a workflow, under the step's env: ${value.env}: \${{ secrets.${value.env} }}.`;
    throw new UsageError("missing-variable", message);
  }
  return text;
}

function warn(value: Value, found: { readonly where: string; readonly text: string }) {
  const { where, text } = found;
  if (text === "") {
    const what = typeof value === "object" && "env" in value ? `the environment variable ${value.env}` : "the value";
    const message = `${capitalise(where)}: ${what} is empty. On GitHub a secret that does not exist, or that the event may not see, is an empty text.`;
    return { code: "empty-secret", message };
  }
  if (text.split(/[\r\n]+/).some((line) => line.trim() !== "" && line.trim().length < SHORT)) {
    const message = `${capitalise(where)}: the secret, or a line of it, is shorter than ${SHORT} characters. It is masked wherever it occurs, so expect *** in the middle of words.`;
    return { code: "short-secret", message };
  }
  return null;
}

function keyOf(value: Value): string {
  return JSON.stringify(value);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
