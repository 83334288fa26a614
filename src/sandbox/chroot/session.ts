import { saidError } from "../../command/index.js";
import { isWithin } from "../../within.js";
import { commandIn } from "../command-in.js";
import { chrootProgram } from "../enter/chroot-program.js";
import { EnterEnclosure } from "../enter/enclosure.js";
import { Held } from "../enter/hold.js";
import { coded, requireHelper } from "../enter/perl.js";
import { capabilitySet, heldOf, lastCapability, type Privileges } from "../enter/privileges.js";
import { makeGroup, removeGroup } from "../groups/make.js";
import { aroundWorkspace } from "../layers.js";
import type { SandboxSession } from "../model.js";
import { MountPoints } from "../mount-points.js";
import type { NormalConfig, NormalMount } from "../normal.js";
import { startFolder } from "../start-folder.js";
import { findMountPoints } from "./mount-points.js";
import { mountWord } from "./mounts.js";

/** Opens a chroot with its mounts, for commands that join it. `here`: this process's working directory. */
export async function openChroot(config: NormalConfig, here: string | null): Promise<SandboxSession> {
  const helper = requireHelper();
  const cwd = startFolder(config, here);
  const mounts = mountsOf(config);
  const words = Object.fromEntries(mounts.map((mount, index) => [`FX_M${index}`, mountWord(mount)]));
  const { writablePaths, filesystemRoot } = config;
  const writable =
    writablePaths.type === "some" ? [...writablePaths.paths, ...workspaceOf(config)] : workspaceOf(config);
  const points = new MountPoints();
  const group = makeGroup(config.limits);
  let held: Held;
  try {
    findMountPoints(mounts, filesystemRoot, points);
    held = await Held.open({
      helper,
      program: chrootProgram,
      args: [],
      variables: {
        ...words,
        FX_ROOT: filesystemRoot,
        ...(writablePaths.type === "all" ? {} : { FX_WRITABLE: coded(writable) }),
      },
      inputs: [],
      group,
      points,
      judge: (said) => ({ reason: "spawn", why: `it could not be opened: ${said}`, cause: saidError(said) }),
    });
  } catch (error) {
    removeGroup(group);
    throw error;
  }
  const place = new EnterEnclosure({
    helper,
    config,
    inside: held.inside,
    door: null,
    root: filesystemRoot,
    cwd,
    privileges: privilegesOf(config),
    group,
  });
  return {
    command: (argv) => commandIn(place, argv, config.limits),
    async close() {
      const left = place.left();
      await held.close();
      await left;
      removeGroup(group);
    },
  };
}

/** The workspace is one more bind mount, unless it is there anyway: the root is this machine's own, and nothing covers it. */
function mountsOf(config: NormalConfig): readonly NormalMount[] {
  const { workspace, filesystemRoot, extraMounts } = config;
  if (workspace === null) return extraMounts;
  const covered = extraMounts.some(({ target }) => isWithin(workspace, target));
  if (filesystemRoot === "/" && !covered) return extraMounts;
  const { before, after } = aroundWorkspace(extraMounts, workspace);
  return [...before, { type: "bind", source: workspace, target: workspace, options: [] }, ...after];
}

function workspaceOf({ workspace }: NormalConfig): readonly string[] {
  return workspace === null ? [] : [workspace];
}

/** root keeps what it has unless something is dropped: then it cannot gain it again. */
function privilegesOf({ capabilities }: NormalConfig): Privileges {
  const asked = capabilities.drop.length + capabilities.add.length > 0;
  return {
    keep: asked ? heldOf(capabilitySet(["all"], capabilities)) : null,
    last: lastCapability(),
    noNewPrivileges: capabilities.drop.length > 0,
    filter: null,
  };
}
