import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect } from "@jest/globals";
import { compiledSources } from "../../index-server/compiled.js";
import { engines } from "./engines.js";
import { IMAGE, USER_IMAGE } from "./images.js";

describe.each(engines)("$title", ({ name, test, use, call }) => {
  use();
  let sources = "";
  let scratch = "";
  let temporary = "";
  let state = "";
  beforeAll(async () => {
    sources = await compiledSources();
    scratch = mkdtempSync(join(tmpdir(), "forgexec-leftovers-"));
    temporary = join(scratch, "tmp");
    state = join(scratch, "state");
    mkdirSync(temporary);
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  /** A process of its own that opens a session with a running command, says "open", and then does what `then` says. */
  async function opened(then: string, config: object = { image: IMAGE }): Promise<ChildProcess> {
    const program = join(sources, `program-${Math.random()}.mjs`);
    writeFileSync(
      program,
      `import { getExecutor } from "./sandbox/index.js";
     const session = await getExecutor("container").open(${JSON.stringify(config)});
     const child = await session.command(["sh", "-c", "touch made; echo up; exec sleep 1000"]).stdout("pipe").start();
     await new Promise((resolve) => child.stdout.once("data", resolve));
     console.log("open");
     ${then}`,
    );
    const child = spawn(process.execPath, [program], {
      env: { ...process.env, TMPDIR: temporary, XDG_STATE_HOME: state },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [line] = await once(createInterface({ input: child.stdout }), "line");
    expect(line).toBe("open");
    return child;
  }

  const containers = () => call("ps", "--all", "--quiet");
  const folders = () =>
    [temporary, join(state, "forgexec/containers")].flatMap((folder) =>
      readdirSync(folder).filter((name) => name.startsWith("forgexec-container-")),
    );

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s ends the session with the process", async (signal) => {
    const child = await opened("setInterval(() => {}, 1000);");
    const exit = once(child, "exit");
    child.kill(signal);
    expect(await exit).toEqual([null, signal]);
    expect(containers()).toBe("");
  });

  test("a process that just ends, or throws, takes the container along", async () => {
    for (const [then, code] of [
      ["process.exit(7);", 7],
      ["throw new Error('as a bug would');", 1],
    ] as const) {
      const child = await opened(then);
      const [exitCode] = child.exitCode === null ? await once(child, "exit") : [child.exitCode];
      expect(exitCode).toBe(code);
      expect(containers()).toBe("");
    }
  });

  test("what a killed process left is cleared up by the next one, and only that", async () => {
    const workspace = join(scratch, "workspace");
    mkdirSync(workspace);
    writeFileSync(join(workspace, "file"), "");
    const config = { image: USER_IMAGE, workspace, cwd: workspace };
    const live = await opened("setInterval(() => {}, 1000);");
    try {
      const kept = containers();
      const before = folders();
      const killed = await opened("setInterval(() => {}, 1000);", config);
      const exit = once(killed, "exit");
      killed.kill("SIGKILL");
      await exit;
      expect(containers().split("\n")).toHaveLength(2);
      expect(lstatSync(join(workspace, "file")).uid).toBe(4321);
      // The next process finds it; this one has looked already, or looks now.
      const next = await opened("await session.close(); process.exit(0);");
      if (next.exitCode === null) await once(next, "exit");
      expect(containers()).toBe(kept);
      expect(folders()).toEqual(before);
      for (const name of ["file", "made", "."]) expect(lstatSync(join(workspace, name)).uid).toBe(0);
    } finally {
      const ended = once(live, "exit");
      live.kill("SIGTERM");
      await ended;
    }
  });

  test.each(["the other one goes on", "the other one too"])(
    "a workspace that a killed process and another have is given back when both are over: %s",
    async (then) => {
      const workspace = mkdtempSync(join(scratch, "shared-"));
      writeFileSync(join(workspace, "file"), "");
      const config = { image: USER_IMAGE, workspace, cwd: workspace };
      const owners = () => ["file", "made", "."].map((name) => lstatSync(join(workspace, name)).uid);
      const end = async (child: ChildProcess, signal: NodeJS.Signals) => {
        const exit = once(child, "exit");
        child.kill(signal);
        await exit;
      };
      const next = async () => {
        const child = await opened("await session.close(); process.exit(0);");
        if (child.exitCode === null) await once(child, "exit");
      };
      const [killed, other] = await Promise.all([1, 2].map(() => opened("setInterval(() => {}, 1000);", config)));
      await end(killed as ChildProcess, "SIGKILL");
      if (then === "the other one goes on") {
        await next();
        expect(owners()).toEqual([4321, 4321, 4321]);
        await end(other as ChildProcess, "SIGTERM");
      } else {
        await end(other as ChildProcess, "SIGKILL");
        await next();
      }
      expect(owners()).toEqual([0, 0, 0]);
      expect([containers(), folders()]).toEqual(["", []]);
    },
  );

  test.each(["and the container with them", "and the container goes on", "and the workspace, too"])(
    "what a killed process had is put right also where temporary files are gone, whichever engine is named by then: %s",
    async (then) => {
      const workspace = mkdtempSync(join(scratch, "lost-"));
      writeFileSync(join(workspace, "file"), "");
      const killed = await opened("setInterval(() => {}, 1000);", { image: USER_IMAGE, workspace, cwd: workspace });
      const exit = once(killed, "exit");
      killed.kill("SIGKILL");
      await exit;
      if (then === "and the container with them") call("rm", "--force", containers());
      for (const folder of readdirSync(temporary)) rmSync(join(temporary, folder), { recursive: true, force: true });
      expect(lstatSync(join(workspace, "file")).uid).toBe(4321);
      if (then === "and the workspace, too") rmSync(workspace, { recursive: true });
      const program = join(sources, `program-${Math.random()}.mjs`);
      writeFileSync(
        program,
        'import { recoverContainers } from "./sandbox/index.js";\nconsole.log(await recoverContainers());',
      );
      const other = name === "podman" ? "docker" : "podman";
      const env = {
        ...process.env,
        TMPDIR: scratch,
        XDG_STATE_HOME: state,
        FORGEXEC_CONTAINER_ENGINE: other,
        CONTAINERS_CONF: "",
        CONTAINERS_STORAGE_CONF: "",
        DOCKER_HOST: "unix:///nowhere",
      };
      const removed = execFileSync(process.execPath, [program], { encoding: "utf8", env });
      expect(removed).toBe(then === "and the container with them" ? "0\n" : "1\n");
      for (const path of then === "and the workspace, too" ? [] : ["file", "made", "."])
        expect(lstatSync(join(workspace, path)).uid).toBe(0);
      expect([containers(), folders()]).toEqual(["", []]);
    },
  );

  test("what root made in another user's workspace is that user's after a kill -9, also where the container is gone", async () => {
    const workspace = mkdtempSync(join(scratch, "roots-"));
    writeFileSync(join(workspace, "file"), "");
    for (const path of [workspace, join(workspace, "file")]) chownSync(path, 1500, 1501);
    const killed = await opened("setInterval(() => {}, 1000);", { image: IMAGE, workspace, cwd: workspace });
    const exit = once(killed, "exit");
    killed.kill("SIGKILL");
    await exit;
    call("rm", "--force", containers());
    expect(lstatSync(join(workspace, "made")).uid).toBe(0);
    const next = await opened("await session.close(); process.exit(0);");
    if (next.exitCode === null) await once(next, "exit");
    for (const path of ["file", "made", "."]) expect(lstatSync(join(workspace, path)).uid).toBe(1500);
    expect([containers(), folders()]).toEqual(["", []]);
  });

  test.each(["name nobody", "name a process that is gone, as an image may"])(
    "a container that forgexec did not make is left to who made it, and no folder is given away by it: its labels %s",
    async (which) => {
      const victim = mkdtempSync(join(scratch, "victim-"));
      const gone = { pid: 999_999, start: "1", world: "another-boot pid:[1]", since: 0 };
      const labels =
        which === "name nobody"
          ? ["forgexec.owner=forged"]
          : [
              `forgexec.owner=${JSON.stringify(gone)}`,
              `forgexec.loan=${JSON.stringify({ folder: victim, owner: { uid: 1000, gid: 1000 }, since: 0 })}`,
            ];
      const run = ["run", "--detach", "--name", "somebodys", "--stop-timeout", "0", "--pull", "never"];
      call(...run, ...labels.flatMap((label) => ["--label", label]), IMAGE, "sleep", "1000");
      try {
        // A process of its own: this one has looked for leftovers already.
        const next = await opened("await session.close(); process.exit(0);");
        if (next.exitCode === null) await once(next, "exit");
        expect(call("ps", "--format", "{{.Names}}")).toBe("somebodys");
        expect(lstatSync(victim).uid).toBe(0);
      } finally {
        call("rm", "--force", "somebodys");
      }
    },
  );
});
