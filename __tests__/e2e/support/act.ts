import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import { test } from "@jest/globals";
import { parseActLog, type StepLog } from "./actLog.js";
import type { Home } from "./home.js";
import { ROOT } from "./paths.js";
import { commitAll } from "./project.js";
import { temporaryFolder } from "./temporary.js";

/** How act is called where it is installed by Go and Go's folder is not on PATH. */
function findAct(): string | null {
  const candidates = ["act", path.join(goPath(), "bin", "act")];
  return candidates.find((candidate) => spawnSync(candidate, ["--version"]).status === 0) ?? null;
}

function goPath(): string {
  const { stdout, status } = spawnSync("go", ["env", "GOPATH"], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : "";
}

const act = process.platform === "linux" ? findAct() : null;
const required = process.env.CI === "true" && process.platform === "linux";

/** A test that needs act: left out where it is missing, but never in CI on Linux. */
export const testWithAct = act !== null || required ? test : test.skip;

export interface ActOptions {
  readonly home: Home;
  /** The repository that the workflow runs in; made into a git repository with one commit. */
  readonly project: string;
  readonly workflow: string;
  readonly event?: string;
  readonly payload?: unknown;
  readonly secrets?: Readonly<Record<string, string>>;
  /** Folder of the Actions cache that the job has; absent: it has none. */
  readonly cacheFolder?: string;
  /** Folder of the `node` that runs the action. */
  readonly nodeFolder?: string;
}

export interface ActResult {
  readonly exitCode: number | null;
  readonly steps: ReadonlyMap<string, StepLog>;
  readonly log: string;
}

/** The action as users get it: what `uses: forgexec/forgexec@v1` would fetch. */
function actionFolder(): string {
  const folder = temporaryFolder();
  for (const name of ["action.yml", "changes", "package.json", "dist"]) {
    cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  }
  return folder;
}

let action: string | null = null;

/** Runs the workflow by act, on this machine itself and without network. */
export async function runAct(options: ActOptions): Promise<ActResult> {
  if (act === null) throw new Error("act is not installed: go install github.com/nektos/act@v0.2.89");
  const { home, project, workflow, event = "push", secrets = {} } = options;
  action ??= actionFolder();
  const scratch = temporaryFolder();
  mkdirSync(path.join(project, ".github/workflows"), { recursive: true });
  writeFileSync(path.join(project, ".github/workflows/build.yml"), workflow);
  commitAll(project, home, 1);
  const args = [event, "--json", "--insecure-secrets"];
  if (options.cacheFolder === undefined) args.push("--no-cache-server");
  else args.push("--cache-server-path", options.cacheFolder, "--cache-server-addr", "127.0.0.1");
  args.push("--platform", "ubuntu-latest=-self-hosted", "--artifact-server-addr", "127.0.0.1");
  args.push(
    "--local-repository",
    `forgexec/forgexec@v1=${action}`,
    "--action-cache-path",
    path.join(scratch, "actions"),
  );
  for (const name of Object.keys(secrets)) args.push("--secret", name);
  if (options.payload !== undefined) {
    const file = path.join(scratch, "event.json");
    writeFileSync(file, JSON.stringify(options.payload));
    args.push("--eventpath", file);
  }
  const found = [options.nodeFolder ?? path.dirname(process.execPath), home.environment.PATH].join(path.delimiter);
  const child = spawn(act, args, {
    cwd: project,
    env: { ...home.environment, ...secrets, PATH: found },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve));
  const [log, errors, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { exitCode, steps: parseActLog(log), log: log + errors };
}

/** Folder of a `node` of that major version: this very one, or npm's package of it. */
export function nodeFolder(major: number, home: Home): string {
  if (process.versions.node.startsWith(`${major}.`)) return path.dirname(process.execPath);
  const folder = temporaryFolder();
  // Not by --prefix, which is also where npm looks for the machine's settings, certificates among them.
  writeFileSync(path.join(folder, "package.json"), "{}");
  const args = ["install", "--no-save", "--no-package-lock", "--no-fund", "--no-audit", `node@${major}`];
  execFileSync("npm", args, { cwd: folder, env: home.environment, stdio: "pipe" });
  return path.join(folder, "node_modules/node/bin");
}
