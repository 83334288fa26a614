import { z } from "zod";

const record = z.looseObject({
  stepID: z.array(z.string()).optional(),
  stage: z.string().optional(),
  msg: z.string(),
  raw_output: z.boolean().optional(),
  command: z.string().optional(),
  arg: z.string().optional(),
  raw: z.string().optional(),
  name: z.string().optional(),
  content: z.string().optional(),
  stepResult: z.string().optional(),
});

/** One line of a step's log, as act took it: plain text, or a workflow command that it carried out or ignored. */
export interface LogLine {
  readonly stage: string;
  readonly kind: "text" | "command" | "ignored";
  /** The command's name; empty for text. */
  readonly command: string;
  /** The text, or the command's argument. */
  readonly text: string;
}

export interface StepLog {
  readonly lines: readonly LogLine[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Results of the step's stages: Main, Post. */
  readonly results: Readonly<Record<string, string>>;
}

/** Reads act's `--json` log; the steps by their id. */
export function parseActLog(log: string): Map<string, StepLog> {
  const steps = new Map<
    string,
    { lines: LogLine[]; outputs: Record<string, string>; summary: string; results: Record<string, string> }
  >();
  for (const line of log.split("\n").filter((text) => text.startsWith("{"))) {
    const {
      stepID,
      stage = "",
      msg,
      raw_output,
      command,
      arg = "",
      raw,
      name,
      content,
      stepResult,
    } = record.parse(JSON.parse(line));
    const id = stepID?.at(-1);
    if (id === undefined) continue;
    const step = steps.get(id) ?? { lines: [], outputs: {}, summary: "", results: {} };
    steps.set(id, step);
    if (stepResult !== undefined) step.results[stage] = stepResult;
    if (command === "summary") step.summary += content ?? "";
    else if (command === "set-output" && name !== undefined && raw === undefined) step.outputs[name] = arg;
    else if (command === "ignored")
      step.lines.push({ stage, kind: "ignored", command: "", text: (raw ?? "").trimEnd() });
    else if (command !== undefined) step.lines.push({ stage, kind: "command", command, text: arg });
    else if (raw_output === true) step.lines.push({ stage, kind: "text", command: "", text: msg.replace(/\n$/, "") });
  }
  return steps;
}

/** A step's lines with the title of the group that each is in; null outside of groups. Fails where a group is left open. */
export function grouped(lines: readonly LogLine[]): { readonly line: LogLine; readonly group: string | null }[] {
  let group: string | null = null;
  const result = [];
  for (const line of lines) {
    if (line.command === "group") {
      if (group !== null) throw new Error(`group "${line.text}" inside of "${group}"`);
      group = line.text;
    } else if (line.command === "endgroup") group = null;
    else result.push({ line, group });
  }
  if (group !== null) throw new Error(`group "${group}" is never closed`);
  return result;
}
