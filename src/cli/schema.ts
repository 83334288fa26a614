import type { Define } from "./define.js";

const EXAMPLES = `
Editors with a YAML language server check and complete a spec by it.

Examples:
  $ forgexec schema > forge.schema.json
  then, as the first line of .forge.yml:
  # yaml-language-server: $schema=forge.schema.json`;

export const define: Define = (command, { cli, end }) => {
  command.addHelpText("after", EXAMPLES).action(async () => {
    const { specJsonSchema } = await import("../spec/index.js");
    cli.stdout.write(`${JSON.stringify(specJsonSchema(), null, 2)}\n`);
    end(0);
  });
};
