import { CommandError, type CommandResult } from "../../command/index.js";
import { refuse } from "../refuse.js";
import type { Engine } from "./engine.js";
import { engineCommand, saidBy } from "./engine-call.js";
import type { Handover } from "./environment.js";
import { type Keeper, keepers } from "./keeper.js";
import { type ContainerRequest, runArgv } from "./run-argv.js";
import { startFault } from "./start-fault.js";
import { unsetEnvironment } from "./unset.js";

/** Starting a container takes a moment; one that has to copy a large image under `vfs` takes many. */
const START_MS = 10 * 60_000;

type Ended = CommandResult<string | Buffer, string | Buffer>;

/** What a container is made from, but for what keeps it open. */
export interface StartRequest {
  readonly request: Omit<ContainerRequest, "keeper" | "environment">;
  readonly handover: Handover;
  /** For the keeper, and for the engine's monitor to work in. */
  readonly folder: string;
}

/**
 * Makes the container and starts what keeps it open, and gives that: forgexec's own keeper, else the first program of the image's that can
 * wait.
 * @throws CommandError `mount`, `spawn`; `invalid`, `unsupported` for limits that cannot be set, `limit` for those that are too low; no container
 * is left then.
 */
export async function startKeeper(engine: Engine, start: StartRequest): Promise<Keeper> {
  const tried: string[] = [];
  for (const keeper of keepers(engine.architecture, start.folder)) {
    const result = await run(engine, start, keeper);
    if (result.exitCode === 0) return keeper;
    if (!isKeepersFault(result, keeper)) throw failure(engine, start.request, result);
    tried.push(`${keeper.file === null ? keeper.argv[0] : "forgexec's own"}: ${saidBy(result)}`);
  }
  throw refuse(
    "spawn",
    `nothing can keep a container of ${nameOf(start.request)} open. forgexec's own program for it is for the processors amd64 and arm64, ` +
      `and is handed over as a file; otherwise the image needs one of sleep, tail and python3.\n${tried.join("\n")}`,
  );
}

async function run(engine: Engine, { request, handover, folder }: StartRequest, keeper: Keeper): Promise<Ended> {
  const [target] = keeper.argv;
  const mount =
    keeper.file === null
      ? []
      : [{ type: "bind", source: keeper.file, target, mode: "read-only", options: [], partOf: null } as const];
  const argv = (environment: readonly string[]) =>
    runArgv({ ...request, keeper: keeper.argv, mounts: [...request.mounts, ...mount], environment }, engine);
  try {
    const environment = unsetEnvironment(request.unset, engine);
    return await engineCommand({ ...engine, environment }, argv, handover)
      .cwd(folder)
      .timeout(START_MS)
      .run();
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    if ((error.cause as NodeJS.ErrnoException | undefined)?.code !== "E2BIG") return error;
    const why = "env is too long for the system (E2BIG)";
    throw refuse("spawn", `no container of ${nameOf(request)} could be started: ${why}`, { cause: error.cause });
  }
}

/** Whether it was the keeper that could not be started, or not be handed over: another one may. */
function isKeepersFault(result: Ended, { argv, file }: Keeper): boolean {
  const said = saidBy(result);
  if (file !== null && said.includes(file)) return true;
  return (result.exitCode === 126 || result.exitCode === 127) && said.includes(argv[0]);
}

function failure(
  engine: Engine,
  request: Pick<ContainerRequest, "root" | "limits" | "ports" | "capabilities">,
  result: Ended,
): Error {
  const said = saidBy(result);
  const { reason, why, ...limit } = startFault(said, request);
  const told = result.timedOut ? `it took more than ${START_MS / 60_000} minutes` : `${engine.name} said:\n${said}`;
  const message = `no container of ${nameOf(request)} could be started: ${told}`;
  return refuse(reason, why === null ? message : `${why}; ${message}`, { cause: result, ...limit });
}

function nameOf({ root }: Pick<ContainerRequest, "root">): string {
  return root.type === "image" ? root.image : JSON.stringify(root.path);
}
