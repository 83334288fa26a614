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
        env: {},
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

/** Why the environment could not belong to who runs this, so that commands could not write to it, or nobody could keep it; null: it does. */
export function whyForeign(executor: Executor): string | null {
  if (executor.capabilities.forwards.length > 0) return null;
  return "The container engine runs as another user than forgexec, to whom the build's environment would belong. Use podman, or run forgexec as root.";
}
