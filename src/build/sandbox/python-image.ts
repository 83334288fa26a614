import type { PythonImage } from "../../packages/index.js";
import type { Executor, Image } from "../../sandbox/index.js";

/** An image as what makes the build's environment: each call has a container of its own, without a network. */
export function pythonImage(executor: Executor, name: string, { id }: Image): PythonImage {
  return {
    name,
    id,
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

/** Whether what is made inside belongs to who runs this: else commands could not write to the environment, or nobody could keep it. */
export function isOwnUser({ user }: Image): boolean {
  return process.getuid?.() !== 0 || /^(?:root|0)?(?::.*)?$/.test(user);
}
