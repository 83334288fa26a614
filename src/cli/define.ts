import type { Command } from "commander";
import type { Cli } from "./io.js";

/** Adds a subcommand's arguments, options, examples and action; the action hands its exit code to `end`. */
export type Define = (command: Command, context: { readonly cli: Cli; readonly end: (code: number) => void }) => void;
