import { execFile } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll } from "@jest/globals";
import type { PackageOptions, PackageSession } from "../../src/packages/index.js";
import { openPackages } from "../../src/packages/index.js";
import type { Pypi } from "../../src/spec/index.js";

const spawn = promisify(execFile);
const folders: string[] = [];

afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

/** A folder that goes when the test file is done; links resolved. */
export async function temporaryFolder(name = "t"): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), `forgexec-test-${name}-`)));
  folders.push(folder);
  return folder;
}

/** Writes a file and the folders above it. */
export async function write(path: string, content: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

/** The machine's environment without what steers Python and pip, certificates excepted. Nothing is fetched. */
export function cleanEnvironment(home: string): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name, value]) =>
      value !== undefined &&
      (/^PIP_(CERT|CLIENT_CERT)$/.test(name) || !/^(PIP_|UV_|PYTHON|XDG_|VIRTUAL_ENV|PYENV_VERSION|FORGE)/.test(name)),
  ) as [string, string][];
  const pyenv = process.env.PYENV_ROOT ?? join(homedir(), ".pyenv");
  return { ...Object.fromEntries(kept), HOME: home, PYENV_ROOT: pyenv, PIP_NO_INDEX: "1", PIP_NO_COMPILE: "0" };
}

/** A place of its own for a run: project, home, cache directory. */
export interface Place {
  readonly project: string;
  readonly home: string;
  readonly cacheDirectory: string;
  readonly environment: Record<string, string>;
  readonly notes: string[];
}

export async function place(name?: string): Promise<Place> {
  const root = await temporaryFolder(name);
  const [project, home] = [join(root, "project"), join(root, "home")];
  await Promise.all([mkdir(project), mkdir(home)]);
  return { project, home, cacheDirectory: join(root, "cache"), environment: cleanEnvironment(home), notes: [] };
}

/** A spec's part for PyPI with nothing in it but what is given. */
export function pypi(part: Partial<Pypi> = {}): Pypi {
  const none = { indexServers: [], extraIndexUrls: [], namedIndexes: [], pins: [], trustedHosts: [], findLinks: [] };
  return { ...none, pip: "bundled", ...part };
}

export function optionsFor(where: Place, part: Partial<PackageOptions> = {}): PackageOptions {
  const install = ["pip install demo"];
  return {
    python: null,
    pypi: pypi(),
    environmentInputs: { python: null, pypi: null, install },
    phases: ["install", "execute"],
    directory: where.project,
    cacheDirectory: where.cacheDirectory,
    owner: "acme",
    repository: "tool",
    environment: where.environment,
    home: where.home,
    platform: process.platform,
    root: join(where.home, "no-root"),
    resolve: (value) => {
      if (typeof value === "string") return value;
      throw new Error("no secret here");
    },
    note: (line) => where.notes.push(line),
    ...part,
  };
}

export async function open(where: Place, part?: Partial<PackageOptions>): Promise<PackageSession> {
  const session = await openPackages(optionsFor(where, part));
  if (session === null) throw new Error("there is no environment");
  return session;
}

/** Environment of a command under the session. */
export function commandEnvironment(where: Place, session: PackageSession): Record<string, string> {
  const environment: Record<string, string> = { ...where.environment, ...session.variables };
  for (const name of session.remove) delete environment[name];
  return { ...environment, PATH: [...session.path, environment.PATH].join(":") };
}

/** Runs a command as a phase would; its standard output. */
export async function command(where: Place, session: PackageSession, argv: readonly string[]): Promise<string> {
  const [program = "", ...args] = argv;
  const env = commandEnvironment(where, session);
  const { stdout } = await spawn(program, args, { cwd: where.project, env });
  return stdout;
}

/** Makes a wheel of a distribution with one module; the wheel's path. */
export async function makeWheel(folder: string, name: string, version: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}-${version}-py3-none-any.whl`);
  const info = `${name}-${version}.dist-info`;
  const files = {
    [`${name}.py`]: `VERSION = "${version}"\n`,
    [`${info}/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n`,
    [`${info}/WHEEL`]: "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    [`${info}/RECORD`]: "",
  };
  const script =
    "import json,sys,zipfile\nwith zipfile.ZipFile(sys.argv[1],'w') as z:\n  for n,c in json.loads(sys.argv[2]).items(): z.writestr(n,c)";
  await spawn("python3", ["-c", script, path, JSON.stringify(files)]);
  return path;
}
