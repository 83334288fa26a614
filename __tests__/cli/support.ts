import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable, Writable } from "node:stream";
import type { EndSignal, Io } from "../../src/cli/io.js";
import { main } from "../../src/cli/main.js";

/** Variables of the machine that a test may pass on: certificates, but no configuration of pip or uv. */
export function machineEnvironment(): Record<string, string> {
  const kept =
    /^(PATH|TMPDIR|SystemRoot|SSL_CERT_FILE|SSL_CERT_DIR|PIP_CERT|REQUESTS_CA_BUNDLE|NODE_EXTRA_CA_CERTS|.*_proxy)$/i;
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && kept.test(entry[0]),
    ),
  );
}

/** A temporary folder with files in it, gone at the end of the test that uses it. */
export async function createFolder(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "forgexec-cli-"));
  folders.push(folder);
  await addFiles(folder, files);
  return folder;
}

export async function addFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

const folders: string[] = [];

/** Those that are there. */
export function createdFolders(): readonly string[] {
  return folders;
}

export async function removeFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
}

export interface Told {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Given {
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly stdin?: string | Buffer;
  /** Whether standard input is a terminal. Default: it is not. */
  readonly terminal?: "yes" | "no";
  /** Is handed what sends signals. */
  readonly onStart?: (send: (signal: EndSignal) => void) => void;
  /** Sees standard output as it comes, and may send signals. */
  readonly onOutput?: (text: string, send: (signal: EndSignal) => void) => void;
}

/** Calls the command line as its entry does, with streams of its own. */
export async function forgexec(argv: readonly string[], given: Given = {}): Promise<Told> {
  const cwd = given.cwd ?? (await createFolder());
  const home = join(cwd, ".home");
  const listeners = new Set<(signal: EndSignal) => void>();
  const texts = { stdout: "", stderr: "" };
  const send = (signal: EndSignal): void => {
    for (const listener of listeners) listener(signal);
  };
  given.onStart?.(send);
  const collect = (name: "stdout" | "stderr"): Writable =>
    new Writable({
      write(chunk, _encoding, done) {
        texts[name] += String(chunk);
        if (name === "stdout") given.onOutput?.(texts.stdout, send);
        done();
      },
    });
  const io: Io = {
    closeInherited: async () => undefined,
    environment: {
      ...machineEnvironment(),
      HOME: home,
      FORGEXEC_CACHE_DIR: join(home, "cache"),
      ...given.environment,
    },
    cwd,
    home,
    platform: process.platform,
    now: () => new Date("2030-01-02T03:04:05.678Z"),
    stdin: () => Readable.from([Buffer.from(given.stdin ?? "")]),
    interactive: given.terminal === "yes",
    stdout: collect("stdout"),
    stderr: collect("stderr"),
    onSignal: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { code: await main(argv, io), ...texts };
}
