import { type Command, InvalidArgumentError, Option } from "commander";
import type { BuildOptions } from "../build/index.js";
import type { ColorMode } from "../color.js";
import type { Cli } from "./io.js";

/** Options that say which spec is read, where commands run, and which of its phases. */
export interface BuildFlags {
  readonly spec?: string;
  readonly directory?: string;
  readonly phase?: readonly string[];
  readonly from?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly python?: string;
  readonly sandbox?: string;
  readonly image?: string;
  readonly timeout?: string;
  readonly keepGoing?: boolean;
  /** False: `--no-cache`. */
  readonly cache?: boolean;
  readonly offline?: boolean;
}

export interface ColorFlag {
  readonly color: ColorMode;
}

export function addColorOption(command: Command): void {
  command.addOption(new Option("--color <when>", "colours").choices(["auto", "always", "never"]).default("auto"));
}

export function addSpecOptions(command: Command): void {
  command
    .option("--spec <file>", "the spec; without it .forge.yml in this folder or the nearest one above")
    .option("--directory <dir>", "where commands run; without it the folder of the spec");
}

/** Variables and interpreter, for every command that makes the build's environment. */
export function addEnvironmentOptions(command: Command): void {
  command
    .option("--env <name=value>", "a variable for every command (repeatable)", collectVariable)
    .option("--python <python>", "interpreter of the build's environment: a version or a path")
    .option("--sandbox <backend>", "what commands are shut into: auto, none, chroot, bubblewrap or container")
    .option("--image <image>", "the container image that commands run in");
}

/** Whether earlier runs' packages are used, and whether an index is asked. */
export function addCacheOptions(command: Command): void {
  command
    .option("--no-cache", "use nothing of an earlier run, and keep nothing for the next")
    .option("--offline", "ask no package index: what an earlier run has kept is all there is");
}

export function addSelectionOptions(command: Command): void {
  command
    .option("--phase <name>", "run only this phase (repeatable)", (value, before: readonly string[] = []) => [
      ...before,
      value,
    ])
    .option("--from <name>", "begin with this phase")
    .option("--timeout <duration>", "end the run after this time: 90, 90s, 10m, 1h30m")
    .option("--keep-going", "after a failure run the phases that are left all the same");
}

export type OpeningFlags = BuildFlags & ColorFlag;

/** What commands have in common that open the build's environment for one command of the user's. */
export function addOpeningOptions(command: Command): void {
  addSpecOptions(command);
  addEnvironmentOptions(command);
  addCacheOptions(command);
  addColorOption(command);
}

function collectVariable(text: string, before: Readonly<Record<string, string>> = {}): Record<string, string> {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("It is written NAME=VALUE, such as --env APP_MODE=test.");
  if (text.includes("\0")) throw new InvalidArgumentError("A variable cannot hold a NUL character.");
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}

/** What src/build is asked for, from the flags and the edge. */
export function buildOptions(cli: Cli, stage: string, flags: BuildFlags): BuildOptions {
  const { environment, platform, home, cwd, now } = cli;
  const decryptionKey = environment.FORGE_DECRYPTION_KEY;
  return {
    machine: { environment, platform, home, cwd, now },
    stage,
    phases: flags.phase ?? [],
    environment: flags.env ?? {},
    keepGoing: flags.keepGoing === true,
    network: flags.offline === true ? "offline" : "online",
    cache: { use: flags.cache === false ? "false" : "auto" },
    ...given("spec", flags.spec),
    ...given("directory", flags.directory),
    ...given("from", flags.from),
    ...given("python", flags.python),
    ...given("sandbox", flags.sandbox),
    ...given("image", flags.image),
    ...given("timeout", flags.timeout),
    ...given("decryptionKey", decryptionKey === "" ? undefined : decryptionKey),
  };
}

function given<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: string };
}
