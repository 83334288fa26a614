import { buffer } from "node:stream/consumers";
import { InvalidArgumentError } from "commander";
import { UsageError } from "../errors.js";
import type { Define } from "./define.js";
import type { Cli } from "./io.js";
import { askHidden } from "./prompt.js";

const EXAMPLES = `
The value comes from standard input; one newline at its end is left out. What is printed goes
below the key whose value it is. The default indentation fits a server's password, and anything
further to the left:

  pypi:
    index-servers:
      some-server:
        password:
          encrypted: |
            -----BEGIN AGE ENCRYPTED FILE-----

Examples:
  $ forgexec encrypt --recipient age1…            asks for the value
  $ forgexec encrypt --recipient age1… < token.txt
  $ forgexec encrypt --recipient age1… --indent 4 < token.txt`;

export const define: Define = (command, { cli, end }) => {
  command
    .requiredOption("--recipient <age1…>", "the public key that 'forgexec keygen' printed", onlyOnce)
    .option("--indent <columns>", "spaces in front of each line", parseIndent, 8)
    .addHelpText("after", EXAMPLES)
    .action(async (flags: { readonly recipient: string; readonly indent: number }) => {
      const { encryptValue } = await import("../secrets/index.js");
      const armoured = await encryptValue(await readValue(cli), flags.recipient);
      cli.stdout.write(asYaml(armoured, flags.indent));
      cli.stderr.write(
        "Paste this on the lines below 'password:', or below the variable's name, each line with its indentation.\n",
      );
      end(0);
    });
};

function onlyOnce(value: string, before: string | undefined): string {
  if (before !== undefined) throw new InvalidArgumentError("A value is encrypted for one recipient.");
  return value;
}

function parseIndent(value: string): number {
  if (!/^\d{1,2}$/.test(value)) throw new InvalidArgumentError("It is a number of spaces, 0 to 99.");
  return Number(value);
}

/** A mapping `encrypted: …` with a literal block, which is YAML wherever its indentation is deeper than its key's. */
function asYaml(armoured: string, indent: number): string {
  const lines = [
    "encrypted: |",
    ...armoured
      .trimEnd()
      .split("\n")
      .map((line) => `  ${line}`),
  ];
  return lines.map((line) => `${" ".repeat(indent)}${line}\n`).join("");
}

async function readValue(cli: Cli): Promise<string> {
  const value = cli.interactive
    ? await askHidden(cli, "Value (not shown): ")
    : textOf(await buffer(cli.stdin())).replace(/\r?\n$/, "");
  if (value !== "") return value;
  const example = 'printf %s "$TOKEN" | forgexec encrypt --recipient age1…';
  throw new UsageError("empty-value", `there is no value to encrypt: standard input was empty. For one: ${example}`);
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    const message =
      "the value is not text in UTF-8, which is all that a variable or a password can be; encode it first, as with base64";
    throw new UsageError("not-text", message, { cause });
  }
}
