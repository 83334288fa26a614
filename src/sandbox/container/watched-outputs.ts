import { createWriteStream } from "node:fs";
import { isatty } from "node:tty";
import type { Settings } from "../../command/index.js";
import type { Engine } from "./engine.js";

type Outputs = Pick<Settings, "stdout" | "stderr">;

/**
 * The outputs such that the engine's own messages pass through this process, which tell a command that is not there from one that ends with
 * 127. What the command writes has come through the engine anyway; to a terminal it goes as it is.
 */
export function watchedOutputs(
  { stdout, stderr }: Readonly<Outputs>,
  { engine, outputs }: { readonly engine: Engine["name"]; readonly outputs: "one" | "two" },
): Outputs {
  return {
    // docker says it on stdout, and so does what makes one output of two.
    stdout: outputs === "one" || engine === "docker" ? watched(stdout, 1) : stdout,
    stderr: watched(stderr, 2),
  };
}

function watched(target: Settings["stdout"], own: number): Settings["stdout"] {
  switch (target.type) {
    case "null":
      return { type: "line", line: () => {} };
    case "inherit":
      return isatty(own) ? target : toFd(own);
    case "fd":
      return isatty(target.fd) ? target : toFd(target.fd);
    default:
      return target;
  }
}

function toFd(fd: number): Settings["stdout"] {
  return { type: "stream", stream: createWriteStream("", { fd, autoClose: false }) };
}
