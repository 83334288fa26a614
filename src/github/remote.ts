/** The repository that a remote's address names. */
export interface RemoteRepository {
  readonly owner: string;
  readonly repo: string;
}

/**
 * Owner and name in a git remote's address: the last two parts of its path, without `.git`, of
 * `https://host/owner/repo`, `ssh://git@host:22/owner/repo` or `git@host:owner/repo`; null for anything else, as a path.
 */
export function repositoryOfRemote(address: string): RemoteRepository | null {
  const path = /^(?:https?|ssh|git|git\+ssh):\/\/[^/]+\/(.+)$/i.exec(address)?.[1] ?? scpPath(address);
  const parts =
    path
      ?.replace(/[?#].*$/, "")
      .split("/")
      .filter((part) => part !== "") ?? [];
  const [owner, name] = parts.slice(-2);
  const repo = name?.replace(/\.git$/i, "");
  const isNamed = [owner, repo].every((part) => part && /^[\w.-]+$/.test(part) && !/^\.+$/.test(part));
  return parts.length >= 2 && isNamed && owner && repo ? { owner, repo } : null;
}

/** ssh's short form; a single letter before the colon is a Windows drive. */
function scpPath(address: string): string | undefined {
  return /^(?:[^@/:\s]+@)?[^@/:\s]{2,}:(?!\/\/)(.+)$/.exec(address)?.[1];
}
