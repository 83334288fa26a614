import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { transform } from "@swc/core";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Puts the sources into a folder as JavaScript, for processes of their own. */
export async function compileSources(out: string): Promise<void> {
  const entries = await readdir(join(root, "src"), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((each) => each.isFile() && each.name.endsWith(".ts"))
    .map((each) => join(each.parentPath, each.name));
  const jsc = { parser: { syntax: "typescript" }, target: "es2022" } as const;
  for (const path of paths) {
    const { code } = await transform(await readFile(path, "utf8"), { jsc, module: { type: "es6" }, filename: path });
    const to = join(out, relative(join(root, "src"), path).replace(/\.ts$/, ".js"));
    await mkdir(dirname(to), { recursive: true });
    await writeFile(to, code);
  }
  await writeFile(join(out, "package.json"), '{"type":"module"}');
  await symlink(join(root, "node_modules"), join(out, "node_modules"));
}
