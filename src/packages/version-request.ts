/** The parts of a requested Python version ("3.12", "python3.12", "3.12.x"); null: not a version. */
export function versionParts(request: string): readonly string[] | null {
  const match = /^(?:python)?(\d+(?:\.\d+){0,2}(?:(?:a|b|rc)\d+)?)(?:\.[x*])?$/.exec(request.trim());
  return match?.[1] === undefined ? null : match[1].split(".");
}

/** Whether `version` is the one asked for, or one of its minor or patch releases. */
export function matchesVersion(version: string, parts: readonly string[]): boolean {
  const own = version.split(".");
  return parts.every((part, index) => own[index] === part);
}

/** Sorts version numbers, the newest first. */
export function newestFirst(left: string, right: string): number {
  return right.localeCompare(left, "en", { numeric: true });
}
