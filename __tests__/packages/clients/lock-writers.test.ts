import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { environmentOf, machine, openOn, write } from "./support.js";

const writers = [
  ["pip-compile", "-q"],
  ["/env/bin/pip-compile"],
  ["python", "-m", "piptools", "compile"],
  ["pip", "lock"],
  ["pip3.12", "-q", "lock", "."],
  ["python3", "-m", "pip", "--no-input", "lock"],
  ["sh", "-ec", "cd x && pip lock -e ."],
  ["uv", "pip", "compile", "--emit-index-url", "a.in"],
  ["uv", "pip", "compile", "a.in", "-o", "pylock.toml"],
  ["tox", "-e", "lock"],
  ["python", "-m", "nox"],
  ["sh", "scripts/lock.sh"],
  ["make"],
];

const others = [
  ["pip", "install", "-r", "list.txt"],
  ["python", "-m", "pip", "install", "lock"],
  ["pip", "install", "pip-tools"],
  ["pip-sync"],
  ["uv", "pip", "compile", "a.in"],
  ["uv", "pip", "install", "lock"],
  ["poetry", "lock"],
  ["pytest", "test_lock.py"],
  ["just"],
];

test("what writes locks goes past the index, whoever calls it; nothing else does", async () => {
  const where = await machine();
  await write(join(where.project, "tox.ini"), "[testenv:lock]\ncommands = pip-compile a.in\n");
  await write(join(where.project, "noxfile.py"), 'session.run("python", "-m", "piptools", "compile")\n');
  await write(join(where.project, "scripts", "lock.sh"), "pip lock -r a.in\n");
  await write(join(where.project, "Makefile"), 'lock:\n\t"pip-compile" a.in\n');
  await write(join(where.project, "list.txt"), "# by pip-compile\nsix\n");
  await write(join(where.project, "test_lock.py"), "import lock\n");
  const settings = await openOn(where);
  const past = (argv: readonly string[]): boolean => Object.keys(settings.variablesFor(argv)).length > 0;
  expect(writers.filter((argv) => !past(argv))).toEqual([]);
  expect(others.filter(past)).toEqual([]);
});

test("a lock is written with pip's own configuration, and without what leads uv to the index", async () => {
  const where = await machine();
  await write(
    join(where.home, ".config", "pip", "pip.conf"),
    "[global]\nindex-url = https://u:secret@own.example/simple\n",
  );
  where.environment.PIP_EXTRA_INDEX_URL = "https://extra.example/simple";
  const settings = await openOn(where);
  const led = environmentOf(where, settings);
  const past = environmentOf(where, settings, ["pip", "lock"]);
  expect([led.PIP_EXTRA_INDEX_URL, past.PIP_EXTRA_INDEX_URL]).toEqual([
    expect.stringMatching(/^http:\/\/127\.0\.0\.1:/),
    "https://extra.example/simple",
  ]);
  expect(past.PIP_CONFIG_FILE).not.toBe(led.PIP_CONFIG_FILE);
  expect([past.XDG_CONFIG_DIRS, past.PIP_CACHE_DIR]).toEqual(["/etc/xdg", led.PIP_CACHE_DIR]);
});
