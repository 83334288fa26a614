import type { PythonImage } from "../../packages/index.js";
import type { Executor, Image } from "../../sandbox/index.js";

/** An image as what makes the build's environment: each call has a container of its own, without a network. */
export function pythonImage(executor: Executor, name: string, { id }: Image): PythonImage {
  return {
    name,
    id,
    files: filesOf(),
    async run(argv, { writable, timeoutMs, signal }) {
      const session = await executor.open({
        image: name,
        cwd: "/",
        network: "isolated",
        extraMounts: writable.map((path) => ({ type: "bind", source: path, target: path })),
      });
      try {
        const command = session.command(argv).stdout("capture").stderr("capture").timeout(timeoutMs);
        const { stdout } = await (signal === undefined ? command : command.signal(signal)).run();
        return stdout;
      } finally {
        await session.close();
      }
    },
  };
}

/** An engine that root calls runs as root: the image's users are then this machine's, by number. */
export function filesOf(): PythonImage["files"] {
  return process.getuid?.() === 0 ? "users" : "own";
}

/**
 * Why no environment is made in a container: where its network is not to be entered, it mostly is another user's, to whom the environment would
 * belong, so that commands could not write to it, or nobody could keep it. null: it is.
 */
export function whyForeign(executor: Executor): string | null {
  if (executor.capabilities.forwards.length > 0) return null;
  return `The build's environment cannot be made in a container here: ${executor.whyNot("forwards")}.`;
}
