import { readRegularFile } from "../read-file.js";
import type { Diagnostic } from "./diagnostic.js";
import { LARGEST_SPEC, type ParsedSpec, parseSpec } from "./parse.js";

export interface LoadedSpec extends ParsedSpec {
  /** The file's text, for showing a diagnostic's line; empty where it could not be read. */
  readonly text: string;
}

/**
 * Reads a spec from a file. Whatever is wrong, the file itself included (not there, a directory, empty, binary, over 1 MiB),
 * is in the diagnostics; `name` is the file's name in them. Rejects never.
 */
export async function loadSpec(path: string, name: string): Promise<LoadedSpec> {
  const read = await readText(path);
  if ("text" in read) return { text: read.text, ...parseSpec(read.text, name) };
  const diagnostic: Diagnostic = { file: name, line: 1, column: 1, severity: "error", ...read };
  return { text: "", spec: undefined, diagnostics: [diagnostic] };
}

type Unread = Pick<Diagnostic, "code" | "message">;

const UNUSABLE = {
  directory: ["spec-not-a-file", "This is a directory. Name the spec's file in it."],
  "no-regular-file": ["spec-not-a-file", "This is no regular file."],
  "too-large": ["too-large", "The spec is larger than 1 MiB."],
} as const;

async function readText(path: string): Promise<{ readonly text: string } | Unread> {
  try {
    const content = await readRegularFile(path, LARGEST_SPEC);
    if ("bytes" in content) return decode(content.bytes);
    const [code, message] = UNUSABLE[content.problem];
    return unread(code, message);
  } catch (error) {
    return unread(...explain(error));
  }
}

function decode(bytes: Buffer): { readonly text: string } | Unread {
  const binary = unread("binary-spec", "This is not a text file in UTF-8.");
  if (bytes.includes(0)) return binary;
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return binary;
  }
}

function explain(error: unknown): [code: string, message: string] {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") {
    return ["spec-not-found", "There is no such file. `forgexec init` writes a spec."];
  }
  const reason = code === "EACCES" || code === "EPERM" ? "permission denied" : String(code ?? error);
  return ["spec-unreadable", `The file cannot be read: ${reason}.`];
}

function unread(code: string, message: string): Unread {
  return { code, message };
}
