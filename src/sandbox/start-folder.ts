import type { NormalConfig } from "./normal.js";
import { refuse } from "./refuse.js";

/** This process's working directory; null: it was removed. */
export function workingDirectory(): string | null {
  try {
    return process.cwd();
  } catch {
    return null;
  }
}

/** Where commands start that name no folder; `here`: this process's working directory. @throws CommandError "spawn" where that is gone. */
export function startFolder(
  { cwd, workspace, filesystemRoot }: Pick<NormalConfig, "cwd" | "workspace" | "filesystemRoot">,
  here: string | null,
): string {
  const folder = cwd ?? workspace ?? (filesystemRoot === "/" ? here : "/");
  if (folder !== null) return folder;
  throw refuse("spawn", "this process's working directory, where commands start, was removed; give cwd");
}
