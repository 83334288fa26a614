import { constants } from "node:os";
import type { Cli, EndSignal } from "./io.js";

/** Runs an action that the process's signals stop; its exit code, or 128 and the number of the first signal. */
export async function stoppable(cli: Cli, action: (signal: AbortSignal) => Promise<number>): Promise<number> {
  const stop = new AbortController();
  let by: EndSignal | null = null;
  const release = cli.onSignal((signal) => {
    by ??= signal;
    // The next one ends the process as it would any other.
    release();
    stop.abort(new Error(`stopped by ${signal}`));
  });
  const stopped = (): number | null => (by === null ? null : 128 + constants.signals[by]);
  try {
    const code = await action(stop.signal);
    return stopped() ?? code;
  } catch (error) {
    const code = stopped();
    if (code === null) throw error;
    return code;
  } finally {
    release();
  }
}
