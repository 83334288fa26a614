import { open } from "node:fs/promises";
import { resolve } from "node:path";
import { UsageError } from "../errors.js";
import type { Define } from "./define.js";
import type { Cli } from "./io.js";

const EXAMPLES = `
The identity is the secret: keep it out of the repository and give it to forgexec as
FORGE_DECRYPTION_KEY, or to the action as its input decryption-key. The public key is what
values are encrypted for.

Examples:
  $ forgexec keygen --output forge.key
  $ forgexec encrypt --recipient age1… < password.txt
  $ FORGE_DECRYPTION_KEY="$(cat forge.key)" forgexec run staging`;

export const define: Define = (command, { cli, end }) => {
  command
    .option("--output <file>", "write the identity to a new file that only you may read")
    .addHelpText("after", EXAMPLES)
    .action(async (flags: { readonly output?: string }) => {
      await keygen(cli, flags.output);
      end(0);
    });
};

/** Writes an identity in the form of age-keygen(1). */
async function keygen(cli: Cli, output: string | undefined): Promise<void> {
  const { generateIdentity } = await import("../secrets/index.js");
  const { identity, recipient } = await generateIdentity();
  const created = cli
    .now()
    .toISOString()
    .replace(/\.\d+Z$/, "Z");
  const text = `# created: ${created}\n# public key: ${recipient}\n${identity}\n`;
  if (output === undefined) cli.stdout.write(text);
  else await writeNew(resolve(cli.cwd, output), text);
  cli.stderr.write(`Public key: ${recipient}\n`);
}

async function writeNew(file: string, text: string): Promise<void> {
  try {
    const handle = await open(file, "wx", 0o600);
    try {
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === "EEXIST") {
      throw new UsageError(
        "file-exists",
        `${file} exists and is not overwritten: a lost identity cannot be had again. Name another file.`,
        { cause },
      );
    }
    throw new UsageError("not-written", `The identity could not be written to ${file}: ${message}.`, { cause });
  }
}
