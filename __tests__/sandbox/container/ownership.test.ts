import { execFileSync } from "node:child_process";
import { chownSync, linkSync, lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect } from "@jest/globals";
import { getExecutor } from "../../../src/sandbox/index.js";
import { engines } from "./engines.js";
import { IMAGE, USER_IMAGE } from "./images.js";

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
