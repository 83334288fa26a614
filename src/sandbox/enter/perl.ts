import type { SandboxProblem } from "../model.js";
import { findSystemProgram } from "../programs.js";
import { refuse } from "../refuse.js";
import { syscallTable } from "./syscalls.js";

/** What the helpers run with. */
export interface Helper {
  readonly perl: string;
  readonly nsenter: string;
  /** For FX_NR. */
  readonly syscalls: string;
}

/** Perl and the processor's system calls, or what is missing. */
export function findHelper(): Helper | SandboxProblem {
  const syscalls = syscallTable(process.arch);
  if (syscalls === null) {
    return { code: "unknown-processor", message: `sandboxes are not known to work on the processor ${process.arch}` };
  }
  const [perl, nsenter] = ["perl", "nsenter"].map(findSystemProgram);
  if (perl && nsenter) return { perl, nsenter, syscalls };
  if (perl) {
    return { code: "no-nsenter", message: "nsenter is missing, which is part of util-linux: install that" };
  }
  return {
    code: "no-perl",
    message:
      "Perl is missing, which starts the commands of an open sandbox. Install it (Debian, Ubuntu: perl-base; Fedora: perl-interpreter; Alpine: perl)",
  };
}

/** @throws CommandError "unsupported". */
export function requireHelper(): Helper {
  const helper = findHelper();
  if ("perl" in helper) return helper;
  throw refuse("unsupported", helper.message);
}

/** What every helper program of this machine gets, and nothing else. */
export const helperVariables = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" } as const;

/** The environment of a helper, which has nothing in it that came from a spec: such variables could change what Perl does. */
export function helperEnvironment(helper: Helper, variables: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(Object.entries({ ...helperVariables, FX_NR: helper.syscalls, ...variables }));
}

/** Words as the helpers take lists of them. */
export function coded(words: readonly string[]): string {
  const code = (byte: number) => `%${byte.toString(16).padStart(2, "0")}`;
  const plain = /[A-Za-z0-9_./-]/;
  return words
    .map((word) =>
      [...Buffer.from(word)]
        .map((byte) => (plain.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : code(byte)))
        .join(""),
    )
    .join(" ");
}

/** One word back from a helper. */
export function decoded(text: string): string {
  const bytes = text.replace(/%([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
}
