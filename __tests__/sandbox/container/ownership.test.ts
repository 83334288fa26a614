import { execFileSync } from "node:child_process";
import { chownSync, linkSync, lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect } from "@jest/globals";
import { getExecutor } from "../../../src/sandbox/index.js";
import { engines } from "./engines.js";
import { IMAGE, OTHER_USER_IMAGE, USER_IMAGE } from "./images.js";

describe.each(engines)("$title", ({ test, use }) => {
  use();
  const sandbox = getExecutor("container");
  let scratch = "";
  let workspace = "";
  beforeEach(() => {
    scratch = mkdtempSync(join(tmpdir(), "forgexec-ownership-"));
    workspace = join(scratch, "workspace");
    mkdirSync(join(workspace, "src"), { recursive: true });
    writeFileSync(join(workspace, "src/main"), "main\n");
  });
  afterEach(() => rmSync(scratch, { recursive: true, force: true }));

  const owners = (...paths: string[]) =>
    paths.map((path) => {
      const { uid, gid } = lstatSync(path);
      return `${uid}:${gid}`;
    });

  /** Runs a script in the workspace, as the image's user. */
  async function build(script: string, image = USER_IMAGE): Promise<string> {
    const { stdout } = await sandbox.runSandbox(["sh", "-c", script], {
      image,
      workspace,
      cwd: workspace,
      stderr: "stdout",
    });
    return stdout ?? "";
  }

  test("commands run as the image's user, who can write the workspace; afterwards all of it is its owner's", async () => {
    expect(
      await build("id -u; pwd; echo more >> src/main; mkdir out; echo new > out/new; ln -s nowhere link; ls -n src"),
    ).toMatch(new RegExp(`^4321\n${workspace}\n.* 4321 +4322 .* main\n$`, "s"));
    expect(execFileSync("find", [workspace, "!", "-user", "0", "-o", "!", "-group", "0"], { encoding: "utf8" })).toBe(
      "",
    );
    expect(lstatSync(join(workspace, "link")).isSymbolicLink()).toBe(true);
  });

  test("the workspace of another user is that user's again", async () => {
    execFileSync("chown", ["-R", "1500:1501", workspace]);
    await build("echo more >> src/main; echo new > new");
    expect(owners(workspace, join(workspace, "src/main"), join(workspace, "new"))).toEqual(Array(3).fill("1500:1501"));
    await build("echo new > by-root; mkdir d; touch d/f", IMAGE);
    expect(owners(join(workspace, "by-root"), join(workspace, "d/f"))).toEqual(Array(2).fill("1500:1501"));
  });

  test("what users of the container leave behind is the owner's too", async () => {
    await build("touch a b; chown 77:88 a; mkdir d; chown 4321 d", IMAGE);
    expect(owners(join(workspace, "a"), join(workspace, "d"))).toEqual(["0:0", "0:0"]);
  });

  test("a file with a name outside of the workspace, and one of another user, keep their owner", async () => {
    const outside = join(scratch, "outside");
    writeFileSync(outside, "mine");
    linkSync(outside, join(workspace, "hard"));
    symlinkSync(outside, join(workspace, "soft"));
    writeFileSync(join(workspace, "foreign"), "theirs");
    chownSync(join(workspace, "foreign"), 1700, 1701);
    writeFileSync(join(workspace, "one"), "twice");
    linkSync(join(workspace, "one"), join(workspace, "two"));
    const seen = await build(
      "for f in hard soft foreign one src/main; do (echo x >> $f) 2>/dev/null && echo $f; done; ls -n hard foreign",
    );
    expect(seen).toMatch(/^one\nsrc\/main\n.* 0 +0 .* hard\n|1700 +1701 .* foreign/s);
    expect(owners(outside, join(workspace, "hard"), join(workspace, "foreign"))).toEqual(["0:0", "0:0", "1700:1701"]);
    expect(owners(join(workspace, "one"), join(workspace, "two"))).toEqual(["0:0", "0:0"]);
  });

  test("a build can have nothing outside of the workspace given away", async () => {
    execFileSync("chown", ["-R", "1500:1501", workspace]);
    const victim = join(scratch, "victim");
    mkdirSync(victim);
    writeFileSync(join(victim, "file"), "root's");
    // Links that would lead out of the workspace if they were followed when it is given back.
    await build(
      `rm -rf src; ln -s ${victim} src; ln -s ${victim}/file file; ln -s ../victim up; ln /etc/passwd passwd; mknod disk b 8 0; true`,
      IMAGE,
    );
    expect(owners(victim, join(victim, "file"))).toEqual(["0:0", "0:0"]);
    expect(owners(join(workspace, "src"), join(workspace, "file"))).toEqual(["1500:1501", "1500:1501"]);
  });

  const open = (image: string, folder = workspace) => sandbox.open({ image, workspace: folder, cwd: folder });
  const all = () => execFileSync("find", [workspace, "-printf", "%U:%G\\n"], { encoding: "utf8" }).trim().split("\n");

  test("a workspace that several have is given back by the last of them", async () => {
    execFileSync("chown", ["-R", "1500:1501", workspace]);
    const [first, second] = await Promise.all([open(USER_IMAGE), open(USER_IMAGE)]);
    const root = await open(IMAGE);
    await root.command(["touch", "roots"]).run();
    await first.command(["touch", "firsts"]).run();
    await first.close();
    await root.close();
    expect(owners(workspace, join(workspace, "firsts"), join(workspace, "roots"))).toEqual([
      "4321:4322",
      "4321:4322",
      "1500:1501",
    ]);
    const third = await open(USER_IMAGE);
    await second.command(["sh", "-c", "echo more >> src/main && echo more >> firsts && touch seconds"]).run();
    await second.close();
    await third.command(["touch", "thirds", "seconds"]).run();
    await third.close();
    expect(new Set(all())).toEqual(new Set(["1500:1501"]));
  });

  test("a part of a workspace that is lent by itself stays so when the whole is given back", async () => {
    const whole = await open(USER_IMAGE);
    const part = await open(USER_IMAGE, join(workspace, "src"));
    await whole.close();
    expect(owners(workspace, join(workspace, "src"), join(workspace, "src/main"))).toEqual([
      "0:0",
      "4321:4322",
      "4321:4322",
    ]);
    await part.command(["touch", "main"]).run();
    await part.close();
    expect(new Set(all())).toEqual(new Set(["0:0"]));
  });

  test("a workspace that one image's user has is refused to another's, and stays lent", async () => {
    const first = await open(USER_IMAGE);
    try {
      for (const folder of [workspace, join(workspace, "src"), scratch])
        await expect(open(OTHER_USER_IMAGE, folder)).rejects.toMatchObject({
          reason: "invalid",
          message: `The sandbox: workspace: ${folder} is to be the image's user 77's, but ${folder === workspace ? "it" : workspace} is lent to the user 4321 of another image, as long as process ${process.pid} has that in use. Wait for its end, use a copy of the folder (git worktree), or images with the same user`,
        });
      await first.command(["touch", "src/main", "new"]).run();
    } finally {
      await first.close();
    }
    expect(new Set(all())).toEqual(new Set(["0:0"]));
    expect(await build("id -u; touch src/main", OTHER_USER_IMAGE)).toBe("77\n");
  });

  test("the workspace is given back also where nothing could be started, or a command failed", async () => {
    await expect(
      sandbox.runSandbox(["no-such-program"], { image: USER_IMAGE, workspace, cwd: workspace }),
    ).rejects.toMatchObject({ reason: "not-found" });
    expect(
      await sandbox.runSandbox(["sh", "-c", "touch left; exit 3"], { image: USER_IMAGE, workspace, cwd: workspace }),
    ).toMatchObject({ exitCode: 3 });
    expect(owners(workspace, join(workspace, "src/main"), join(workspace, "left"))).toEqual(Array(3).fill("0:0"));
  });
});
