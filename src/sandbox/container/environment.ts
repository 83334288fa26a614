/** How variables reach a container without a value in any argv, which every user of the machine may read. */
export interface Handover {
  /** Lines for `--env-file`, to be read from a pipe; empty: none is needed. */
  readonly file: string;
  /** What the client has in its own environment, each to be passed on by `--env NAME`. */
  readonly client: Readonly<Record<string, string>>;
  /** Names whose value can be handed over in neither way. */
  readonly refused: readonly string[];
}

/** Readers of such files differ in quotes, comments, line ends and long lines: only what all read alike goes there. */
const PLAIN_NAME = /^[A-Za-z_][A-Za-z0-9_.-]*$/;
const PLAIN_VALUE = /^(?!["'])[^\p{Cc}\ufffd]*$/u;
const LONGEST_LINE = 32 * 1024;

/** Names that would change what the client, or a program that it starts, does. */
const CLIENTS_OWN =
  /^(PATH|HOME|USER|LOGNAME|SHELL|TMPDIR|ENV|BASH_.*|SHELLOPTS|BASHOPTS|PS4|IFS|LANG|LANGUAGE|LC_.*|LOCPATH|NLSPATH|GCONV_PATH|TZ|TZDIR|HOSTALIASES|RES_OPTIONS|LOCALDOMAIN|LD_.*|GLIBC_.*|MALLOC_.*|GO[A-Z]+|_?CONTAINERS?_.*|DOCKER_.*|PODMAN_.*|BUILDAH_.*|STORAGE_.*|XDG_.*|DBUS_.*|LISTEN_.*|NOTIFY_SOCKET|NETAVARK_.*|CNI_.*|SSL_.*|REGISTRY_.*|(HTTPS?|FTP|ALL|NO)_PROXY)$/i;

/** Plain lines go through the pipe, so that no name means anything to the client; the rest through its environment. */
export function handOver(environment: Readonly<Record<string, string>>): Handover {
  const lines: string[] = [];
  const client: Record<string, string> = {};
  const refused: string[] = [];
  for (const [name, value] of Object.entries(environment)) {
    const line = `${name}=${value}`;
    if (PLAIN_NAME.test(name) && PLAIN_VALUE.test(value) && line.length < LONGEST_LINE) lines.push(line);
    // podman takes a name that ends with * for a pattern.
    else if (CLIENTS_OWN.test(name) || name.endsWith("*")) refused.push(name);
    else client[name] = value;
  }
  return { file: lines.map((line) => `${line}\n`).join(""), client, refused };
}

/** The options for it; `filePath`: where the client finds the lines. */
export function environmentArgv({ file, client }: Handover, filePath: string): string[] {
  return [...(file === "" ? [] : ["--env-file", filePath]), ...Object.keys(client).flatMap((name) => ["--env", name])];
}
