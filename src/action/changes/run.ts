import { randomUUID } from "node:crypto";
import { ConfigError } from "../../changes/index.js";
import { UsageError } from "../../errors.js";
import { printableLines } from "../../printable.js";
import { renderDiagnostic } from "../../spec/index.js";
import type { Edge } from "../edge.js";
import { tellFault } from "../fault.js";
import { inert, undrawn } from "../inert.js";
import { hide } from "../secrets.js";
import { readChangesInputs } from "./inputs.js";
import { makeReport, writeReport } from "./make-report.js";
import { type ChangesOutputs, NO_REPORT } from "./outputs.js";
import { postReport } from "./post-report.js";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The action of change reports. Sets every output whatever happens, and the exit code; never throws. */
export async function runChangesAction(edge: Edge): Promise<void> {
  let outputs = NO_REPORT;
  const stop = new AbortController();
  const cancel = (): void => stop.abort(new Error("cancelled"));
  for (const signal of SIGNALS) edge.signals.on(signal, cancel);
  try {
    for await (const known of run(edge, stop.signal)) outputs = known;
  } catch (error) {
    if (stop.signal.aborted) edge.core.setFailed("The report was cancelled.");
    else tell(edge, error);
  } finally {
    for (const signal of SIGNALS) edge.signals.off(signal, cancel);
    for (const [name, value] of Object.entries(outputs)) edge.core.setOutput(name, value);
  }
}

/** Tells the outputs as they become known: a report that cannot be posted is there all the same. */
async function* run(edge: Edge, signal: AbortSignal): AsyncGenerator<ChangesOutputs, void, undefined> {
  const inputs = readChangesInputs((name) => edge.core.getInput(name));
  hide(edge.core, inputs.githubToken ?? "");
  const made = await makeReport(edge, inputs, signal);
  const path = await writeReport(edge, made, inputs.format);
  edge.core.info(`${inputs.report}: ${made.count} ${made.count === 1 ? "row" : "rows"}, written to ${path}`);
  const count = String(made.count);
  yield { path, count, url: "" };
  const url = await postReport(edge, { inputs, made, signal });
  if (url !== "") edge.core.info(`Posted to ${url}`);
  yield { path, count, url };
}

function tell(edge: Edge, error: unknown): void {
  if (error instanceof ConfigError) {
    const texts = error.diagnostics.map((found) => renderDiagnostic(found, error.specText, { color: "never" }));
    edge.log.write(inert(texts.join("\n"), randomUUID));
  }
  if (error instanceof UsageError) edge.core.setFailed(undrawn(printableLines(error.message)));
  else tellFault(edge, error);
}
