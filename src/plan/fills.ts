import { basename } from "node:path";

const REQUIREMENT_FILES = new Set(["-r", "--requirement", "--requirements", "-c", "--constraint", "--constraints"]);

/** Options with a value behind them that says nothing about where packages come from or go to. */
const OTHER_VALUES = new Set([
  ...["-i", "--index-url", "--default-index", "--index", "--extra-index-url", "-f", "--find-links", "--trusted-host"],
  ...["--timeout", "--retries", "--progress-bar", "--cache-dir", "--upgrade-strategy", "--exclude-newer"],
  ...["--only", "--with", "--without", "--extras", "--extra", "-E", "-G", "--group", "--only-group", "--no-group"],
  ...["--only-binary", "--no-binary", "--no-build-isolation-package", "--config-settings", "--upgrade-package"],
]);

/** Options that put packages elsewhere, write something besides them, or take them from a folder. */
const ELSEWHERE =
  /^(?:-[etCp]|--(?:editable|target|prefix|root|user|report|dry-run|system|python|src|log|log-file|directory|project|output-format))(?:=|$)/;

/** The same, said by variables. */
const ELSEWHERE_VARIABLES = [
  ...["PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "PIP_PYTHON", "PIP_REPORT", "PIP_DRY_RUN", "PIP_EDITABLE"],
  ...["UV_PROJECT_ENVIRONMENT", "UV_PYTHON", "UV_SYSTEM_PYTHON", "UV_TARGET", "UV_PROJECT", "UV_WORKING_DIRECTORY"],
];

type Words = readonly string[];

/** How each program installs what an index has; poetry, pdm and uv install the project itself unless told not to. */
const FORMS: Readonly<Record<string, (words: Words) => boolean>> = {
  pip,
  uv: (words) =>
    words[0] === "pip"
      ? pip(words.slice(1)) || (words[1] === "sync" && fromIndex(words.slice(2), "files"))
      : words[0] === "sync" && words.includes("--no-install-project") && fromIndex(words.slice(1), "requirements"),
  poetry: (words) => installsLock(words, "--no-root"),
  pdm: (words) => installsLock(words, "--no-self"),
};

/**
 * Whether a command does nothing but fill the build's environment from an index: pip, uv, poetry or pdm, installing
 * nothing from a folder, an archive or a repository. Such a step need not run where the environment comes whole.
 */
export function fillsEnvironment(argv: Words, variables: readonly string[] = []): boolean {
  if (variables.some((name) => ELSEWHERE_VARIABLES.includes(name))) return false;
  const [program = "", ...rest] = argv;
  const name = basename(program).replace(/\.exe$/, "");
  if (/^pip(?:\d+(?:\.\d+)?)?$/.test(name)) return pip(afterOptions(rest));
  if (!/^(?:python(?:\d+(?:\.\d+)?)?|py)$/.test(name)) return FORMS[name]?.(afterOptions(rest)) ?? false;
  const at = rest.indexOf("-m");
  const plain = at >= 0 && rest.slice(0, at).every((word) => /^-[A-Za-z]+$/.test(word));
  return plain && (FORMS[rest[at + 1] ?? ""]?.(afterOptions(rest.slice(at + 2))) ?? false);
}

function pip(words: Words): boolean {
  return words[0] === "install" && fromIndex(words.slice(1), "requirements");
}

function installsLock(words: Words, withoutProject: string): boolean {
  const installs = words[0] === "install" || words[0] === "sync";
  return installs && words.includes(withoutProject) && fromIndex(words.slice(1), "requirements");
}

/** What stands behind the global options; nothing where one of them leads elsewhere. */
function afterOptions(words: Words): Words {
  let at = 0;
  while (words[at]?.startsWith("-")) {
    if (ELSEWHERE.test(words[at] ?? "")) return [];
    at += OTHER_VALUES.has(words[at] ?? "") ? 2 : 1;
  }
  return words.slice(at);
}

/** `files`: the bare words are requirements files, as for `uv pip sync`. */
function fromIndex(words: Words, bare: "requirements" | "files"): boolean {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (ELSEWHERE.test(word)) return false;
    const files = REQUIREMENT_FILES.has(word)
      ? (words[++at] ?? "")
      : /^(?:-[rc]|--requirements?=|--constraints?=)(.*)/.exec(word)?.[1];
    if (files !== undefined && !isProjectFile(files)) return false;
    if (OTHER_VALUES.has(word)) at++;
    else if (files === undefined && !word.startsWith("-") && !(bare === "files" ? isProjectFile(word) : isName(word)))
      return false;
  }
  return true;
}

/** A file whose content can be known beforehand: no URL, no device, no standard input. */
function isProjectFile(word: string): boolean {
  return (
    word !== "-" && !/^[a-z][a-z0-9+.-]*:\/\//i.test(word) && !word.startsWith("/dev/") && !word.startsWith("/proc/")
  );
}

// pip's rule: what has a separator, is a dot, ends like an archive, or is a URL, is no name on an index.
function isName(word: string): boolean {
  const requirement = word.replace(/;.*$/s, "");
  return !/[/\\@:]|^\.|\.(?:whl|zip|tar(?:\.\w+)?|tgz)$/i.test(requirement);
}
