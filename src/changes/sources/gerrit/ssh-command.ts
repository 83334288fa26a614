import { Command, CommandError, quote } from "../../../command/index.js";
import { UsageError } from "../../../errors.js";
import { printable } from "../../../printable.js";
import type { GerritSshOptions } from "../options.js";

const PORT = 29418;

/** Where and as whom Gerrit is asked over ssh, checked. */
export interface SshAccess {
  readonly host: string;
  readonly port: number;
  readonly user: string | null;
  readonly keyFile: string | null;
  readonly environment: Readonly<Record<string, string>>;
}

/** @throws UsageError `bad-source` for what ssh would take for something else, such as a host that begins with `-` */
export function sshAccess(options: GerritSshOptions): SshAccess {
  const { host, port = PORT, user = null, keyFile = null, environment } = options;
  const isAddress = /^[0-9A-Fa-f:.]+(%[A-Za-z0-9]+)?$/.test(host);
  if (!isAddress && !/^[A-Za-z0-9_]([A-Za-z0-9._-]*[A-Za-z0-9_.])?$/.test(host)) throw bad("host", host);
  if (user !== null && !/^[A-Za-z0-9_][A-Za-z0-9._@+-]*$/.test(user)) throw bad("user", user);
  if (!(Number.isInteger(port) && port > 0 && port < 65_536)) throw bad("port", String(port));
  if (keyFile !== null && (keyFile === "" || keyFile.startsWith("-"))) throw bad("key file", keyFile);
  return { host, port, user, keyFile, environment };
}

function bad(what: string, value: string): UsageError {
  return new UsageError("bad-source", `"${printable(value)}" can't be the ${what} for Gerrit over ssh.`);
}

/** How the place is called in messages. */
export function placeOf({ host, port }: SshAccess): string {
  return `${host}:${port}`;
}

/**
 * `ssh … gerrit WORDS`, never asking anything: a question would wait for an answer for ever. ssh joins the words with spaces, and they are split
 * again there, by Gerrit itself as by a shell: each is quoted for that.
 */
export function gerritCommand(access: SshAccess, words: readonly string[]): Command {
  const { host, port, user, keyFile, environment } = access;
  return new Command("ssh")
    .envAll(environment)
    .args("-p", String(port))
    .args("-o", "BatchMode=yes")
    .args("-o", "ConnectTimeout=15")
    .args("-o", "ServerAliveInterval=30")
    .args("-o", "ServerAliveCountMax=4")
    .args(...(keyFile === null ? [] : ["-i", keyFile, "-o", "IdentitiesOnly=yes"]))
    .args(user === null ? host : `${user}@${host}`)
    .args("gerrit", ...words.map((word) => quote(word)));
}

/** What a failure of ssh, or of Gerrit's command, means for the user. */
export function sshFailure(error: unknown, access: SshAccess): unknown {
  if (!(error instanceof CommandError) || error.reason === "aborted") return error;
  const place = `Gerrit at ${placeOf(access)}`;
  if (error.reason === "not-found") {
    return new UsageError(
      "ssh-not-found",
      `${place} can't be asked: there is no program \`ssh\` on PATH. Install OpenSSH's client.`,
      { cause: error },
    );
  }
  const said = lastLine(String(error.stderr));
  const why = said === "" ? `ssh ended with ${error.exitCode ?? error.signal ?? error.reason}` : printable(said);
  const advice =
    error.exitCode === 255
      ? "Look at the host, the port, the user and the key; the host's key must be known already, for nothing is asked (try ssh once by hand)."
      : "The user may lack the right, or the server may be too old for the command.";
  return new UsageError("gerrit-unreachable", `${place} can't be asked over ssh: ${why}. ${advice}`, { cause: error });
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1)?.trim().slice(0, 300) ?? "";
}
