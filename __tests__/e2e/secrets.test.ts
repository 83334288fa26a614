import { describe, expect, test } from "@jest/globals";
import { runCli } from "./support/cli.js";
import { outputOf } from "./support/events.js";
import { newHome } from "./support/home.js";
import { newProject, projectWith } from "./support/project.js";
import { runStreamed } from "./support/stream.js";

const home = newHome();

const TOKEN = "tok-5f1c7f0e9a-second";
const KEY = "-----BEGIN KEY-----\nQUJDREVGR0hJSktMTU5PUA\nUVJTVFVWV1hZWjAxMjM0NQ\n-----END KEY-----";

/** Prints the variable TOKEN whole, in bytes with pauses between them, split over streams, and in the middle of 200 KB. */
const PRINTER = `
const { TOKEN, KEY = "" } = process.env;
console.log("whole", TOKEN);
console.error("stderr", TOKEN);
console.log(KEY);
console.log("line of it: " + KEY.split("\\n").at(1));
process.stdout.write("x".repeat(100_000) + TOKEN + "y".repeat(100_000) + "\\n");
for (const character of "dripping " + TOKEN + "\\n") {
  process.stdout.write(character);
  await new Promise(setImmediate);
}
process.stdout.write("unfinished " + TOKEN);
`;

describe("a secret", () => {
  const spec = `
environment:
  TOKEN: { env: MY_TOKEN }
  KEY: { env: MY_KEY }
execute:
  - name: Print it
    run: node printer.mjs
  - node -e "console.error(process.env.TOKEN); process.exit(3)"
`;
  const options = () => ({
    home,
    cwd: newProject({ ".forge.yml": spec, "printer.mjs": PRINTER }),
    environment: { MY_TOKEN: TOKEN, MY_KEY: KEY },
  });

  test.each([[[]], [["--verbose"]], [["--quiet"]], [["--color", "always"]], [["--json"]]])(
    "reaches its command and no output, with %j",
    async (flags) => {
      const { exitCode, all } = await runCli(["run", ...flags], options());
      expect(exitCode).toBe(3);
      expect(all).not.toContain(TOKEN);
      for (const line of KEY.split("\n")) expect(all).not.toContain(line);
      expect(all).toContain("***");
    },
  );

  test("is masked where it stood, and nothing else is", async () => {
    const { events } = await runStreamed([], options());
    const lines = outputOf(events).split("\n");
    expect(lines).toEqual(
      expect.arrayContaining(["whole ***", "stderr ***", "dripping ***", "unfinished ***", "line of it: ***"]),
    );
    const long = lines.filter((line) => /^[xy*]{1000,}$/.test(line)).join("");
    expect(long).toBe(`${"x".repeat(100_000)}***${"y".repeat(100_000)}`);
  });

  test("is in no plan", async () => {
    for (const flags of [[], ["--json"]]) {
      const { exitCode, all } = await runCli(["plan", ...flags], options());
      expect(exitCode).toBe(0);
      expect(all).not.toContain(TOKEN);
    }
  });
});

describe("an encrypted value", () => {
  test("made with keygen and encrypt reaches the deploy phases only, and no output", async () => {
    const cwd = newProject({});
    const keygen = await runCli(["keygen"], { home, cwd });
    const recipient = /age1\w+/.exec(keygen.stdout)?.[0] ?? "";
    const { stdout: encrypted } = await runCli(["encrypt", "--recipient", recipient, "--indent", "4"], {
      home,
      cwd,
      input: TOKEN,
    });
    expect(encrypted).toContain("AGE ENCRYPTED FILE");
    const print = `node -p "'TOKEN: ' + (process.env.TOKEN ? process.env.TOKEN.length : 'absent') + ' ' + process.env.TOKEN"`;
    const spec = `
environment:
  TOKEN:
${encrypted}
linting: [${JSON.stringify(print)}]
staging:
  deploy: [${JSON.stringify(print)}]
  execute: [${JSON.stringify(print)}]
`;
    const run = await runStreamed(["staging"], {
      home,
      cwd: projectWith(spec),
      environment: { FORGE_DECRYPTION_KEY: keygen.stdout },
    });
    expect(run.exitCode).toBe(0);
    expect(outputOf(run.events)).toBe(`TOKEN: ${TOKEN.length} ***\nTOKEN: absent undefined\n`);
    expect(run.all).not.toContain(TOKEN);
    const identity = /AGE-SECRET-KEY-\w+/.exec(keygen.stdout)?.[0] ?? "";
    expect(run.all).not.toContain(identity);
  });
});

describe("forgexec's own secrets and the runner's", () => {
  test("are not in the environment of commands", async () => {
    const environment = {
      FORGE_DECRYPTION_KEY: "not-an-identity",
      INPUT_STAGE: "execute",
      "INPUT_DECRYPTION-KEY": "x",
      ACTIONS_RUNTIME_TOKEN: "runtime",
      ACTIONS_RESULTS_URL: "http://results.invalid",
      ACTIONS_CACHE_URL: "http://cache.invalid",
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: "oidc",
      STATE_isPost: "true",
      RUNNER_TRACKING_ID: "kept",
    };
    const print = `node -p "Object.keys(process.env).filter((name) => /^(INPUT_|ACTIONS_|STATE_|FORGE_DEC|RUNNER_TR)/.test(name)).join()"`;
    const run = await runStreamed([], { home, cwd: projectWith(`execute: [${JSON.stringify(print)}]`), environment });
    expect(run.exitCode).toBe(0);
    expect(outputOf(run.events)).toBe("RUNNER_TRACKING_ID\n");
  });
});
