import { lstat, realpath } from "node:fs/promises";
import { dirname, resolve, sep } from "node:path";
import { UsageError } from "../errors.js";
import { specPath } from "./build-options.js";
import type { Edge } from "./edge.js";
import type { Inputs } from "./inputs.js";

/** The job's workspace, links resolved: nothing that a spec or an input names may lie outside of it. */
export async function workspaceOf(edge: Pick<Edge, "environment">): Promise<string> {
  const given = edge.environment.GITHUB_WORKSPACE;
  if (!given) {
    throw new UsageError(
      "no-workspace",
      "GITHUB_WORKSPACE is not set, so this is no GitHub job. On other machines use the command line: forgexec run.",
    );
  }
  return realpath(given).catch((error: Error) => {
    throw new UsageError(
      "no-workspace",
      `The workspace ${given} cannot be opened: ${error.message}. Is actions/checkout missing?`,
    );
  });
}

/** Refuses a spec that is not there, in words of the inputs. Of places outside of the workspace it tells nothing. */
export async function requireSpec(workspace: string, inputs: Inputs): Promise<void> {
  const shown = specPath(inputs);
  const path = resolve(workspace, shown);
  if (!path.startsWith(workspace + sep) || (await isThere(path))) return;
  // A working directory that is missing is told of as such.
  if (inputs.spec === null && !(await isThere(dirname(path)))) return;
  const advice =
    inputs.spec === null
      ? 'Write one with "forgexec init", or name another file by the input "spec".'
      : 'The input "spec" names it.';
  throw new UsageError(
    "no-spec",
    `There is no ${shown} in the workspace ${workspace}. ${advice} Is actions/checkout missing?`,
  );
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null;
}
