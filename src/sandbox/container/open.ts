import { realpathSync } from "node:fs";
import { openForwards } from "../forward/relay.js";
import type { OpenOptions } from "../model.js";
import { mountPointType } from "../mount-points.js";
import type { NormalConfig } from "../normal.js";
import { refuse } from "../refuse.js";
import type { Engine } from "./engine.js";
import { networkOf } from "./enter-network.js";
import { handOver } from "./environment.js";
import { containerName, makeFolder, removeFolder } from "./folder.js";
import { prepareImage } from "./image.js";
import { labelsOfThis } from "./labels.js";
import { type Caller, keepIdFor, keepIdOfNamed, lendTo, loanOf, requireGivingBack } from "./lending.js";
import { noteOf } from "./noted-engine.js";
import { abandonedContainers, noteContainer } from "./notes.js";
import { lookAtParts, requireParts } from "./parts.js";
import { processOne } from "./process-one.js";
import { removeAbandoned } from "./recover.js";
import { recoverContainers } from "./recover-here.js";
import { removeContainer } from "./remove-container.js";
import { resolve } from "./resolve.js";
import { ContainerSession, guardContainer } from "./session.js";
import { startKeeper } from "./start-keeper.js";
import { requireDevices, requireRates } from "./taken-rates.js";
import { undoing } from "./undo.js";
import { unsetBy } from "./unset.js";

/** Makes a container and gives a session in it. @throws CommandError that says what is wrong or missing; nothing is left then. */
export async function openContainer(
  config: NormalConfig,
  caller: Caller,
  waiting: OpenOptions = {},
): Promise<ContainerSession> {
  const { engine } = caller;
  const resolved = resolve({ ...config, filesystemRoot: realpathSync(config.filesystemRoot) });
  if (resolved.type === "fault") throw refuse(resolved.reason, resolved.why);
  const { request } = resolved;
  if (engine.processes !== "none") requireDevices(config.limits);
  for (const mount of request.mounts) if (mount.type === "bind") mountPointType(mount.source);
  const parts = engine.processes === "own" ? lookAtParts(request.mounts) : [];
  const handover = handOver(config.env ?? {});
  if (handover.refused.length > 0)
    throw refuse("invalid", `env: no container engine hands over such a value of ${handover.refused.join(", ")}`);
  requireGivingBack(config.workspace, caller);
  await sweep(caller);
  const image =
    request.root.type === "image"
      ? await prepareImage(engine, request.root.image, { pull: config.pull, ...waiting })
      : null;
  const folder = notedFolder(engine);
  const loan = loanOf(config.workspace, folder, caller);
  const undo = undoing(caller, { folder, loan, request });
  const name = containerName(folder);
  const unguard = guardContainer(engine, { name, undo });
  try {
    const whole = { ...request, name, labels: labelsOfThis(), unset: unsetBy(config.env, image) };
    const keepId = keepIdFor(image, engine);
    let keeper = await startKeeper(engine, { request: { ...whole, keepId }, handover, folder });
    let pid = await processOne(engine, name);
    const named = pid === null || keepId !== null ? null : keepIdOfNamed(pid, engine);
    if (named !== null) {
      await removeContainer(engine, name);
      keeper = await startKeeper(engine, { request: { ...whole, keepId: named }, handover, folder });
      pid = await processOne(engine, name);
    }
    if (pid !== null) requireParts(pid, parts);
    await requireRates(engine, name, config.limits);
    if (loan && pid !== null) lendTo(loan, { place: folder, pid }, caller);
    const processes = pid === null ? "none" : engine.processes;
    const network = pid === null ? null : networkOf(engine, pid);
    const forwards = await openForwards(config.forwards, network);
    return new ContainerSession({
      engine: { ...engine, processes },
      name,
      pid,
      joiner: keeper.file === null ? null : keeper.argv[0],
      cwd: config.cwd ?? config.workspace,
      limits: config.limits,
      undo,
      unguard,
      forwards,
      network,
    });
  } catch (error) {
    // What failed first is what is told.
    await removeContainer(engine, name)
      .catch(() => {})
      .then(undo)
      .catch(() => {});
    unguard();
    throw error;
  }
}

/** A container's folder, of which others know that come after a kill -9. */
function notedFolder(engine: Engine): string {
  const place = makeFolder();
  try {
    noteContainer({ place, engine: noteOf(engine), loan: null });
    return place;
  } catch (error) {
    removeFolder(place);
    throw error;
  }
}

/** Engines for which abandoned containers were looked for already: once in a process is enough, unless notes tell of more. */
const swept = new WeakSet<Engine>();

/** A fault of another container's is no reason not to make this one. */
async function sweep(caller: Caller): Promise<void> {
  try {
    if (!swept.has(caller.engine)) await removeAbandoned(caller.engine);
    swept.add(caller.engine);
    if (abandonedContainers().length > 0) await recoverContainers();
  } catch (error) {
    process.emitWarning((error as Error).message);
  }
}
