import { randomUUID } from "node:crypto";
import { printableLines } from "../printable.js";
import { VERSION } from "../version.js";
import type { Edge } from "./edge.js";
import { inert, undrawn } from "./inert.js";

const ISSUES = "https://github.com/forgexec/forgexec/issues";

/** Fails the job for what should not have happened; the stack is told where the job has debug logging. */
export function tellFault(edge: Edge, error: unknown): void {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  if (edge.environment.RUNNER_DEBUG === "1" && stack) edge.log.write(inert(stack, randomUUID));
  edge.core.setFailed(
    `forgexec itself failed: ${undrawn(printableLines(message))}\nThis is a fault of forgexec ${VERSION} (Node ${process.version}, ${edge.platform}), ` +
      `not of your build. Please report it at ${ISSUES}, with this log; with debug logging turned on it says more.`,
  );
}
