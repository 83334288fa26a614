import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { decryptValue, encryptValue, generateIdentity } from "../../src/secrets/index.js";

/** Decrypts the armour on standard input with the identity in argv. */
const DECRYPT = `
import sys, pyrage
identity = pyrage.x25519.Identity.from_str(sys.argv[1])
sys.stdout.buffer.write(pyrage.decrypt(sys.stdin.buffer.read(), [identity]))
`;
const ENCRYPT = `
import sys, pyrage
recipient = pyrage.x25519.Recipient.from_str(sys.argv[1])
sys.stdout.buffer.write(pyrage.encrypt(sys.stdin.buffer.read(), [recipient], armored=True))
`;

const folder = mkdtempSync(join(tmpdir(), "forgexec-pyrage-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const python = installPyrage();
const mustRun = process.env.CI === "true" && process.platform === "linux";
const name = "another implementation of age and this one open each other's values";
const interop = python === null && !mustRun ? test.skip : test;

interop(python === null ? `${name} (pip cannot get pyrage)` : name, async () => {
  if (python === null) throw new Error("pip could not install pyrage");
  const { identity, recipient } = await generateIdentity();
  const text = "pässwörd\n🔑\n";
  const theirs = execFileSync(python, ["-c", ENCRYPT, recipient], { input: text, encoding: "utf8" });
  expect(await decryptValue(theirs, identity)).toBe(text);
  const ours = await encryptValue(text, recipient);
  expect(execFileSync(python, ["-c", DECRYPT, identity], { input: ours, encoding: "utf8" })).toBe(text);
});

/** The interpreter of a new virtual environment with pyrage, or null where there is no Python or no package. */
function installPyrage(): string | null {
  const environment = Object.entries(process.env).filter(([key]) => !/^(PIP|UV)_/.test(key) || /CERT/.test(key));
  const options = { env: Object.fromEntries(environment), stdio: "ignore" as const };
  const interpreter = join(folder, ...(process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"]));
  const made = spawnSync(process.platform === "win32" ? "python" : "python3", ["-m", "venv", folder], options);
  if (made.status !== 0 || !existsSync(interpreter)) return null;
  const install = [
    "-m",
    "pip",
    "install",
    "--quiet",
    "--no-input",
    "--retries",
    "1",
    "--only-binary",
    ":all:",
    "pyrage",
  ];
  return spawnSync(interpreter, install, { ...options, timeout: 120_000 }).status === 0 ? interpreter : null;
}
