import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect } from "@jest/globals";
import { markedValues } from "../../../src/command/index.js";
import { getExecutor, type SandboxSession } from "../../../src/sandbox/index.js";
import { engines } from "./engines.js";
import { IMAGE } from "./images.js";

describe.each(engines)("$title", ({ test, use }) => {
  use();
  const scratch = mkdtempSync(join(tmpdir(), "forgexec-hostile-"));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  /** What a script prints as a later command of a session: the first one may be held in other ways. */
  async function later(session: SandboxSession, script: string): Promise<string> {
    await session.command(["true"]).run();
    const result = await session.command(["sh", "-c", script]).stdout("capture").stderr("stdout").allowFailure().run();
    return result.stdout;
  }

  async function within(config: object, attempt: (session: SandboxSession) => Promise<void>): Promise<void> {
    const session = await getExecutor("container").open({ image: IMAGE, network: "isolated", ...config });
    try {
      await attempt(session);
    } finally {
      await session.close();
    }
  }

  test("no token of the runner's is to be read through /proc", async () => {
    process.env.ACTIONS_RUNTIME_TOKEN = "token-of-the-runner";
    try {
      await within({}, async (session) => {
        const seen = await later(
          session,
          "cat /proc/*/environ /proc/*/cmdline /proc/*/task/*/environ 2>/dev/null | tr '\\0' '\\n'",
        );
        expect(seen).toContain("FROM_IMAGE=yes");
        expect(seen).not.toContain("token-of-the-runner");
      });
    } finally {
      delete process.env.ACTIONS_RUNTIME_TOKEN;
    }
  });

  test("nothing is written outside of the writable paths, by whatever name", async () => {
    const bound = join(scratch, "bound");
    const open = join(scratch, "open");
    for (const folder of [bound, open]) mkdirSync(folder);
    writeFileSync(join(bound, "file"), "kept\n");
    const config = {
      filesystemWritablePaths: ["/open"],
      extraMounts: [
        { type: "bind", source: bound, target: "/bound", options: "ro" },
        { type: "bind", source: open, target: "/open" },
      ],
    };
    await within(config, async (session) => {
      const attempts = [
        "echo x > /bound/file",
        "echo x > /open/../bound/file",
        "ln -s /bound/file /open/soft && echo x > /open/soft",
        "ln /bound/file /open/hard && echo x > /open/hard",
        "echo x > /proc/self/root/bound/file",
        "echo x > /proc/1/root/bound/file",
        "echo x > /proc/1/cwd/made",
        "mount -o remount,rw /bound && echo x > /bound/file",
        "mount -o remount,rw / && echo x > /made",
        "umount /bound && echo x > /bound/file",
        "unshare -Urm sh -c 'mount -o remount,rw,bind /bound && echo x > /bound/file'",
        "echo x > /dev/.forgexec-keeper",
        "echo x > /proc/1/exe",
        "echo x > /proc/sysrq-trigger",
        "echo x > /proc/sys/kernel/core_pattern",
        "for f in /sys/fs/cgroup/memory/memory.limit_in_bytes /sys/fs/cgroup/memory.max; do [ -f $f ] && echo 9999999999 > $f && exit 0; done; exit 1",
      ];
      const script = attempts.map((attempt, at) => `(${attempt}) 2> /dev/null && echo did ${at}`).join("\n");
      expect(await later(session, `${script}\necho over`)).toBe("over\n");
    });
    expect(readFileSync(join(bound, "file"), "utf8")).toBe("kept\n");
    expect(readdirSync(bound)).toEqual(["file"]);
  });

  test("no device of this machine is to be had, made or in a bound folder", async () => {
    await within({ extraMounts: [{ type: "bind", source: "/dev", target: "/machine" }] }, async (session) => {
      const script = [
        "for d in /machine/*da /machine/mem /machine/kmsg; do [ -e $d ] && head -c 1 $d > /dev/null 2>&1 && echo read $d; done",
        "mknod /tmp/disk b 254 0 2> /dev/null && echo made",
        "echo over",
      ];
      expect(await later(session, script.join("\n"))).toBe("over\n");
    });
  });

  test("no process outside is signalled, and killing all there is inside ends no session", async () => {
    await within({}, async (session) => {
      const child = await session.command(["sh", "-c", "echo up; exec sleep 1000"]).stdout("pipe").start();
      await new Promise((resolve) => child.stdout?.once("data", resolve));
      await later(session, `kill -9 ${process.pid} ${process.ppid}; kill -9 1; kill -9 -1`);
      await expect(child.wait()).rejects.toMatchObject({ reason: "exit", exitCode: 137 });
      expect(await later(session, "echo still there")).toBe("still there\n");
    });
  });

  test("what a command leaves behind is over with the session, however it hides", async () => {
    let hidden: readonly string[] = [];
    await within({}, async (session) => {
      const script =
        "(trap '' TERM HUP INT; env -i HIDDEN=forgexec-test setsid sh -c 'sleep 3000 & sleep 3000' > /dev/null 2>&1 &) ; until ps | grep -q '[s]leep 3000'; do :; done";
      await later(session, script);
      hidden = markedValues("HIDDEN");
    });
    expect(hidden).toEqual(["forgexec-test"]);
    expect(markedValues("HIDDEN")).toEqual([]);
  });
});
