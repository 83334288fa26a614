import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect } from "@jest/globals";
import { getExecutor } from "../../src/sandbox/index.js";
import { testEverybodys as test } from "./support/machine.js";

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "forgexec-nested-")));
  for (const name of ["hidden", "data", "work"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "hidden/secret"), "hidden\n");
  writeFileSync(join(folder, "data/file"), "data\n");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const HOME = process.env.HOME;

test("a writable path leaves what is hidden in it, and what is mounted in it, in place", async () => {
  const target = join(folder, "work/data");
  const { stdout, exitCode } = await getExecutor("bubblewrap").runSandbox(
    [
      "sh",
      "-c",
      "ls -A hidden; cat work/data/file; echo new > work/data/new; echo new > new; echo x > /etc/forgexec-x || echo kept",
    ],
    {
      cwd: folder,
      filesystemWritablePaths: [folder],
      extraMounts: [
        { type: "tmpfs", target: join(folder, "hidden") },
        { type: "bind", source: join(folder, "data"), target },
      ],
      stderr: "null",
    },
  );
  expect({ stdout, exitCode }).toEqual({ stdout: "data\nkept\n", exitCode: 0 });
  expect(readFileSync(join(folder, "data/new"), "utf8")).toBe("new\n");
  expect(readFileSync(join(folder, "new"), "utf8")).toBe("new\n");
});

test("a writable path does not show a home that lies in it", async () => {
  process.env.HOME = join(folder, "hidden");
  try {
    const config = { cwd: join(folder, "work"), filesystemWritablePaths: [folder] };
    const { stdout } = await getExecutor("bubblewrap").runSandbox(["ls", "-A", join(folder, "hidden")], config);
    expect(stdout).toBe("");
  } finally {
    process.env.HOME = HOME;
  }
});

test("a folder may be laid over a home that lies in it, where nothing is to be writable", async () => {
  process.env.HOME = join(folder, "hidden");
  try {
    const { exitCode, stderr } = await getExecutor("bubblewrap").runSandbox(
      ["sh", "-c", `echo x > ${folder}/new || ls -A ${folder}`],
      {
        cwd: "/",
        filesystemWritablePaths: "none",
        extraMounts: [
          { type: "tmpfs", target: join(folder, "data") },
          { type: "tmpfs", target: folder },
        ],
      },
    );
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining("Read-only file system")]);
  } finally {
    process.env.HOME = HOME;
  }
});
