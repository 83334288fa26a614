import { parseTimeout } from "../duration.js";
import type { Platform, Step } from "../model.js";
import { member, type Node, textOf } from "../yaml/node.js";
import { type Command, readCommand } from "./command.js";
import { type Reading, refuseKeys } from "./context.js";
import { readReady } from "./ready.js";
import { readEnvironment, readText } from "./value.js";

const LATER = ["report"];
const NOT_IN_BACKGROUND = ["timeout", "idle-timeout", "retry", "cached"];

type Options = Omit<Step, "position" | "command" | "words" | "background">;

const NO_OPTIONS: Options = { environment: {}, retry: 0, continueOnError: false };

/** Reads one item of a phase's list: a step, or several where it is a list of background commands. */
export function readSteps(node: Node, reading: Reading): readonly Step[] {
  if (node.kind !== "map") return toSteps([readCommand(node, undefined, reading)], { background: false }, reading);
  refuseKeys(node, LATER, reading);
  const shell = readShell(member(node, "shell"));
  const background = member(node, "background");
  checkBackground(node, background, reading);
  const options = readOptions(node, shell, reading);
  const commands = background?.kind === "list" ? background.items : [background ?? member(node, "run")];
  if (background?.kind === "list" && commands.length === 0) {
    reading.report({
      offset: background.offset,
      severity: "error",
      code: "empty-command",
      message: "The list of commands is empty.",
    });
  }
  const steps = toSteps(
    commands.map((command) => readCommand(command, shell, reading)),
    { ...options, background: background !== undefined },
    reading,
  );
  const ready = readReady(member(node, "ready"), reading);
  return steps.map((step, index) => (ready && background && index === steps.length - 1 ? { ...step, ready } : step));
}

function toSteps(
  commands: readonly (Command | undefined)[],
  options: Partial<Options> & { readonly background: boolean },
  reading: Reading,
): readonly Step[] {
  return commands.flatMap((command) =>
    command
      ? [
          {
            ...NO_OPTIONS,
            ...options,
            position: reading.positionOf(command.offset),
            command: command.command,
            words: command.words,
          },
        ]
      : [],
  );
}

function readOptions(node: Node, shell: string | undefined, reading: Reading): Options {
  const name = textOf(member(node, "name"));
  const workingDirectory = readText(member(node, "working-directory"), reading);
  const timeoutMs = parseTimeout(textOf(member(node, "timeout")) ?? "");
  const idleTimeoutMs = parseTimeout(textOf(member(node, "idle-timeout")) ?? "");
  const retry = member(node, "retry");
  const platform = textOf(member(node, "if"));
  const stdin = textOf(member(node, "stdin"));
  const cached = member(node, "cached");
  return {
    environment: readEnvironment(member(node, "environment"), reading),
    retry: retry?.kind === "scalar" && typeof retry.value === "number" ? retry.value : 0,
    continueOnError: isTrue(member(node, "continue-on-error")),
    ...(name === undefined ? {} : { name }),
    ...(shell === undefined ? {} : { shell }),
    ...(workingDirectory === undefined ? {} : { workingDirectory }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(idleTimeoutMs === undefined ? {} : { idleTimeoutMs }),
    ...(platform === undefined ? {} : { if: platform as Platform }),
    ...(stdin === undefined ? {} : { stdin }),
    ...(cached === undefined ? {} : { cached: isTrue(cached) }),
  };
}

function readShell(node: Node | undefined): string | undefined {
  if (node?.kind !== "scalar" || node.value === false || node.value === null) return undefined;
  return node.value === true ? "sh" : node.text;
}

export function isTrue(node: Node | undefined): boolean {
  return node?.kind === "scalar" && node.value === true;
}

/** Reports what goes with background commands only, or with the others only. */
function checkBackground(node: Node, background: Node | undefined, reading: Reading): void {
  if (node.kind !== "map") return;
  const error = (offset: number, code: string, message: string) =>
    reading.report({ offset, severity: "error", code, message });
  const ready = node.entries.get("ready");
  if (!background && ready)
    error(ready.offset, "ready-without-background", "Only a `background` step can become ready.");
  if (!background) return;
  for (const key of NOT_IN_BACKGROUND) {
    const entry = node.entries.get(key);
    if (!entry) continue;
    const message = `\`${key}\` has no meaning for a background step, which runs until its phase ends. \`ready\` and the phase have a \`timeout\`.`;
    error(entry.offset, "not-in-background", message);
  }
}
