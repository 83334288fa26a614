import type { Enclosure } from "../../command/index.js";
import { commandIn } from "../command-in.js";
import { environmentOf } from "../environment.js";
import type { SandboxSession } from "../model.js";
import type { NormalConfig } from "../normal.js";
import { NOT_OPEN, refuse } from "../refuse.js";

/** Commands of this machine. Those still running are ended with the session, unless they were given a signal of their own. */
export function openNone(config: NormalConfig): SandboxSession {
  const closing = new AbortController();
  const running = new Set<Promise<void>>();
  const place: Enclosure = {
    async enter(settings) {
      if (closing.signal.aborted) throw refuse("spawn", NOT_OPEN, { command: [settings.program, ...settings.args] });
      let leave = () => {};
      const over = new Promise<void>((resolve) => {
        leave = resolve;
      });
      running.add(over);
      return {
        settings: {
          ...settings,
          environment: environmentOf(settings, config),
          cwd: settings.cwd ?? config.cwd,
          enclosure: null,
        },
        judge: async () => null,
        leave: async () => {
          running.delete(over);
          leave();
        },
      };
    },
  };
  return {
    command: (argv) => commandIn(place, argv, config.limits).signal(closing.signal),
    async close() {
      closing.abort();
      await Promise.all(running);
    },
  };
}
