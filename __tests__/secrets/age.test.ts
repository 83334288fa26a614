import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { decryptValue, encryptValue, generateIdentity } from "../../src/secrets/index.js";

const fixture = (name: string) => readFile(new URL(`./fixtures/${name}`, import.meta.url), "utf8");
const TEXT = 'pässwörd of two lines 🔑\nsecond line, "quoted"\n';

describe("what another implementation encrypted", () => {
  let armoured = "";
  beforeAll(async () => {
    armoured = await fixture("value.age");
  });

  test.each(["identity.txt", "identity-2.txt"])("opens with %s, as age-keygen writes it", async (name) => {
    expect(await decryptValue(armoured, await fixture(name))).toBe(TEXT);
  });

  test("opens with any of several identities", async () => {
    const { identity } = await generateIdentity();
    expect(await decryptValue(armoured, `${identity}\r\n\r\n${await fixture("identity.txt")}`)).toBe(TEXT);
  });

  test.each([
    ["with spaces for line ends, as YAML folds them", (text: string) => text.trim().replaceAll("\n", " ")],
    ["indented", (text: string) => text.replaceAll("\n", "\n    ")],
    ["with carriage returns", (text: string) => text.replaceAll("\n", "\r\n")],
    ["on one line", (text: string) => text.replaceAll("\n", "")],
  ])("opens %s", async (_, change) => {
    expect(await decryptValue(change(armoured), await fixture("identity.txt"))).toBe(TEXT);
  });

  test.each([
    ["no armour", () => "s3cret", "does not begin with"],
    ["nothing", () => "", "does not begin with"],
    ["an end cut off", (text: string) => text.slice(0, 200), "does not end with"],
    ["an empty armour", (text: string) => text.replace(/-\n[^-]+/, "-\n"), "missing or was changed"],
    ["a line left out", (text: string) => text.replace(/\n[^-\n]+\n/, "\n"), "missing or was changed"],
    ["a digit that is none", (text: string) => text.replace(/\n../, "\n?!"), "missing or was changed"],
    [
      "the last byte changed",
      (text: string) => text.replace(/(.)(=*\n-----END)/, (_, a, b) => (a === "A" ? `Q${b}` : `A${b}`)),
      "missing or was changed",
    ],
  ])("is damaged: %s", async (_, change, why) => {
    const opened = decryptValue(change(armoured), await fixture("identity.txt"));
    await expect(opened).rejects.toMatchObject({ name: "UsageError", code: "damaged-value" });
    await expect(opened).rejects.toThrow(why);
  });

  test("does not open with another key", async () => {
    const { identity } = await generateIdentity();
    const opened = decryptValue(armoured, identity);
    await expect(opened).rejects.toMatchObject({ name: "UsageError", code: "wrong-key" });
    await expect(opened).rejects.toThrow("not one that the value was encrypted for");
  });

  test.each([
    ["nothing", "", "it is empty"],
    ["comments alone", "# public key: age1xyz\n", "it is empty"],
    ["a public key", "age1j90rw3rsdm6r3jjfepvlzte32atx2rraw4t02d9p0crrtmwu0pps0q5tsv", "it is a public key"],
    ["an identity cut short", "AGE-SECRET-KEY-18F55E4TX3AVEUDAP4NMN86D9GPXDQUP4SYD8", "cut short or mistyped"],
    ["something else", "hunter2-hunter2", "it is not an age identity"],
  ])("a key that is %s is refused without showing it", async (_, key, why) => {
    const error: Error = await decryptValue(armoured, key).then(
      () => new Error("it was taken"),
      (reason) => reason,
    );
    expect(error).toMatchObject({ name: "UsageError", code: "invalid-key" });
    expect(error.message).toContain(why);
    expect(error.message).not.toContain("8F55E4TX3AVEUDAP4");
    expect(error.message).not.toContain("hunter2");
  });

  test("tells which of several identities is wrong", async () => {
    const opened = decryptValue(armoured, `${await fixture("identity.txt")}nonsense\n`);
    await expect(opened).rejects.toThrow("its identity 2 of 2 is not an age identity");
  });
});

describe("what forgexec encrypts", () => {
  test.each(["", "s3cret", "a\nb\n", "\uFEFFmark", "🔑".repeat(50_000)])("opens again, unchanged", async (text) => {
    const { identity, recipient } = await generateIdentity();
    const armoured = await encryptValue(text, ` ${recipient}\n`);
    expect(armoured).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n[\w+/=\n]+\n-----END AGE ENCRYPTED FILE-----\n$/);
    expect(await decryptValue(armoured, identity)).toBe(text);
  });

  test.each(["", "age1", "ssh-ed25519 AAAA", "age1j90rw3rsdm6r3jjfepvlzte32atx2rraw4t02d9p0crrtmwu0pps0q5tsw"])(
    'is refused for the recipient "%s"',
    async (recipient) => {
      const encrypted = encryptValue("s3cret", recipient);
      await expect(encrypted).rejects.toMatchObject({ name: "UsageError", code: "invalid-recipient" });
    },
  );

  test("is refused for a secret key, which no message shows", async () => {
    const { identity } = await generateIdentity();
    const encrypted = encryptValue("s3cret", identity);
    await expect(encrypted).rejects.toThrow("It is a secret key");
    await expect(encrypted).rejects.not.toThrow(identity);
  });
});
