import { closeSync, openSync, readSync } from "node:fs";
import { arch, cpus } from "node:os";
import type { Interpreter } from "../interpreter.js";
import { processorLevel } from "../system.js";

/** What decides whether a wheel that was built on one machine runs on another. */
export interface TagSource {
  readonly interpreter: Interpreter;
  readonly platform: NodeJS.Platform;
}

/**
 * Names the machines that can use each other's built wheels: system, architecture, C library and its version, level of
 * the processor, Python, as `linux-x64-glibc2.36-v3-cpython3.11`. Starts no process.
 */
export function computeTag({ interpreter, platform }: TagSource): string {
  const { implementation, version, build, image } = interpreter;
  const minor = version.split(".").slice(0, 2).join(".");
  // Extension modules for Python without its lock are another ABI.
  const threads = /free-threading/i.test(build) ? "t" : "";
  const python = `${implementation}${minor}${threads}`;
  // Its C library is its own.
  const library = image === undefined ? libraryOf(platform) : `image${image.id.replace(/^.*:/, "").slice(0, 16)}`;
  const parts = [platform, arch(), library, processor(platform), python];
  return parts.filter((part) => part !== "").join("-");
}

const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  x64: ["/lib/x86_64-linux-gnu/libc.so.6", "/lib64/libc.so.6", "/usr/lib64/libc.so.6", "/usr/lib/libc.so.6"],
  arm64: ["/lib/aarch64-linux-gnu/libc.so.6", "/lib64/libc.so.6", "/usr/lib64/libc.so.6", "/usr/lib/libc.so.6"],
};
const MUSL: Readonly<Record<string, string>> = { x64: "/lib/ld-musl-x86_64.so.1", arm64: "/lib/ld-musl-aarch64.so.1" };

let library: string | undefined;

/** The library says its version itself: asking Node for a report of the process takes three times as long. */
function libraryOf(platform: NodeJS.Platform): string {
  if (platform !== "linux") return "";
  library ??= glibc() ?? musl() ?? reported();
  return library;
}

function glibc(): string | null {
  for (const path of LIBRARIES[arch()] ?? []) {
    const version = find(path, /GNU C Library [^\n]*? version (\d+\.\d+)/);
    if (version !== null) return `glibc${version}`;
  }
  return null;
}

function musl(): string | null {
  const version = find(MUSL[arch()] ?? "", /\0(1\.\d+)\.\d+\0/);
  return version === null ? null : `musl${version}`;
}

function reported(): string {
  Object.assign(process.report, { excludeNetwork: true });
  const { header } = process.report.getReport() as { readonly header: { readonly glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime === undefined ? "musl" : `glibc${header.glibcVersionRuntime}`;
}

function processor(platform: NodeJS.Platform): string {
  const level = processorLevel();
  if (level !== "" || platform === "linux") return level;
  const model = cpus()[0]?.model ?? "";
  return model
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .slice(0, 40);
}

const PIECE = 256 * 1024;

/** The first group of the first match in a file, read piece by piece. */
function find(path: string, pattern: RegExp): string | null {
  try {
    const file = openSync(path, "r");
    try {
      const buffer = Buffer.allocUnsafe(PIECE);
      let rest = "";
      for (;;) {
        const count = readSync(file, buffer);
        if (count === 0) return null;
        const text = rest + buffer.toString("latin1", 0, count);
        const found = pattern.exec(text)?.[1];
        if (found !== undefined) return found;
        rest = text.slice(-256);
      }
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}
