import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect } from "@jest/globals";
import { getExecutor, type SandboxConfig } from "../../src/sandbox/index.js";
import { failureOf } from "../command/helper.js";
import { usePodman } from "./container/podman.js";
import { ofFolders } from "./support/backends.js";
import { sandboxesWork } from "./support/machine.js";
import { useRootFolder } from "./support/root-folder.js";

usePodman();
const { root, scratch } = useRootFolder();
const outside = join(scratch, "outside");
beforeAll(() => {
  if (!sandboxesWork) return;
  mkdirSync(outside);
  writeFileSync(join(outside, "secret"), "of this machine\n");
  symlinkSync(outside, join(root, "absolute"));
  symlinkSync("../outside", join(root, "climbing"));
  symlinkSync("/data/1", join(root, "inside"));
  symlinkSync("round", join(root, "round"));
  symlinkSync(root, join(scratch, "link"));
});

describe.each(ofFolders)("$name", ({ name, test }) => {
  const executor = getExecutor(name);
  const run = (script: string, config: SandboxConfig) =>
    executor.runSandbox(["sh", "-c", script], { filesystemRoot: root, env: { PATH: "/bin" }, ...config });

  test("a link in a writable path leads nowhere out of the root", async () => {
    const before = readdirSync(root).sort();
    for (const path of ["/absolute", "/climbing", "/climbing/../outside", "/round"]) {
      const script = `cat ${path}/secret; echo x > ${path}/file`;
      expect(await failureOf(run(script, { filesystemWritablePaths: [path] }))).toMatchObject({ reason: "mount" });
      expect(readdirSync(outside)).toEqual(["secret"]);
    }
    expect(readdirSync(root).sort()).toEqual(before);
  });

  test("a link in a writable path is followed inside the root", async () => {
    const script = "echo x > /data/1/made && rm /inside/made && echo in; echo x > /data/made || echo out";
    for (const filesystemWritablePaths of [["/inside"], ["/inside", "/data/1"]])
      expect((await run(script, { filesystemWritablePaths })).stdout).toBe("in\nout\n");
  });

  test("a link in a mount's target is followed before it is made writable, and leaves nothing", async () => {
    const extraMounts = [{ type: "tmpfs", target: "/inside/deep" }] as const;
    const script = "echo x > /data/1/deep/made && echo in; echo x > /data/1/made || echo out";
    expect((await run(script, { extraMounts, filesystemWritablePaths: ["/data/1/deep"] })).stdout).toBe("in\nout\n");
    expect(readdirSync(join(root, "data/1"))).toEqual([]);
  });

  test("a link in what is mounted leads nowhere out of the sandbox", async () => {
    const source = join(scratch, "mounted");
    mkdirSync(source, { recursive: true });
    symlinkSync(outside, join(source, name));
    const extraMounts = [{ type: "bind", source, target: "/mnt", options: "ro" }] as const;
    const script = `echo x > /mnt/${name}/file; echo x > ${outside}/file; :`;
    await run(script, { extraMounts, filesystemWritablePaths: [`/mnt/${name}`] }).catch(() => {});
    expect(readdirSync(outside)).toEqual(["secret"]);
  });

  test("a root can be named by a link", async () => {
    const filesystemRoot = join(scratch, "link");
    const config = { filesystemRoot, filesystemWritablePaths: ["/data/1"] };
    const { stdout } = await run("cat /data/canary; echo x > /data/1/made && rm /data/1/made && echo in", config);
    expect(stdout).toBe(`${readFileSync(join(root, "data/canary"), "utf8")}in\n`);
  });
});
