import type { Command } from "commander";
import type { Define } from "./define.js";

const OVERVIEW = `
The package cache is the folder that FORGEXEC_CACHE_DIR names, else forgexec in
XDG_CACHE_HOME, else ~/.cache/forgexec.

Examples:
  $ forgexec cache ls
  $ forgexec cache prune --max-size 2GiB --older-than 14d
  $ forgexec cache warm -r requirements.txt -r test-requirements.txt
  $ pip install --no-index --find-links "$(forgexec cache path --wheelhouse)" NAME
  $ forgexec cache ls --help    a command's options`;

const LS = `
Kinds: image (an environment, packed), environment (one that lies ready), file and page (of the
package index), client (what pip, uv, poetry and pdm keep), wheel (built from an sdist), pip.

Examples:
  $ forgexec cache ls
  $ forgexec cache ls --json | jq 'map(.bytes) | add'`;

const PRUNE = `
First goes what was not used for as long as --older-than says; then, until the rest fits into
--max-size, what can be downloaded or packed again before wheels that were built here, and of
each the least recently used first. What a live run or index uses stays.

Examples:
  $ forgexec cache prune
  $ forgexec cache prune --max-size 500MiB
  $ forgexec cache prune --older-than 30d --max-size 20GB`;

const VERIFY = `
What is damaged is removed; the next run gets it anew. Exit code: 0 all is whole, 1 something was not.

Examples:
  $ forgexec cache verify
  $ forgexec cache verify --json`;

const PATH = `
The wheelhouse is a plain folder of the wheels that were built here from sdists, for one Python.

Examples:
  $ du -sh "$(forgexec cache path)"
  $ pip install --find-links "$(forgexec cache path --wheelhouse)" -r requirements.txt`;

const CLEAR = `
Nothing is removed while a run uses the cache. Folders in it that are not forgexec's own stay.

Examples:
  $ forgexec cache clear
  $ forgexec cache clear --yes    without asking`;

const WARM = `
In effect pip wheel -r: a run that installs these requirements then downloads and builds
nothing. The exit code is pip's.

Examples:
  $ forgexec cache warm -r requirements.txt
  $ forgexec cache warm -r requirements.txt -r dev.txt --python 3.12`;

export const define: Define = (command, { cli, end }) => {
  command.helpCommand(false).addHelpText("after", OVERVIEW);
  const add = (name: string, summary: string, examples: string): Command =>
    command
      .command(name)
      .description(summary)
      .copyInheritedSettings(command)
      .helpOption("-h, --help", "show this help")
      .addHelpText("after", examples);

  add("ls", "list what is kept", LS)
    .option("--json", "as JSON")
    .action(async (flags) => end(await (await import("./cache/ls.js")).ls(cli, flags)));
  add("prune", "remove what is too much or too old", PRUNE)
    .option("--max-size <size>", "what may stay: 500MiB, 2GB", "5GiB")
    .option("--older-than <duration>", "remove what was not used for so long: 12h, 14d")
    .option("--json", "what went, as JSON")
    .action(async (flags) => end(await (await import("./cache/prune.js")).prune(cli, flags)));
  add("verify", "read all that is kept, and remove what is damaged", VERIFY)
    .option("--json", "as JSON")
    .action(async (flags) => end(await (await import("./cache/verify.js")).verify(cli, flags)));
  add("path", "print where it is kept", PATH)
    .option("--wheelhouse", "the folder of wheels that were built here")
    .option("--python <python>", "whose wheels: a version or a path (without it python3)")
    .action(async (flags) => end(await (await import("./cache/path.js")).path(cli, flags)));
  add("clear", "remove all of it", CLEAR)
    .option("--yes", "do not ask")
    .action(async (flags) => end(await (await import("./cache/clear.js")).clear(cli, flags)));
  add("warm", "download and build what requirements need", WARM)
    .requiredOption("-r, --requirement <file>", "a requirements file (repeatable)", collect)
    .option("--python <python>", "for which Python: a version or a path (without it python3)")
    .option("--offline", "ask no index")
    .option("--json", "what came of it, as JSON")
    .action(async (flags) => end(await (await import("./cache/warm.js")).warm(cli, flags)));
};

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
