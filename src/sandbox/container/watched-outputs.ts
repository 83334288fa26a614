import { createWriteStream } from "node:fs";
import type { Settings } from "../../command/index.js";
import type { Engine } from "./engine.js";

type Outputs = Pick<Settings, "stdout" | "stderr">;

/**
 * The outputs such that the engine's own messages pass through this process, which tell a command that is not there from one that ends with
 * 127. What the command writes has come through the engine anyway. `terminal`: all that it writes goes to stdout, and has to go there as it is.
 */
export function watchedOutputs(
  { stdout, stderr }: Readonly<Outputs>,
  { engine, outputs }: { readonly engine: Engine["name"]; readonly outputs: "one" | "two" | "terminal" },
): Outputs {
  // docker says it on stdout, and so does what makes one output of two.
  const onStdout = outputs === "one" || (outputs === "two" && engine === "docker");
  return { stdout: onStdout ? watched(stdout, 1) : stdout, stderr: watched(stderr, 2) };
}

function watched(target: Settings["stdout"], own: number): Settings["stdout"] {
  switch (target.type) {
    case "null":
      return { type: "line", line: () => {} };
    case "inherit":
      return toFd(own);
    case "fd":
      return toFd(target.fd);
    default:
      return target;
  }
}

function toFd(fd: number): Settings["stdout"] {
  return { type: "stream", stream: createWriteStream("", { fd, autoClose: false }) };
}
