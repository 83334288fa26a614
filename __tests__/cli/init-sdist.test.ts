import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { createFolder, forgexec, removeFolders } from "./support.js";

afterAll(removeFolders);

/** The machine's own settings of pip, but for what a developer's shell may add to them. */
function pipEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(PIP_(?!CERT$)|UV_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/** The folder of a project's source distribution, or why it cannot be had here. In CI it must be. */
async function fetchSdist(
  name: string,
  version: string,
): Promise<{ readonly folder: string } | { readonly reason: string }> {
  const at = await createFolder();
  const argv = ["-m", "pip", "download", "--quiet", "--no-cache-dir", "--no-deps", "--no-binary", name, "--dest", at];
  const { status, stderr } = spawnSync("python3", [...argv, `${name}==${version}`], {
    env: pipEnvironment(),
    encoding: "utf8",
  });
  if (status !== 0) {
    if (process.env.CI === "true") throw new Error(`${name} ${version} could not be fetched: ${stderr}`);
    return { reason: stderr ?? "there is no python3" };
  }
  const [archive] = readdirSync(at).filter((file) => file.endsWith(".tar.gz"));
  execFileSync("tar", ["xzf", archive ?? ""], { cwd: at });
  return { folder: join(at, `${name}-${version}`) };
}

test("the spec that init writes for a real project installs it and runs its tests (needs the network)", async () => {
  const fetched = await fetchSdist("itsdangerous", "2.2.0");
  if ("reason" in fetched) {
    process.stderr.write(`left out, since the sdist cannot be had here: ${fetched.reason}\n`);
    return;
  }
  const cwd = fetched.folder;
  const written = await forgexec(["init"], { cwd });
  expect(written.code).toBe(0);
  expect(written.stdout).toContain("The project is a package (flit)");
  expect((await forgexec(["validate"], { cwd })).code).toBe(0);
  // The linters are newer than the project, and slow to install.
  const phases = ["--phase", "install", "--phase", "execute"];
  const { code, stdout } = await forgexec(["run", ...phases], { cwd });
  expect([code, stdout]).toEqual([0, expect.stringMatching(/=+ 297 passed/)]);
}, 300_000);
