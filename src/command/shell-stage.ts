import type { Host } from "./host.js";

/** What only a shell can do between fork and exec. */
export interface ShellSetup {
  readonly umask: number | null;
  readonly pidFd: number | null;
  readonly preExec: readonly string[] | null;
  readonly reportPid: boolean;
  readonly statusPath: string | null;
  readonly goPath: string | null;
  readonly closeFds: readonly number[];
  readonly joinOutputs: boolean;
}

/**
 * A shell's set-up and, after it, env(1) to undo what shells do to the environment: they set PWD and the like, and drop what is no name
 * of theirs. The shell's text is made of fixed pieces; all that varies is handed over as arguments. Empty where nothing asks for it.
 */
export function shellStage(
  setup: ShellSetup,
  facts: { readonly host: Host; readonly environment: Iterable<readonly [string, string]> },
): string[] {
  const { host } = facts;
  const pieces = piecesOf(setup);
  if (pieces.length === 0) return [];
  const preExec = setup.preExec ?? [];
  const parameters = [
    setup.umask === null ? "" : `0${setup.umask.toString(8)}`,
    setup.pidFd === null ? "" : String(setup.pidFd),
    setup.statusPath ?? "",
    setup.goPath ?? "",
    host.helper("flock") ?? "flock",
    setup.closeFds.join(" "),
    String(preExec.length),
  ];
  const text = [...pieces, `shift ${parameters.length}`, ...(setup.preExec ? ['shift "$__forgexec_words"'] : []), run];
  // Only bash can name descriptors above 9; -p keeps it from reading start files and functions out of the environment.
  const shell = setup.closeFds.length > 0 ? [host.helper("bash") ?? "bash", "-p"] : [host.helper("sh") ?? "/bin/sh"];
  return [...shell, "-c", text.join("\n"), "forgexec", ...parameters, ...preExec, ...restoreStage(facts)];
}

const run = 'unset __forgexec_words __forgexec_word __forgexec_go\nexec "$@"';

function piecesOf(setup: ShellSetup): string[] {
  const pieces: string[] = [];
  if (setup.closeFds.length > 0) pieces.push("for __forgexec_word in $6; do exec {__forgexec_word}>&-; done");
  if (setup.joinOutputs) pieces.push("exec 2>&1");
  if (setup.reportPid) pieces.push('echo "pid $$" > "$3"');
  if (setup.umask !== null) pieces.push('umask "$1"');
  if (setup.pidFd !== null) pieces.push(lock);
  if (setup.preExec) pieces.push("__forgexec_words=$7", preExec);
  if (setup.goPath !== null) {
    pieces.push('echo ready > "$3"', 'read __forgexec_go < "$4" || exit 126');
  }
  if (setup.statusPath !== null) pieces.push('echo started > "$3"');
  return pieces;
}

const lock = `"$5" -n "$2" || { echo locked > "$3"; exit 126; }
echo $$ > "/proc/self/fd/$2"`;

/** The pre-exec command's words come before the program's. A subshell drops the others by turning them round. */
const preExec = `(
  shift 7
  for __forgexec_word in "$@"; do
    if [ "$__forgexec_words" -gt 0 ]; then
      set -- "$@" "$__forgexec_word"
      __forgexec_words=$((__forgexec_words - 1))
    fi
    shift
  done
  unset __forgexec_words __forgexec_word
  exec "$@" < /dev/null >&2
) || { echo "pre-exec $?" > "$3"; exit 126; }`;

const shellsOwn =
  /^(PWD|OLDPWD|SHLVL|_|IFS|PPID|LINENO|OPTIND|OPTERR|OPTARG|PS[0-4]|U?E?UID|GROUPS|RANDOM|SRANDOM|SECONDS|EPOCH\w+|DIRSTACK|FUNCNAME|HISTCMD|HOSTNAME|HOSTTYPE|MACHTYPE|OSTYPE|SHELL|SHELLOPTS|TERM|COLUMNS|LINES|MAILCHECK|PIPESTATUS|BASH\w*|COMP_\w+|__forgexec_\w+)$/;

function restoreStage(facts: {
  readonly host: Host;
  readonly environment: Iterable<readonly [string, string]>;
}): string[] {
  const set: string[] = [];
  for (const [name, value] of facts.environment) {
    if (shellsOwn.test(name) || !/^[A-Za-z_]\w*$/.test(name)) set.push(`${name}=${value}`);
  }
  const env = facts.host.helper("env") ?? "/usr/bin/env";
  return [env, "-u", "PWD", "-u", "OLDPWD", "-u", "SHLVL", "-u", "_", "--", ...set];
}
