import { UsageError } from "../errors.js";

const ARMOUR_BEGIN = "-----BEGIN AGE ENCRYPTED FILE-----";
const ARMOUR_END = "-----END AGE ENCRYPTED FILE-----";

/** An age key pair, as text: `AGE-SECRET-KEY-1…`, to be kept secret, and `age1…`, to encrypt for. */
export interface AgeIdentity {
  readonly identity: string;
  readonly recipient: string;
}

/** Loaded when first needed: most runs decrypt nothing. */
const loadAge = () => import("age-encryption");

/** Makes a new X25519 identity (age-encryption.org/v1). */
export async function generateIdentity(): Promise<AgeIdentity> {
  const age = await loadAge();
  const identity = await age.generateX25519Identity();
  return { identity, recipient: await age.identityToRecipient(identity) };
}

/**
 * Encrypts a text for a recipient (`age1…`) and gives it ASCII-armoured, ending in a newline, ready for `{ encrypted: … }`.
 * @throws UsageError `invalid-recipient`
 */
export async function encryptValue(text: string, recipient: string): Promise<string> {
  const age = await loadAge();
  const encrypter = new age.Encrypter();
  try {
    encrypter.addRecipient(recipient.trim());
  } catch (cause) {
    const mistaken = /^AGE-SECRET-KEY-/i.test(recipient.trim());
    const hint = mistaken
      ? "It is a secret key: a value is encrypted for the public key that `forgexec keygen` printed with it."
      : "A recipient begins with age1 and is printed by `forgexec keygen`.";
    const name = mistaken ? "The recipient" : `The recipient "${recipient.trim()}"`;
    throw new UsageError("invalid-recipient", `${name} is not a public key of age. ${hint}`, { cause });
  }
  return age.armor.encode(await encrypter.encrypt(text));
}

/**
 * Decrypts an armoured text. `key` holds one identity a line, as age-keygen writes it: blank lines and lines that begin
 * with `#` are passed over. No message shows any part of the key.
 * @throws UsageError `invalid-key`, `damaged-value` (no age armour, or changed since) or `wrong-key`
 */
export async function decryptValue(armoured: string, key: string): Promise<string> {
  const age = await loadAge();
  const decrypter = new age.Decrypter();
  const identities = identitiesOf(key);
  if (identities.length === 0) throw invalidKey("it is empty");
  for (const [index, identity] of identities.entries()) {
    try {
      decrypter.addIdentity(identity);
    } catch (cause) {
      throw invalidKey(describeWrongIdentity(identity, index, identities.length), cause);
    }
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
      await decrypter.decrypt(age.armor.decode(restoreArmour(armoured))),
    );
  } catch (cause) {
    throw explain(cause);
  }
}

/** The identities in a key file's text, without comments. */
export function identitiesOf(key: string): string[] {
  const lines = key.split(/\r\n|\r|\n/).map((line) => line.trim());
  return lines.filter((line) => line !== "" && !line.startsWith("#"));
}

/** The armour with its line ends put right: YAML and web forms fold them into spaces. */
function restoreArmour(armoured: string): string {
  const text = armoured.trim();
  if (!text.startsWith(ARMOUR_BEGIN)) throw damaged(`it does not begin with the line ${ARMOUR_BEGIN}`);
  if (!text.endsWith(ARMOUR_END)) throw damaged(`it does not end with the line ${ARMOUR_END}`);
  const digits = text.slice(ARMOUR_BEGIN.length, -ARMOUR_END.length).replace(/\s+/g, "");
  return [ARMOUR_BEGIN, ...(digits.match(/.{1,64}/g) ?? []), ARMOUR_END].join("\n");
}

function invalidKey(why: string, cause?: unknown): UsageError {
  const message = `The decryption key cannot be used: ${why}. It is the identity that \`forgexec keygen\` or age-keygen printed, a line that begins with AGE-SECRET-KEY-1.`;
  return new UsageError("invalid-key", message, { cause });
}

function describeWrongIdentity(identity: string, index: number, count: number): string {
  const which = count === 1 ? "it" : `its identity ${index + 1} of ${count}`;
  if (identity.startsWith("age1")) return `${which} is a public key (age1…), with which one can only encrypt`;
  if (/^AGE-SECRET-KEY-/i.test(identity)) return `${which} is an age identity that was cut short or mistyped`;
  return `${which} is not an age identity`;
}

function damaged(why: string, cause?: unknown): UsageError {
  const message = `The encrypted value is damaged: ${why}. Paste it anew as \`forgexec encrypt\` printed it, all of its lines, or encrypt the value again.`;
  return new UsageError("damaged-value", message, { cause });
}

function explain(cause: unknown): UsageError {
  if (cause instanceof UsageError) return cause;
  if (/no identity matched/i.test(String(cause))) {
    const message =
      "The decryption key is not one that the value was encrypted for. Give the key that belongs to the recipient, or encrypt the value again for your own (`forgexec encrypt --recipient …`).";
    return new UsageError("wrong-key", message, { cause });
  }
  return damaged("it is not what age wrote, some of it is missing or was changed", cause);
}
