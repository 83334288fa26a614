import { readdirSync } from "node:fs";
import { afterEach, beforeEach, describe, expect } from "@jest/globals";
import { getExecutor, type SandboxConfig } from "../../src/sandbox/index.js";
import { failureOf } from "../command/helper.js";
import { usePodman } from "./container/podman.js";
import { ofFolders } from "./support/backends.js";
import { testEverybodys } from "./support/machine.js";
import { useRootFolder } from "./support/root-folder.js";

usePodman();
const { root } = useRootFolder();

describe.each([{ name: "none", test: testEverybodys } as const, ...ofFolders])("$name", ({ name, test }) => {
  const executor = getExecutor(name);
  const config: SandboxConfig =
    name === "none"
      ? {}
      : {
          filesystemRoot: root,
          env: { PATH: "/bin" },
          extraMounts: [{ type: "tmpfs", target: "/made/on/demand" }],
        };
  /** An engine starts its containers one after the other. */
  const [sessions, commands] = name === "container" ? [3, 8] : [20, 50];
  let before: readonly string[] = [];
  beforeEach(() => {
    before = readdirSync(root).sort();
  });
  afterEach(() => expect(readdirSync(root).sort()).toEqual(before));

  test("many sessions at once are each their own", async () => {
    const open = await Promise.all(Array.from({ length: sessions }, () => executor.open(config)));
    try {
      const said = open.map(async (session, index) => {
        const { stdout } = await session
          .command(["sh", "-c", `echo ${index}`])
          .stdout("capture")
          .run();
        return stdout;
      });
      expect(await Promise.all(said)).toEqual(open.map((_, index) => `${index}\n`));
    } finally {
      await Promise.all(open.map((session) => session.close()));
    }
  });

  test("many commands at once in one session are each their own", async () => {
    const session = await executor.open(config);
    try {
      const said = Array.from({ length: commands }, async (_, index) => {
        const script = `echo out ${index}; echo err ${index} >&2; exit ${index}`;
        const command = session.command(["sh", "-c", script]).stdout("capture").stderr("capture").allowFailure();
        const { stdout, stderr, exitCode } = await command.run();
        return [stdout, stderr, exitCode];
      });
      const expected = said.map((_, index) => [`out ${index}\n`, `err ${index}\n`, index]);
      expect(await Promise.all(said)).toEqual(expected);
    } finally {
      await session.close();
    }
  });

  test("closing twice at once, while commands run and others start, ends all of them and leaves no way in", async () => {
    const session = await executor.open(config);
    const sleep = () => session.command(["sh", "-c", "echo up; exec sleep 1000"]).stdout("pipe");
    const child = await sleep().start();
    await new Promise((resolve) => child.stdout?.once("data", resolve));
    const running = failureOf(child.wait());
    const starting = Array.from({ length: 5 }, () => failureOf(sleep().run()));
    await Promise.all([session.close(), session.close()]);
    for (const { reason } of await Promise.all([running, ...starting]))
      expect(["signal", "spawn", "aborted", "exit"]).toContain(reason);
    const late = await failureOf(session.command(["sh", "-c", "echo late"]).run());
    expect(late.reason).toBe("spawn");
    expect(late.message).toBe("sh -c 'echo late': the sandbox is not open any more");
    await session.close();
  });

  test("a command that is stopped before it has started does not run, and harms no other", async () => {
    const session = await executor.open(config);
    try {
      const abort = new AbortController();
      const script = name === "none" ? "sleep 1000" : "echo ran >> /data/aborted; sleep 1000";
      const failures = Array.from({ length: 5 }, () =>
        failureOf(session.command(["sh", "-c", script]).signal(abort.signal).run()),
      );
      abort.abort();
      for (const failure of await Promise.all(failures)) expect(failure.reason).toBe("aborted");
      const { stdout } = await session.command(["sh", "-c", "echo well"]).stdout("capture").run();
      expect(stdout).toBe("well\n");
      expect(readdirSync(`${root}/data`)).not.toContain("aborted");
    } finally {
      await session.close();
    }
  });
});
