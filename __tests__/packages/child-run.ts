import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { transform } from "@swc/core";
import type { Pypi } from "../../src/spec/index.js";
import { type Place, temporaryFolder } from "./support.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
let compiled: Promise<string> | undefined;

// A process of its own needs JavaScript; what the tests run under is not there in it.
async function compile(): Promise<string> {
  const out = await temporaryFolder("js");
  const folders = ["packages", "command", "spec", "plan"];
  const lists = await Promise.all(folders.map((folder) => readdir(join(root, "src", folder), { withFileTypes: true })));
  const files = lists.flat().filter((entry) => entry.isFile() && entry.name.endsWith(".ts"));
  const shared = ["bounded.ts", "errors.ts", "owner.ts", "read-file.ts"].map((name) => join(root, "src", name));
  const paths = [...shared, ...files.map((entry) => join(entry.parentPath, entry.name))];
  await Promise.all(
    paths.map(async (path) => {
      const options = { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "es6" } } as const;
      const { code } = await transform(await readFile(path, "utf8"), { ...options, filename: path });
      const to = join(out, relative(join(root, "src"), path).replace(/\.ts$/, ".js"));
      await mkdir(dirname(to), { recursive: true });
      await writeFile(to, code);
    }),
  );
  await writeFile(join(out, "package.json"), '{"type":"module"}');
  await symlink(join(root, "node_modules"), join(out, "node_modules"));
  await writeFile(join(out, "run.js"), RUN);
  return out;
}

// Opens the packages, then does what each line of standard input says, and answers each with a line.
const RUN = `
import { createInterface } from "node:readline";
import { openPackages, recoverPypirc } from "./packages/index.js";
const options = JSON.parse(process.argv[2]);
const say = (value) => process.stdout.write(JSON.stringify(value) + "\\n");
const notes = [];
try {
  notes.push(...await recoverPypirc(options));
  const session = await openPackages({ ...options, resolve: (value) => typeof value === "string" ? value : "the-secret", note: (line) => notes.push(line) });
  say({ ready: session.environmentPath, variables: session.variables });
  for await (const line of createInterface({ input: process.stdin })) {
    const [verb, phase] = line.split(" ");
    if (verb === "enter") await session.enterPhase(phase);
    if (verb === "leave") await session.leavePhase(phase, { succeeded: true });
    if (verb === "close") await session.close();
    say({ done: line, notes });
    if (verb === "close") process.exit(0);
  }
} catch (error) {
  say({ error: error.name, code: error.code, message: error.message });
  process.exit(2);
}
`;

/** What a run in a process of its own said first. */
export interface Answer {
  readonly ready?: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly notes?: readonly string[];
  readonly code?: string;
  readonly message?: string;
}

/** A run in a process of its own, which can be killed. */
export interface ChildRun {
  readonly process: ChildProcess;
  readonly first: Answer;
  say(line: string): Promise<Answer>;
  kill(): Promise<void>;
}

/** Starts a run of `where`'s project in a process of its own; resolves when it is ready or refused. */
export async function startRun(where: Place, pypi: Pypi): Promise<ChildRun> {
  compiled ??= compile();
  const folder = await compiled;
  const { project, home, cacheDirectory, environment } = where;
  const options = {
    ...{ python: null, pypi, environmentInputs: { python: null, pypi: null, install: null }, phases: ["execute"] },
    ...{ directory: project, cacheDirectory, owner: null, repository: null, environment, home },
    ...{ platform: process.platform, root: join(home, "no-root") },
  };
  const child = spawn(process.execPath, [join(folder, "run.js"), JSON.stringify(options)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => JSON.parse((await lines.next()).value ?? '{"message":"it ended"}') as Answer;
  return {
    process: child,
    first: await next(),
    say: (line) => {
      child.stdin.write(`${line}\n`);
      return next();
    },
    kill: async () => {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}
