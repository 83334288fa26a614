import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "@jest/globals";
import { runCli } from "./support/cli.js";
import { newHome } from "./support/home.js";
import { ROOT } from "./support/paths.js";
import { projectWith } from "./support/project.js";

const DOCUMENTS = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(path.join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

/** The whole specs among a document's blocks of YAML: those that have a phase at the top. */
function specsIn(text: string): string[] {
  const blocks = [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, block = ""]) => block);
  return blocks.filter((block) => /^(install|linting|execute|staging):/m.test(block));
}

describe("what users read", () => {
  test.each(DOCUMENTS)("%s: every link leads to a file", (document) => {
    const text = readFileSync(path.join(ROOT, document), "utf8");
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = ""]) => link);
    const missing = links.filter((link) => !existsSync(path.join(ROOT, path.dirname(document), link)));
    expect(missing).toEqual([]);
  });

  test("the README's spec is valid, without a warning", async () => {
    const specs = specsIn(readFileSync(path.join(ROOT, "README.md"), "utf8"));
    expect(specs).toHaveLength(1);
    const { exitCode, stdout } = await runCli(["validate", "--json"], {
      home: newHome(),
      cwd: projectWith(String(specs[0])),
    });
    expect([exitCode, stdout.trim()]).toEqual([0, "[]"]);
  });

  test("every command that the README names exists", async () => {
    const readme = readFileSync(path.join(ROOT, "README.md"), "utf8");
    const named = new Set([...readme.matchAll(/^forgexec (\w+).* {2}/gm)].map(([, name = ""]) => name));
    const { stdout } = await runCli(["--help"], { home: newHome(), cwd: ROOT });
    expect(named.size).toBeGreaterThan(4);
    expect([...named].filter((name) => !new RegExp(`^\\s+${name}\\b`, "m").test(stdout))).toEqual([]);
  });
});
