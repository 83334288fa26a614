import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect } from "@jest/globals";
import { getExecutor, type SandboxConfig } from "../../src/sandbox/index.js";
import { local } from "./support/local.js";
import { useRootFolder } from "./support/root-folder.js";

const { root, scratch } = useRootFolder();
const env = { PATH: "/bin" };

describe.each(local)("$name", ({ name, test }) => {
  const executor = getExecutor(name);
  const config: SandboxConfig = { filesystemRoot: root, env, extraMounts: [{ type: "tmpfs", target: "/made/here" }] };
  afterEach(() => expect(readdirSync(root).sort()).toEqual(["bin", "data", "dev"]));

  test("a sandbox that ends leaves others what they have mounted at the same place", async () => {
    const first = await executor.open(config);
    const second = await executor.open(config);
    let close = () => {};
    const closed = new Promise<void>((resolve) => {
      close = () => resolve(first.close());
    });
    const alone = executor.runSandbox(["sh", "-c", "echo kept > /made/here/x; echo up; sleep 1; cat /made/here/x"], {
      ...config,
      stdout: (line) => line === "up" && close(),
    });
    await second.command(["sh", "-c", "echo kept > /made/here/x"]).run();
    await closed;
    const { stdout } = await second.command(["cat", "/made/here/x"]).stdout("capture").run();
    expect(stdout).toBe("kept\n");
    expect((await alone).exitCode).toBe(0);
    await second.close();
  });

  test("those that lie in one another's folders go with the last of them", async () => {
    const outer = await executor.open(config);
    const inner = await executor.open({
      ...config,
      extraMounts: [{ type: "tmpfs", target: "/made/there/deep" }],
    });
    await outer.close();
    expect(readdirSync(join(root, "made"))).toEqual(["there"]);
    await inner.close();
  });

  test("one in a folder that is mounted is made there, and removed", async () => {
    const source = join(scratch, "source");
    mkdirSync(source);
    const extraMounts = [
      { type: "bind", source, target: "/data" },
      { type: "tmpfs", target: "/data/new" },
    ] as const;
    const { exitCode } = await executor.runSandbox(["touch", "/data/new/x"], { ...config, extraMounts });
    expect(exitCode).toBe(0);
    expect(readdirSync(source)).toEqual([]);
    rmSync(source, { recursive: true });
  });

  /** A session whose holder is killed, with the mount points that it made. */
  const abandoned = async (meanwhile = () => {}) => {
    const before = holders();
    const session = await executor.open(config);
    meanwhile();
    for (const pid of holders().filter((each) => !before.includes(each))) process.kill(pid, "SIGKILL");
    await session.close();
  };

  test("what a holder that was killed left is removed by the next sandbox, whatever that is", async () => {
    await abandoned();
    await executor.runSandbox(["true"], { env });
    expect(existsSync(join(root, "made"))).toBe(false);
  });

  test("nothing is removed that has something in it, or is not what was made", async () => {
    const made = join(root, "made");
    await abandoned(() => writeFileSync(join(made, "here/file"), ""));
    await executor.runSandbox(["true"], { env });
    expect(existsSync(join(made, "here/file"))).toBe(true);
    rmSync(made, { recursive: true });
    const aside = join(scratch, "aside");
    await abandoned(() => {
      renameSync(made, aside);
      mkdirSync(made);
    });
    await executor.runSandbox(["true"], { env });
    expect(existsSync(made)).toBe(true);
    for (const path of [made, aside]) rmSync(path, { recursive: true });
  });
});

/** This process's helpers that hold a sandbox open. */
function holders(): readonly number[] {
  return readFileSync(`/proc/self/task/${process.pid}/children`, "latin1")
    .split(" ")
    .map(Number)
    .filter((pid) => pid > 0 && readFileSync(`/proc/${pid}/cmdline`, "latin1").startsWith("forgexec sandbox"));
}
