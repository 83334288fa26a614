import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@jest/globals";
import { getExecutor } from "../../src/sandbox/index.js";

const root = new URL("../..", import.meta.url).pathname;
const pages = ["sandbox.md", "containers.md"].map((name) => readFileSync(join(root, "docs", name), "utf8"));

test("every example compiles against the types", async () => {
  const folder = mkdtempSync(join(tmpdir(), "forgexec-test-"));
  try {
    const blocks = pages.flatMap((page) => [...page.matchAll(/```ts\n(.*?)```/gs)].map((match) => match[1] ?? ""));
    expect(blocks.length).toBeGreaterThan(2);
    for (const [index, block] of blocks.entries()) {
      const imports = block.includes("import ") ? "" : 'import { getExecutor } from "forgexec/sandbox";\n';
      writeFileSync(
        join(folder, `example${index}.ts`),
        `${imports}declare const project: string;\n${block}\nexport {};\n`,
      );
    }
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    const config = {
      extends: join(root, "tsconfig.json"),
      compilerOptions: {
        paths: { "forgexec/sandbox": [join(root, "src/sandbox/index.ts")] },
        types: ["node"],
        noUnusedLocals: false,
      },
      include: ["*.ts"],
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const compiler = join(root, "node_modules/typescript/bin/tsc");
    const { stdout } = await promisify(execFile)(process.execPath, [compiler, "-p", folder]).catch((error) => error);
    expect(stdout).toBe("");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("every key of the configuration and every limit is in the documentation", () => {
  const { capabilities } = getExecutor("container");
  const names = [...Object.keys(capabilities), ...(capabilities.limits ?? [])];
  for (const name of names) expect(pages.join("\n")).toMatch(new RegExp(`\\b${name}\\b`));
});
