import { mkdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { addFiles, createFolder, forgexec, removeFolders } from "./support.js";

afterAll(removeFolders);

test("keygen prints an identity as age-keygen does, the public key also on standard error", async () => {
  const { code, stdout, stderr } = await forgexec(["keygen"]);
  expect(code).toBe(0);
  const key =
    /^# created: 2030-01-02T03:04:05Z\n# public key: (age1[0-9a-z]{58})\nAGE-SECRET-KEY-1[0-9A-Z]{58}\n$/.exec(stdout);
  expect(stderr).toBe(`Public key: ${key?.[1]}\n`);
  expect((await forgexec(["keygen"])).stdout).not.toBe(stdout);
});

test("keygen --output makes a file that only its owner may read, and never overwrites one", async () => {
  const cwd = await createFolder();
  const { code, stdout, stderr } = await forgexec(["keygen", "--output", "key.txt"], { cwd });
  expect([code, stdout]).toEqual([0, ""]);
  const text = await readFile(join(cwd, "key.txt"), "utf8");
  expect(text).toContain(stderr.replace("Public key: ", "# public key: "));
  if (process.platform !== "win32") expect((await stat(join(cwd, "key.txt"))).mode & 0o777).toBe(0o600);
  const again = await forgexec(["keygen", "--output", "key.txt"], { cwd });
  expect(again.code).toBe(2);
  expect(again.stderr).toContain("is not overwritten");
  expect(await readFile(join(cwd, "key.txt"), "utf8")).toBe(text);
  expect((await forgexec(["keygen", "--output", "no/such/folder"], { cwd })).code).toBe(2);
});

test("what encrypt prints is pasted into the spec, and the deploy phase gets the value", async () => {
  const { stdout: identity, stderr } = await forgexec(["keygen"]);
  const recipient = stderr.replace("Public key: ", "").trim();
  const stdin = "first line\nthe second\n";
  const encrypted = await forgexec(["encrypt", "--recipient", recipient], { stdin });
  expect(encrypted.code).toBe(0);
  expect(encrypted.stderr).toContain("Paste this");
  const flat = await forgexec(["encrypt", "--recipient", recipient, "--indent", "4"], { stdin: "other value" });

  const cwd = await createFolder();
  await mkdir(join(cwd, "out"));
  await addFiles(cwd, {
    ".forge.yml": `environment:
  LINES:
${encrypted.stdout}  OTHER:
${flat.stdout}staging:
  deploy:
    - sh -c 'printf %s "$LINES" > out/lines; printf %s "$OTHER" > out/other; echo "$LINES"'
`,
  });
  const environment = { FORGE_DECRYPTION_KEY: identity };
  const { code, stdout } = await forgexec(["run", "staging"], { cwd, environment });
  expect(code).toBe(0);
  expect(await readFile(join(cwd, "out/lines"), "utf8")).toBe("first line\nthe second");
  expect(await readFile(join(cwd, "out/other"), "utf8")).toBe("other value");
  expect(stdout).not.toContain("second");
});

test.each([
  ["age1nonsense", "value", "is not a public key of age"],
  ["AGE-SECRET-KEY-1QQQ", "value", "is a secret key"],
])("encrypt for %s is refused", async (recipient, stdin, message) => {
  const { code, stdout, stderr } = await forgexec(["encrypt", "--recipient", recipient], { stdin });
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain("QQQ");
});

test("nothing to encrypt is an error", async () => {
  const recipient = (await forgexec(["keygen"])).stderr.replace("Public key: ", "").trim();
  const { code, stderr } = await forgexec(["encrypt", "--recipient", recipient], { stdin: "\n" });
  expect(code).toBe(2);
  expect(stderr).toContain("no value to encrypt");
  const binary = await forgexec(["encrypt", "--recipient", recipient], { stdin: Buffer.from([0x61, 0xff, 0x62]) });
  expect([binary.code, binary.stdout]).toEqual([2, ""]);
  expect(binary.stderr).toContain("not text in UTF-8");
});
