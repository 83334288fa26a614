import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach } from "@jest/globals";
import { parse } from "smol-toml";
import { type ClientOptions, type ClientSettings, openClients } from "../../../src/packages/clients/index.js";
import { findInterpreter } from "../../../src/packages/index.js";
import { machineEnvironment } from "../../index-server/support.js";
import { pypi } from "../support.js";

const spawn = promisify(execFile);
const folders: string[] = [];
const open: ClientSettings[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((settings) => settings.close()));
});

afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 3 })));
});

/** A machine of its own: project, home, cache directory, configuration. */
export interface Machine {
  readonly root: string;
  readonly project: string;
  readonly home: string;
  readonly cacheDirectory: string;
  readonly environment: Record<string, string>;
  readonly notes: string[];
}

export async function machine(): Promise<Machine> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "forgexec-clients-")));
  folders.push(root);
  const [project, home] = [join(root, "project"), join(root, "home")];
  await Promise.all([mkdir(project), mkdir(home)]);
  const environment = { ...machineEnvironment(), HOME: home };
  return { root, project, home, cacheDirectory: join(root, "cache"), environment, notes: [] };
}

/** Writes a file and the folders above it. */
export async function write(path: string, content: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

/** Opens the clients' settings as a run on that machine would; closed after the test. */
export async function openOn(where: Machine, part: Partial<ClientOptions> = {}): Promise<ClientSettings> {
  const { platform } = process;
  const { environment } = where;
  const path = join(where.cacheDirectory, "env", "acme-tool-0");
  await mkdir(dirname(path), { recursive: true });
  const settings = await openClients({
    interpreter: await findInterpreter({ request: null, environment, platform }),
    pypi: pypi(),
    directory: where.project,
    cacheDirectory: where.cacheDirectory,
    slot: { path, number: 300 + Math.floor(Math.random() * 600) },
    environment,
    home: where.home,
    platform,
    root: join(where.root, "no-root"),
    cache: "on",
    mode: "online",
    tag: "test",
    writable: "shared",
    note: (line) => where.notes.push(line),
    ...part,
  });
  open.push(settings);
  return settings;
}

/** A command's environment under these settings. */
export function environmentOf(
  where: Machine,
  settings: ClientSettings,
  argv: readonly string[] = [],
): Record<string, string> {
  const environment: Record<string, string> = { ...where.environment };
  for (const name of settings.remove) delete environment[name];
  return { ...environment, ...settings.variables, ...settings.variablesFor(argv) };
}

export interface Ran {
  readonly code: number;
  readonly output: string;
}

/** Runs a command as a step would. */
export async function runOn(where: Machine, settings: ClientSettings, argv: readonly string[]): Promise<Ran> {
  const [program = "", ...args] = argv;
  const env = environmentOf(where, settings, argv);
  return spawn(program, args, { cwd: where.project, env, maxBuffer: 64 * 1024 * 1024 }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      output: error.stdout + error.stderr,
    }),
  );
}

/** What uv is told by the folders that XDG_CONFIG_DIRS names. */
export async function uvFile(folder: string | undefined): Promise<Record<string, unknown>> {
  const [first = ""] = (folder ?? "").split(":");
  return parse(await readFile(join(first, "uv", "uv.toml"), "utf8"));
}
