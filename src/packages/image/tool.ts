import { Command, type CommandResult } from "../../command/index.js";
import { ImageError } from "./model.js";

/** How a helper program is run: bounded in time, without terminal, in a fixed locale. */
export interface ToolCall {
  readonly timeoutMs: number;
  readonly cwd?: string;
  readonly stdin?: string;
  readonly signal?: AbortSignal | undefined;
  /** Told each line of the output, which is then not kept. */
  readonly line?: (line: string) => void;
}

const MAX_TEXT = 64 * 1024;

/**
 * Runs a helper program. The machine's environment is kept from it but for a few variables: SOURCE_DATE_EPOCH,
 * TAR_OPTIONS, ZSTD_CLEVEL and their like would change what it does.
 *
 * @throws ImageError `missing-tool` where it is not installed, `failed` or `no-space` with its own words.
 */
export async function runTool(program: string, args: readonly string[], call: ToolCall): Promise<string> {
  const command = new Command(program, args).envPassCommon().env("LC_ALL", "C").timeout(call.timeoutMs).killGrace(500);
  command.maxBuffer(MAX_TEXT).leftovers("kill").allowFailure();
  if (call.cwd !== undefined) command.cwd(call.cwd);
  if (call.stdin !== undefined) command.stdin(call.stdin);
  if (call.signal !== undefined) command.signal(call.signal);
  const result = await command
    .stdout(call.line ?? "capture")
    .stderr("capture")
    .run();
  call.signal?.throwIfAborted();
  if (result.reason !== null) throw faultOf(program, result, call);
  return String(result.stdout);
}

function faultOf(program: string, result: CommandResult, call: ToolCall): ImageError {
  if (result.reason === "not-found" || result.reason === "not-executable")
    return new ImageError("missing-tool", `${program} is missing`);
  const words = (result.stderr || result.stdout).trim().replace(/\s+/g, " ").slice(-500);
  if (result.timedOut)
    return new ImageError("failed", `${program} took longer than ${call.timeoutMs / 1000} s: ${words}`);
  const fault = /no space left|disk quota/i.test(words) ? "no-space" : "failed";
  return new ImageError(fault, `${program} failed (${result.reason} ${result.status}): ${words}`);
}

/** Whether an error is a program's absence. */
export function isMissing(error: unknown): boolean {
  return error instanceof ImageError && error.fault === "missing-tool";
}
