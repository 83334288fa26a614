import { readFileSync } from "node:fs";
import { startUpstream, type TestUpstream } from "../../index-server/upstream.js";
import { pythonWheel } from "../../index-server/wheels.js";
import { type CliOptions, runCli } from "./cli.js";
import { type EventOf, eventsOf, outputOf, parseEvents, type StreamEvent } from "./events.js";
import type { Home } from "./home.js";
import { newProject } from "./project.js";

/** What a run of the command line came to. */
export interface CachedRun {
  readonly exitCode: number | null;
  readonly end: EventOf<"run.end">;
  readonly events: readonly StreamEvent[];
  readonly output: string;
  readonly warnings: readonly string[];
  readonly stderr: string;
}

/** An index with two distributions, `alpha` (which needs `beta`) and `beta`, each in two versions. */
export async function indexOfTwo(): Promise<TestUpstream> {
  const upstream = await startUpstream();
  for (const version of ["1.0", "2.0"]) {
    upstream.add("alpha", await pythonWheel({ name: "alpha", version, requires: ["beta"] }));
    upstream.add("beta", await pythonWheel({ name: "beta", version, requires: [] }));
  }
  return upstream;
}

/** Prints what the environment has, as `alpha 1.0 beta 2.0`. */
export const LIST =
  'python -c \'import importlib.metadata as m; print(*sorted(d.name + " " + d.version for d in m.distributions() if d.name != "pip"))\'';

export function projectOf(requirements: string, spec = `install: [pip install -q -r requirements.txt]\n`): string {
  return newProject({ ".forge.yml": `${spec}execute:\n  - ${LIST}\n`, "requirements.txt": requirements });
}

/** Runs `forgexec run --json` as a user whose index is `upstream`. */
export async function cachedRun(
  home: Home,
  upstream: TestUpstream,
  options: Omit<CliOptions, "home"> & { readonly args?: readonly string[] },
): Promise<CachedRun> {
  const { args = [], environment, ...rest } = options;
  const variables = { PIP_INDEX_URL: upstream.url, PIP_RETRIES: "0", ...environment };
  const result = await runCli(["run", "--json", ...args], { ...rest, home, environment: variables });
  const events = parseEvents(result.stdout);
  const [end] = eventsOf(events, "run.end");
  if (end === undefined) throw new Error(`there is no run.end:\n${result.all}`);
  const warnings = eventsOf(events, "warning").map(({ message }) => message);
  const { exitCode, stderr } = result;
  return { exitCode, end, events, output: outputOf(events), warnings, stderr };
}

/** The mount points below a folder: others of the machine are somebody else's. */
export function mountsBelow(folder: string): readonly string[] {
  const points = readFileSync("/proc/self/mountinfo", "utf8")
    .split("\n")
    .map((line) => line.split(" ")[4] ?? "");
  return points.filter((point) => point.startsWith(`${folder}/`));
}
