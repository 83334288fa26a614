import { type Context, createContext, Script } from "node:vm";

const call = new Script("call()");
let context: Context | undefined;

/**
 * The value of `action`; null where it took longer than `ms` milliseconds and was ended by force. For patterns that a
 * spec brings: a few characters of one can take for ever, and meanwhile nothing else runs, not even a cancellation.
 */
export function bounded<T>(action: () => T, ms: number): { readonly value: T } | null {
  context ??= createContext({});
  context.call = action;
  try {
    return { value: call.runInContext(context, { timeout: ms }) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return null;
    throw error;
  } finally {
    context.call = undefined;
  }
}
