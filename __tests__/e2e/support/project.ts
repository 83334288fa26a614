import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Home } from "./home.js";
import { ROOT } from "./paths.js";
import { temporaryFolder } from "./temporary.js";

/** A project folder with the given files; names may have folders in them. */
export function newProject(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

/** A project with nothing but a spec. */
export function projectWith(spec: string): string {
  return newProject({ ".forge.yml": spec });
}

/** A copy of an example, as it is in the repository. */
export function copyOfExample(name: string): string {
  const folder = temporaryFolder();
  cpSync(path.join(ROOT, "examples", name), folder, { recursive: true });
  return folder;
}

/** Makes the folder a git repository whose branch has so many commits. */
export function commitAll(folder: string, home: Home, commits: number): void {
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Tester", "-c", "user.email=tester@example.invalid", ...args], {
      cwd: folder,
      env: home.environment,
      stdio: "pipe",
    });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  for (let commit = 0; commit < commits; commit++)
    git("commit", "--quiet", "--allow-empty", `--message=Commit ${commit}`);
}
