import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { pypi } from "../support.js";
import { machine, openOn, uvFile, write } from "./support.js";

const NAMED = [
  ["the project", "project/pyproject.toml", '[[tool.uv.index]]\nname = "a"\nurl = "https://a.example/simple"\n'],
  ["a folder of the project", "project/part/pyproject.toml", '[tool.uv.pip]\nindex-url = "https://a.example/simple"\n'],
  ["a folder above", "uv.toml", 'extra-index-url = ["https://a.example/simple"]\n'],
  ["the user", "home/.config/uv/uv.toml", "no-index = true\n"],
  ["the system", "no-root/etc/uv/uv.toml", '[pip]\nindex-url = "https://a.example/simple"\n'],
] as const;

test.each(NAMED)("uv is left alone where %s names its index", async (_, path, text) => {
  const where = await machine();
  await write(join(where.root, path), text);
  expect((await openOn(where, { commands: [["uv", "pip", "sync"]] })).variables.XDG_CONFIG_DIRS).toBeUndefined();
  expect(where.notes.join()).toContain(path.split("/").at(-1));
});

test("what else the system says to uv is taken over", async () => {
  const where = await machine();
  const system = join(where.root, "xdg");
  await write(join(system, "uv", "uv.toml"), "offline = false\n[pip]\nstrict = true\n");
  where.environment.XDG_CONFIG_DIRS = `/none:${system}`;
  const { variables, indexUrl } = await openOn(where);
  expect(variables.XDG_CONFIG_DIRS).toMatch(new RegExp(`:/none:${system}$`));
  expect(await uvFile(variables.XDG_CONFIG_DIRS)).toEqual({
    offline: false,
    pip: { strict: true, "index-url": indexUrl },
  });
});

test("how several indexes go together is as pip has it, unless uv is told of another way", async () => {
  const strategies: unknown[] = [];
  for (const own of ["", '[tool.uv]\nindex-strategy = "first-index"\n']) {
    const where = await machine();
    await write(join(where.project, "pyproject.toml"), own);
    const { variables } = await openOn(where, { pypi: pypi({ extraIndexUrls: ["https://e.example/simple"] }) });
    const { pip } = (await uvFile(variables.XDG_CONFIG_DIRS)) as { pip?: Record<string, unknown> };
    expect(pip?.["extra-index-url"]).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:/)]);
    strategies.push(pip?.["index-strategy"]);
  }
  expect(strategies).toEqual(["unsafe-best-match", undefined]);
});
