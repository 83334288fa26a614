import { spawnSync } from "node:child_process";
import { hostname } from "node:os";
import { printable } from "../../printable.js";
import { findOnPath } from "../programs.js";
import { dockerFacts } from "./docker-facts.js";
import type { Answer, Engine, Probed } from "./engine.js";
import { podmanFacts } from "./podman-facts.js";

type Environment = Readonly<Record<string, string>>;

/** The engine to use, or why there is none: a sentence for each that was tried. */
export type Detection =
  | { readonly type: "found"; readonly engine: Engine }
  | { readonly type: "none"; readonly reasons: readonly string[] };

interface Candidate {
  readonly name: Engine["name"];
  readonly argv: readonly string[];
  readonly facts: (answer: Answer) => Probed;
}

/** podman comes first: it needs no service, and containers are then children of the user's own. */
const CANDIDATES: readonly Candidate[] = [
  { name: "podman", argv: ["info", "--format", "json"], facts: podmanFacts },
  { name: "docker", argv: ["info", "--format", "{{json .}}"], facts: dockerFacts },
];

/** An engine that hangs, as one whose service does not answer, is none. */
const PROBE_MS = 15_000;

const known = new Map<string, Detection>();

/**
 * The first engine that works with this environment (PATH, CONTAINERS_CONF, DOCKER_HOST, …). It is asked once in a process, while all
 * else waits: what a sandbox can do is a plain property. FORGEXEC_CONTAINER_ENGINE names the only one to try.
 */
export function detectEngine(environment: Environment): Detection {
  const key = JSON.stringify(Object.entries(environment).sort());
  const detection = known.get(key) ?? detect(environment);
  known.set(key, detection);
  return detection;
}

function detect(environment: Environment): Detection {
  const wanted = environment.FORGEXEC_CONTAINER_ENGINE;
  const candidates = CANDIDATES.filter(({ name }) => wanted === undefined || wanted === "" || name === wanted);
  const reasons =
    candidates.length > 0 ? [] : [`FORGEXEC_CONTAINER_ENGINE is ${printable(wanted ?? "")}: podman or docker`];
  for (const candidate of candidates) {
    const probed = probe(candidate, environment);
    if (probed.type === "works") return { type: "found", engine: probed.engine };
    reasons.push(`${candidate.name}: ${probed.why}`);
  }
  return { type: "none", reasons };
}

function probe({ name, argv, facts }: Candidate, environment: Environment): Probed {
  const program = findOnPath(name, environment.PATH ?? "");
  if (program === null) return fails("it is not installed (not on PATH)");
  const result = spawnSync(program, argv, {
    env: environment,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    timeout: PROBE_MS,
    killSignal: "SIGKILL",
    maxBuffer: 16 * 1024 * 1024,
  });
  if ((result.error as NodeJS.ErrnoException | undefined)?.code === "ETIMEDOUT")
    return fails(`\`${name} info\` did not answer within ${PROBE_MS / 1000} s`);
  if (result.error) return fails(`it could not be started (${result.error.message})`);
  if (result.status !== 0)
    return fails(lastLine(result.stderr) ?? `\`${name} info\` ended with ${result.status ?? result.signal}`);
  try {
    const uid = process.geteuid?.() ?? -1;
    return facts({ program, environment, uid, host: hostname(), info: JSON.parse(result.stdout) });
  } catch {
    return fails(`\`${name} info\` gave no JSON`);
  }
}

function fails(why: string): Probed {
  return { type: "fails", why };
}

function lastLine(text: string): string | null {
  const line = text.trim().split("\n").at(-1)?.trim();
  return line ? printable(line) : null;
}
