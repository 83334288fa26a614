/** Where packages come from: a package index, a URL or repository elsewhere, or a folder or archive of this machine. */
export type PackageSource = "index" | "url" | "folder";

const REQUIREMENTS = /\.(?:txt|in|pip|list)$/;
const LOCK = /\.lock$/;
/** What stands behind it is a folder or a repository, whatever it is called. */
const EDITABLE = /^\s*(?:-e|--editable)(?:\s|=)*/;
const ARCHIVE = /\.(?:whl|zip|tar(?:\.\w+)?|tgz)$/i;

/** In locks of uv, poetry and pdm: packages from a folder beside the project itself, which its own options leave out. */
const LOCKED_FOLDERS = [
  /\bsource = \{ (?:editable|directory|path) = "(?!\.")/,
  /^type = "(?:directory|file)"$/m,
  /^path = "/m,
];
const LOCKED_URLS = [/\bsource = \{ (?:git|url) = "/, /^type = "(?:git|url)"$/m, /^git = "/m];

/** What a requirements file or a lock installs from, the farthest from an index that it names; for other files `index`. */
export function packageSource(file: string, content: Buffer): PackageSource {
  if (LOCK.test(file)) {
    const text = content.toString("latin1");
    if (LOCKED_FOLDERS.some((pattern) => pattern.test(text))) return "folder";
    return LOCKED_URLS.some((pattern) => pattern.test(text)) ? "url" : "index";
  }
  return farthest(requirementsIn(file, content).map(sourceOf));
}

/** The farthest from an index. */
export function farthest(sources: readonly PackageSource[]): PackageSource {
  if (sources.includes("folder")) return "folder";
  return sources.includes("url") ? "url" : "index";
}

/** The archives of this machine that a requirements file names: relative ones start from where pip runs. */
export function archivesIn(file: string, content: Buffer): readonly string[] {
  return requirementsIn(file, content)
    .filter((requirement) => sourceOf(requirement) === "folder")
    .map((requirement) => requirement.replace(/^.*?@\s*/, "").replace(/^file:(?:\/\/)?/, ""))
    .filter((path) => ARCHIVE.test(path));
}

// pip's requirements file format: options, comments, markers and hashes are not what is installed.
function requirementsIn(file: string, content: Buffer): readonly string[] {
  if (!REQUIREMENTS.test(file)) return [];
  const lines = content.toString("utf8").split(/[\r\n]+/);
  return lines
    .map((line) => line.replace(/(?:^|\s)#.*$/, "").replace(EDITABLE, "./"))
    .map((line) => line.replace(/\s+--.*$|\s+;.*$|\s*\\$/g, "").trim())
    .filter((line) => line !== "" && !line.startsWith("-"));
}

// pip's rule: what has a separator, begins with a dot, ends like an archive, or is a URL, is no name on an index.
function sourceOf(requirement: string): PackageSource {
  const name = requirement.replace(/;.*$/, "").trim();
  if (!/[/\\@:]|^\./.test(name) && !ARCHIVE.test(name)) return "index";
  return name.includes("://") && !/\bfile:/i.test(name) ? "url" : "folder";
}
