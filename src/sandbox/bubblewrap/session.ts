import { realpathSync } from "node:fs";
import { commandIn } from "../command-in.js";
import { EnterEnclosure } from "../enter/enclosure.js";
import { Held } from "../enter/hold.js";
import { holdProgram } from "../enter/hold-program.js";
import { NamelessFile } from "../enter/nameless-file.js";
import { enterNetwork } from "../enter/network.js";
import { coded, requireHelper } from "../enter/perl.js";
import { lastCapability } from "../enter/privileges.js";
import { openForwards } from "../forward/relay.js";
import { untilAnswered } from "../forward/until-answered.js";
import { makeGroup, removeGroup } from "../groups/make.js";
import type { SandboxSession } from "../model.js";
import { startFolder } from "../start-folder.js";
import { type ArgvRequest, sandboxArgs } from "./argv.js";
import { bubblewrapVerdict } from "./judge.js";
import { keeperFor } from "./keeper.js";
import type { Machine } from "./machine.js";
import { filterOf } from "./rights.js";

/** Opens a bubblewrap that stays, for commands that join it. */
export async function openBubblewrap(request: ArgvRequest & { readonly machine: Machine }): Promise<SandboxSession> {
  const { config, points, machine, uid } = request;
  const helper = requireHelper();
  const cwd = startFolder(config, request.here);
  const bwrap = machine.bwrap() ?? "bwrap";
  const keeper = keeperFor(config.filesystemRoot);
  const args = [...sandboxArgs(request), ...keeper.args, "--chdir", "/", "--clearenv"];
  const filter = filterOf(request);
  const words = Buffer.from(args.map((arg) => `${arg}\0`).join(""));
  const group = makeGroup(config.limits);
  const files: NamelessFile[] = [];
  let held: Held;
  try {
    for (const input of filter === null ? [words] : [words, filter]) files.push(NamelessFile.of(input));
    const guard = uid === 0 ? { FX_GUARD: coded([realpathSync(bwrap), realpathSync(helper.perl)]) } : {};
    held = await Held.open({
      helper,
      program: holdProgram,
      args: [bwrap, "--args", "3", ...(filter === null ? [] : ["--seccomp", "4"]), "--", ...keeper.argv],
      variables: guard,
      inputs: files.map(({ fd }) => fd),
      group,
      points,
      judge: (said) => bubblewrapVerdict(said, machine),
    });
  } catch (error) {
    removeGroup(group);
    throw error;
  } finally {
    for (const file of files) file.close();
  }
  const forwards = await openForwards(config.forwards, enterNetwork(helper, held.inside)).catch(async (error) => {
    await held.close();
    throw error;
  });
  const place = new EnterEnclosure({
    helper,
    config,
    inside: held.inside,
    door: held.door,
    root: null,
    cwd,
    privileges: { keep: request.keep, last: lastCapability(), noNewPrivileges: true, filter },
    group,
  });
  return {
    command: (argv) => commandIn(place, argv, config.limits),
    ...(config.network === "isolated"
      ? { untilAnswered: (at, signal) => untilAnswered(enterNetwork(helper, held.inside), at, signal) }
      : {}),
    async close() {
      forwards.close();
      const left = place.left();
      await held.close();
      await left;
      removeGroup(group);
    },
  };
}
