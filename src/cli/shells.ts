import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { quoteWord } from "../spec/index.js";
import type { Cli } from "./io.js";

export interface Shell {
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Removes the start-up files that were made for it. */
  close(): Promise<void>;
}

interface Wanted {
  readonly environment: Readonly<Record<string, string>>;
  /** Stands in parentheses in front of the prompt. */
  readonly label: string;
}

/**
 * The user's shell, with the build's PATH and a prompt that tells where one is. A shell's own start-up file often sets
 * both anew, so an interactive bash or zsh gets one that reads the user's first.
 */
export async function prepareShell(cli: Cli, wanted: Wanted): Promise<Shell> {
  const program = programOf(cli);
  const name = basename(program).replace(/\.exe$/i, "");
  const plain: Shell = {
    argv: [program],
    environment: { ...wanted.environment, PS1: markedPrompt(wanted.label) },
    close: async () => {},
  };
  if (!cli.interactive || cli.platform === "win32") return { ...plain, environment: wanted.environment };
  greet(cli, wanted.label);
  if (name === "bash") return withStartUp(wanted, (folder) => bash(program, { folder, wanted }));
  if (name === "zsh") return withStartUp(wanted, (folder) => zsh(program, { folder, wanted }));
  if (name === "fish") return { ...plain, argv: [program, "--init-command", `set -gx PATH ${fishPath(wanted)}`] };
  return plain;
}

/** The prompt of a shell that has none of its own: sh, dash, busybox's. */
export function markedPrompt(label: string): string {
  return `(${label}) $ `;
}

/** Tells where one is, before a shell's first prompt. */
export function greet(cli: Pick<Cli, "stderr">, what: string): void {
  cli.stderr.write(`forgexec: the environment of ${what}; exit or Ctrl-D leaves it\n`);
}

function programOf(cli: Cli): string {
  const set = cli.environment.SHELL;
  if (set !== undefined && set !== "") return set;
  return cli.platform === "win32" ? (cli.environment.ComSpec ?? "cmd.exe") : "sh";
}

interface StartUp {
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly file: { readonly name: string; readonly text: string };
}

async function withStartUp(wanted: Wanted, plan: (folder: string) => StartUp): Promise<Shell> {
  const folder = await mkdtemp(join(wanted.environment.TMPDIR ?? tmpdir(), "forgexec-shell-"));
  const { argv, environment, file } = plan(folder);
  // It removes itself once it is read, so that nothing is left even by a kill -9.
  await writeFile(join(folder, file.name), `${file.text}command rm -rf ${quoteWord(folder)}\n`, { mode: 0o600 });
  return { argv, environment, close: () => rm(folder, { recursive: true, force: true }) };
}

function bash(program: string, at: { readonly folder: string; readonly wanted: Wanted }): StartUp {
  const text = `[ -r ~/.bashrc ] && . ~/.bashrc\n${settings(at.wanted)}`;
  return {
    argv: [program, "--rcfile", join(at.folder, "bashrc"), "-i"],
    environment: at.wanted.environment,
    file: { name: "bashrc", text },
  };
}

function zsh(program: string, at: { readonly folder: string; readonly wanted: Wanted }): StartUp {
  const { environment } = at.wanted;
  const own = quoteWord(environment.ZDOTDIR ?? environment.HOME ?? "");
  const text = `ZDOTDIR=${own}\n[ -r "$ZDOTDIR/.zshrc" ] && . "$ZDOTDIR/.zshrc"\n${settings(at.wanted)}`;
  return { argv: [program, "-i"], environment: { ...environment, ZDOTDIR: at.folder }, file: { name: ".zshrc", text } };
}

function settings({ environment, label }: Wanted): string {
  return `export PATH=${quoteWord(environment.PATH ?? "")}\nhash -r\nPS1=${quoteWord(`(${label}) `)}"$PS1"\n`;
}

function fishPath({ environment }: Wanted): string {
  return (environment.PATH ?? "")
    .split(":")
    .map((folder) => quoteWord(folder))
    .join(" ");
}
