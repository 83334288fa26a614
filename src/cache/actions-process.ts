import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "../command/index.js";
import { faultIn } from "./actions-faults.js";
import { type ActionsAnswer, type ActionsRequest, ANSWER } from "./actions-request.js";
import { StoreFault } from "./guard.js";
import { Damaged } from "./record.js";

/** The program beside this file, as the library has it; the one of the bundles. */
const PROGRAMS = ["./entry.js", "../cache/index.js"];
/** Names of the machine's environment that would change what tar, Node or the client do. */
const LEFT_OUT = /^(TAR_OPTIONS|NODE_OPTIONS|RUNNER_DEBUG|ACTIONS_STEP_DEBUG|GZIP|ZSTD_.*)$/i;

const UNPACKING = /^Failed to restore: \S*tar\S* failed with error/;

/**
 * tar without `-P`: the client gives that, and then an archive's absolute names, `..` and links would lead out of the
 * folder that it is unpacked in.
 */
const SAFE_TAR = `#!/bin/sh
for word do
  shift
  [ "$word" = -P ] || set -- "$@" "$word"
done
PATH=\${PATH#*:} exec "\${0##*/}" "$@"
`;

/**
 * Asks the Actions cache's own client, in a process of its own: what it writes to standard output never mixes with a run's,
 * it can be ended when it hangs, and what it takes from the environment (folders, PATH) is its alone. It works below
 * `folder`; names in a request and in archives are relative to `exchangeFolder(folder)`.
 *
 * @throws StoreFault with what the client or the service told of; Damaged
 */
export async function askActions(
  request: ActionsRequest,
  where: { readonly folder: string; readonly environment: Readonly<Record<string, string | undefined>> },
  signal: AbortSignal,
): Promise<string | null> {
  const { folder, environment } = where;
  const files = exchangeFolder(folder);
  await mkdir(files, { recursive: true, mode: 0o700 });
  const kept = Object.entries(environment).filter(([name]) => !LEFT_OUT.test(name));
  const command = new Command(process.execPath, [program(), JSON.stringify(request)])
    .envAll(Object.fromEntries(kept))
    // The client puts paths into command lines without quotes, so there are none that a blank could be in. It runs tar in a
    // folder that it makes in RUNNER_TEMP and in this one: each path has to be right in both.
    .env("RUNNER_TEMP", "..")
    .env("GITHUB_WORKSPACE", join("..", basename(files)))
    .cwd(files)
    .signal(signal)
    .killGrace(0)
    .leftovers("kill")
    .maxBuffer(1024 * 1024)
    // Its end tells the program that this process is gone.
    .stdin("pipe")
    .stdout("capture")
    .stderr("capture")
    .allowFailure();
  if (process.platform !== "win32")
    command.env("PATH", await withSafeTar(join(folder, "tools"), environment.PATH ?? ""));
  const { stdout, stderr, reason, status } = await (await command.start()).wait();
  // A try that failed is no fault if another one did not.
  if (reason === null) {
    const { key } = JSON.parse(await readFile(join(files, ANSWER), "utf8")) as ActionsAnswer;
    if (key !== null) return key;
  }
  const fault = faultIn(stdout);
  if (fault !== null && UNPACKING.test(fault)) throw new Damaged("what came from it can't be unpacked");
  if (fault !== null) throw new StoreFault(fault);
  signal.throwIfAborted();
  if (reason === null) return null;
  throw new Error(stderr.split("\n").find((line) => /^\w*Error: /.test(line)) ?? `its client ended with ${status}`);
}

/** Where what is to be saved lies, and what was restored. */
export function exchangeFolder(folder: string): string {
  return join(folder, "client", "files");
}

async function withSafeTar(folder: string, path: string): Promise<string> {
  if (folder.includes(delimiter)) throw new Error(`${folder} can't be used: it has a "${delimiter}" in it`);
  await mkdir(folder, { mode: 0o700 });
  for (const name of ["tar", "gtar"]) {
    if (path.split(delimiter).some((each) => existsSync(join(each, name)))) {
      await writeFile(join(folder, name), SAFE_TAR, { mode: 0o700 });
    }
  }
  return `${folder}${delimiter}${path}`;
}

function program(): string {
  const paths = PROGRAMS.map((name) => fileURLToPath(new URL(name, import.meta.url)));
  const found = paths.find((path) => existsSync(path));
  if (found === undefined) throw new Error(`its client is missing: ${paths.join(", ")}`);
  return found;
}
