import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { UsageError } from "../errors.js";
import type { Define } from "./define.js";
import { draftSpec } from "./init/draft.js";
import { openFolder } from "./init/folder.js";
import { isProject, lookAtProject } from "./init/project.js";
import { specText } from "./init/spec-text.js";
import { workflowFor } from "./init/workflow.js";
import type { Cli } from "./io.js";

const SPEC = ".forge.yml";
const WORKFLOW = ".github/workflows/forge.yml";

interface InitFlags {
  readonly directory?: string;
  readonly force?: boolean;
}

const EXAMPLES = `
Looks at pyproject.toml, setup.cfg, setup.py, requirement and lock files, tox, nox, pytest, ruff,
flake8 and mypy, and writes .forge.yml and .github/workflows/forge.yml. It runs none of the
project's code. What it writes is a beginning: read it and make it yours.

Examples:
  $ forgexec init
  $ forgexec init --directory ../service
  $ forgexec init --force            overwrite what is there`;

export const define: Define = (command, { cli, end }) => {
  command
    .option("--directory <dir>", "the project's folder; without it this one")
    .option("--force", "overwrite files that are there")
    .addHelpText("after", EXAMPLES)
    .action(async (flags: InitFlags) => {
      await init(cli, flags);
      end(0);
    });
};

async function init(cli: Cli, flags: InitFlags): Promise<void> {
  const root = resolve(cli.cwd, flags.directory ?? ".");
  if (!(await stat(root).catch(() => null))?.isDirectory()) {
    throw new UsageError("no-directory", `${root} is not a folder. Name the project's with --directory.`);
  }
  if (flags.force !== true) await refuseExisting(root);
  const folder = openFolder(root);
  const project = lookAtProject(folder);
  if (!isProject(project)) {
    throw new UsageError(
      "no-project",
      `No Python project was found in ${root}: there is no pyproject.toml, setup.py, setup.cfg, requirements file, tox.ini, noxfile.py or test file. Go to the project's folder, or name it with --directory.`,
    );
  }
  const draft = draftSpec(project);
  const workflow = workflowFor(project, folder);
  for (const reason of [...draft.reasons, ...workflow.reasons]) cli.stdout.write(`- ${reason}\n`);
  for (const [file, text] of [
    [SPEC, specText(draft)],
    [WORKFLOW, workflow.text],
  ] as const) {
    await write(join(root, file), text);
    cli.stdout.write(`Wrote ${file}\n`);
  }
  if (project.backend === "hatchling") await ignoreForge(cli, root);
  cli.stdout.write("Next: 'forgexec plan' shows what will run, 'forgexec run' runs it.\n");
}

/** Both are looked for before either is written. */
async function refuseExisting(root: string): Promise<void> {
  const existing: string[] = [];
  for (const file of [SPEC, WORKFLOW]) {
    if ((await stat(join(root, file)).catch(() => null)) !== null) existing.push(file);
  }
  if (existing.length === 0) return;
  const are = existing.length === 1 ? "is" : "are";
  throw new UsageError(
    "file-exists",
    `${existing.join(" and ")} ${are} there already, and nothing was written. --force overwrites.`,
  );
}

/** Hatchling packs into a source distribution every folder that the project's .gitignore does not name; nested ones do not count. */
async function ignoreForge(cli: Cli, root: string): Promise<void> {
  const path = join(root, ".gitignore");
  const text = await readFile(path, "utf8").catch(() => "");
  if (/^\/?\.forge\/?\s*$/m.test(text)) return;
  await write(path, `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}.forge/\n`);
  cli.stdout.write("Added .forge/ to .gitignore: hatchling would pack it into source distributions.\n");
}

async function write(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch (cause) {
    throw new UsageError("not-written", `${path} could not be written: ${(cause as Error).message}.`, { cause });
  }
}
