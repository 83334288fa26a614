import { beforeAll, expect, test } from "@jest/globals";
import { UsageError } from "../../src/errors.js";
import { encryptValue, generateIdentity, type NeededValue, openSecrets } from "../../src/secrets/index.js";

let identity = "";
let encrypted = { encrypted: "" };
beforeAll(async () => {
  const made = await generateIdentity();
  identity = made.identity;
  encrypted = { encrypted: await encryptValue("opened\nvalue", made.recipient) };
});

type Options = Partial<Parameters<typeof openSecrets>[0]>;
const open = (values: readonly NeededValue[], options: Options = {}) =>
  openSecrets({ values, environment: {}, decryptionKey: undefined, decryption: "allowed", ...options });

async function problemOf(opened: Promise<unknown>): Promise<string> {
  const error = await opened.then(
    () => null,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(UsageError);
  return error.message;
}

test("opens every form of value, and tells which are secret", async () => {
  const values: NeededValue[] = [
    { value: "plain", where: "a", use: "environment" },
    { value: "plain-password", where: "b", use: "password" },
    { value: { env: "TOKEN" }, where: "c", use: "environment" },
    { value: encrypted, where: "d", use: "password" },
    { value: encrypted, where: "e", use: "environment" },
  ];
  const key = `# public key: age1xyz\n${identity}\n`;
  const opened = await open(values, { environment: { TOKEN: "from-machine" }, decryptionKey: key });
  expect(values.map(({ value }) => opened.resolve(value))).toEqual([
    "plain",
    "plain-password",
    "from-machine",
    "opened\nvalue",
    "opened\nvalue",
  ]);
  expect(opened.secrets).toEqual([identity, "plain-password", "from-machine", "opened\nvalue"]);
  expect(opened.warnings).toEqual([]);
});

test("an equal value that is another object resolves alike, and one that was not opened does not", async () => {
  const opened = await open([{ value: { env: "A" }, where: "a", use: "environment" }], { environment: { A: "1234" } });
  expect(opened.resolve({ env: "A" })).toBe("1234");
  expect(() => opened.resolve({ env: "B" })).toThrow("not opened before the run");
});

test("names all that is missing at once, where it is needed and what to do", async () => {
  const message = await problemOf(
    open([
      { value: { env: "TOKEN" }, where: "phase execute, step 2: variable TOKEN", use: "environment" },
      { value: { env: "toString" }, where: "phase execute, step 3: variable X", use: "environment" },
      { value: encrypted, where: "index server some-server: password", use: "password" },
    ]),
  );
  expect(message.split("\n")).toEqual([
    expect.stringMatching(
      /^Phase execute, step 2: variable TOKEN: the environment variable TOKEN is not set\. .*secrets\.TOKEN/,
    ),
    expect.stringMatching(/^Phase execute, step 3: variable X: the environment variable toString is not set/),
    expect.stringMatching(
      /^Index server some-server: password: .*there is no key to decrypt it\. Set FORGE_DECRYPTION_KEY, or .* decryption-key/,
    ),
  ]);
});

test("decrypts nothing where the event may not, whatever the key", async () => {
  const message = await problemOf(
    open([{ value: encrypted, where: "phase staging/deploy, step 1: variable T", use: "environment" }], {
      decryptionKey: identity,
      decryption: { refused: "a pull request from a fork may not decrypt values." },
    }),
  );
  expect(message).toContain(
    "Phase staging/deploy, step 1: variable T: the value is encrypted and may not be decrypted: a pull request from a fork",
  );
});

test("asks for no key where nothing is encrypted", async () => {
  const opened = await open([{ value: "x", where: "a", use: "environment" }], { decryptionKey: "not a key at all" });
  expect(opened.resolve("x")).toBe("x");
});

test("tells where the key is wrong", async () => {
  const other = await generateIdentity();
  const message = await problemOf(
    open([{ value: encrypted, where: "a", use: "password" }], { decryptionKey: other.identity }),
  );
  expect(message).toContain("A: The decryption key is not one that the value was encrypted for");
});

test("warns of an empty and of a very short secret, without showing it", async () => {
  const { warnings, secrets } = await open(
    [
      { value: { env: "EMPTY" }, where: "variable A", use: "environment" },
      { value: { env: "SHORT" }, where: "variable B", use: "environment" },
      { value: "q", where: "variable C", use: "environment" },
    ],
    { environment: { EMPTY: "", SHORT: "{\nlong-enough\n}" } },
  );
  expect(warnings.map(({ code }) => code)).toEqual(["empty-secret", "short-secret"]);
  expect(warnings[0]?.message).toMatch(/^Variable A: the environment variable EMPTY is empty/);
  expect(warnings[1]?.message).not.toContain("long-enough");
  expect(secrets).toEqual(["{\nlong-enough\n}"]);
});
