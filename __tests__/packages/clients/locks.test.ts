import { execFile } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@jest/globals";
import { startUpstream, type TestUpstream } from "../../index-server/upstream.js";
import { pythonWheel } from "../../index-server/wheels.js";
import { environmentOf, type Machine, machine, openOn, runOn, write } from "./support.js";
import { installTools } from "./tools.js";

const spawn = promisify(execFile);
const tools = await installTools();
const real = tools === null ? test.skip : test;
const why = tools === null ? " (skipped: the clients can't be installed here)" : "";
const { bin } = tools ?? { bin: "" };
const python = join(bin, "python");

interface Scene {
  readonly where: Machine;
  readonly upstream: TestUpstream;
  /** The build's environment. */
  readonly environment: string;
}

/** A machine with an upstream of its own, and an empty environment in the build's place. */
async function scene(): Promise<Scene> {
  const [where, upstream] = await Promise.all([machine(), startUpstream()]);
  // As big public indexes have it; without it pdm keeps nothing.
  upstream.fileHeaders = { "cache-control": "max-age=31536000, immutable" };
  upstream.add("demo", await pythonWheel({ name: "demo", version: "1.0", requires: ["helper>=2"] }));
  upstream.add("helper", await pythonWheel({ name: "helper", version: "2.5", requires: [] }));
  const environment = join(where.cacheDirectory, "env", "acme-tool-0");
  await spawn(python, ["-m", "venv", "--without-pip", environment]);
  return { where, upstream, environment };
}

/** Runs a command on the machine as if there were no forgexec. */
async function plainly({ where }: Scene, argv: readonly string[]): Promise<void> {
  const [program = "", ...args] = argv;
  await spawn(program, args, { cwd: where.project, env: where.environment });
}

/** Runs commands in a run, one after the other; each must succeed. */
async function inRun({ where, environment }: Scene, ...commands: readonly (readonly string[])[]): Promise<void> {
  where.environment.VIRTUAL_ENV = environment;
  const settings = await openOn(where);
  for (const argv of commands) expect(await runOn(where, settings, argv)).toMatchObject({ code: 0 });
  delete where.environment.VIRTUAL_ENV;
  await settings.close();
}

async function installed({ environment }: Scene): Promise<string> {
  const code = "import demo, helper; print(demo.VERSION, helper.VERSION)";
  return (await spawn(join(environment, "bin", "python"), ["-c", code])).stdout;
}

const project = (extra: string): string =>
  `[project]\nname = "own"\nversion = "1"\nrequires-python = ">=3.9"\ndependencies = ["demo"]\n${extra}`;

const cases = [
  {
    client: "uv",
    lock: "uv.lock",
    source: (url: string) => `[[tool.uv.index]]\nname = "own"\nurl = "${url}"\ndefault = true\n`,
    make: [join(bin, "uv"), "lock"],
    again: [
      [join(bin, "uv"), "lock", "--check"],
      [join(bin, "uv"), "sync", "--no-install-project"],
    ],
  },
  {
    client: "poetry",
    lock: "poetry.lock",
    source: (url: string) => `[[tool.poetry.source]]\nname = "own"\nurl = "${url}"\npriority = "primary"\n`,
    make: [join(bin, "poetry"), "lock"],
    again: [
      [join(bin, "poetry"), "check", "--lock"],
      [join(bin, "poetry"), "install", "--no-root", "--no-interaction"],
    ],
  },
  {
    client: "pdm",
    lock: "pdm.lock",
    source: (url: string) => `[[tool.pdm.source]]\nname = "pypi"\nurl = "${url}"\nverify_ssl = false\n`,
    make: [join(bin, "pdm"), "lock"],
    again: [
      [join(bin, "pdm"), "lock", "--check"],
      [join(bin, "pdm"), "sync", "--no-self"],
    ],
  },
] as const;

for (const { client, lock, source, make, again } of cases) {
  real(
    `${client} fills the build's environment from its lock, which stays byte for byte the same; the second time from its cache${why}`,
    async () => {
      const all = await scene();
      const { where, upstream } = all;
      await write(join(where.project, "pyproject.toml"), project(source(upstream.url)));
      await plainly(all, make);
      const before = await readFile(join(where.project, lock), "utf8");
      await inRun(all, ...again);
      expect(await installed(all)).toBe("1.0 2.5\n");
      expect(await readFile(join(where.project, lock), "utf8")).toBe(before);
      const count = upstream.requests.filter(({ path }) => path.endsWith(".whl")).length;
      await rm(all.environment, { recursive: true, force: true });
      // The others look at their index's pages also where all files are at hand.
      if (client === "uv") await upstream.stop();
      await spawn(python, ["-m", "venv", "--without-pip", all.environment]);
      await inRun(all, again[1]);
      expect(await installed(all)).toBe("1.0 2.5\n");
      expect(upstream.requests.filter(({ path }) => path.endsWith(".whl")).length).toBe(count);
      expect(await readFile(join(where.project, lock), "utf8")).toBe(before);
    },
    180_000,
  );
}

real(
  `uv.lock of a project that names no index stays the same, while uv pip goes through the index${why}`,
  async () => {
    const all = await scene();
    const { where, environment } = all;
    await write(join(where.project, "pyproject.toml"), project("").replace("demo", "six"));
    await plainly(all, [join(bin, "uv"), "lock"]);
    const before = await readFile(join(where.project, "uv.lock"), "utf8");
    await inRun(
      all,
      [join(bin, "uv"), "lock", "--check"],
      [join(bin, "uv"), "sync", "--no-install-project"],
      [join(environment, "bin", "python"), "-c", "import six"],
      [join(bin, "uv"), "lock"],
    );
    expect(await readFile(join(where.project, "uv.lock"), "utf8")).toBe(before);
    const settings = await openOn(where);
    const again = [join(bin, "uv"), "pip", "install", "--reinstall", "--python", environment, "six"];
    expect(await runOn(where, settings, again)).toMatchObject({ code: 0 });
    expect(settings.usage().fetched.size).toBeGreaterThan(0);
  },
  180_000,
);

const writers = [
  { tool: "pip-compile", argv: [join(bin, "pip-compile"), "--quiet", "list.in", "--output-file", "list.txt"] },
  { tool: "pip-tools as a module", argv: [python, "-m", "piptools", "compile", "-q", "list.in", "-o", "list.txt"] },
  { tool: "pip lock", argv: [python, "-m", "pip", "lock", "-r", "list.in", "-o", "list.txt"] },
  { tool: "pip-compile in a script", argv: ["sh", "lock.sh"] },
  { tool: "pip-compile in nox", argv: [join(bin, "nox"), "-s", "lock"] },
  { tool: "pip lock in a shell", argv: ["sh", "-ec", `${python} -m pip -q lock -r list.in -o list.txt`] },
  {
    tool: "uv pip compile",
    argv: [join(bin, "uv"), "pip", "compile", "--emit-index-url", "--python", python, "list.in", "-o", "list.txt"],
  },
];

for (const set of ["by its file", "by a variable"] as const) {
  real(
    `what writes locks writes what it would without the index, when pip's index is set ${set}${why}`,
    async () => {
      const all = await scene();
      const { where, upstream } = all;
      if (set === "by its file") {
        await write(join(where.home, ".config", "pip", "pip.conf"), `[global]\nindex-url = ${upstream.url}\n`);
        await write(
          join(where.home, ".config", "uv", "uv.toml"),
          `[[index]]\nurl = "${upstream.url}"\ndefault = true\n`,
        );
      } else {
        Object.assign(where.environment, { PIP_INDEX_URL: upstream.url, UV_DEFAULT_INDEX: upstream.url });
      }
      await write(join(where.project, "list.in"), "demo\n");
      const compile = [join(bin, "pip-compile"), "--quiet", "list.in", "--output-file", "list.txt"];
      await write(join(where.project, "lock.sh"), `${compile.join(" ")}\n`);
      const session = `@nox.session(venv_backend="none")\ndef lock(session):\n    session.run(*${JSON.stringify(compile)})\n`;
      await write(join(where.project, "noxfile.py"), `import nox\n${session}`);
      const settings = await openOn(where);
      expect(environmentOf(where, settings).PIP_CONFIG_FILE).toBeDefined();
      for (const { argv } of writers) {
        await rm(join(where.project, "list.txt"), { force: true });
        await plainly(all, argv);
        const plain = await readFile(join(where.project, "list.txt"), "utf8");
        await rm(join(where.project, "list.txt"));
        expect(await runOn(where, settings, argv)).toMatchObject({ code: 0 });
        expect(await readFile(join(where.project, "list.txt"), "utf8")).toBe(plain);
      }
    },
    180_000,
  );
}
