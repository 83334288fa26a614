import type { Engine } from "./engine.js";

/** A file or folder of this machine's. */
export interface BindMount {
  readonly type: "bind";
  readonly source: string;
  readonly target: string;
  readonly mode: "read-write" | "read-only";
  /** `nosuid`, `nodev`, `noexec`. */
  readonly options: readonly string[];
  /** The folder that the source is to lie in, whatever links commands put there; null: it is just what was named. */
  readonly partOf: string | null;
}

/** One mount of a container. Options are mount(8)'s, in order. */
export type Mount =
  | BindMount
  | { readonly type: "tmpfs"; readonly target: string; readonly options: readonly string[] }
  /** What the image has there, writable, and gone with the container. */
  | { readonly type: "copy"; readonly target: string };

/** The arguments that make the mount. `--mount` takes any path, where `--volume` would stumble over a colon. */
export function mountArgv(mount: Mount, engine: Engine["name"]): string[] {
  switch (mount.type) {
    case "bind":
      return [
        "--mount",
        fields(["type=bind", `source=${mount.source}`, `target=${mount.target}`, ...bindOptions(mount)]),
      ];
    case "tmpfs":
      return tmpfsArgv(mount, engine);
    case "copy":
      return ["--mount", fields(["type=volume", `target=${mount.target}`])];
  }
}

function bindOptions({ mode, options }: BindMount): string[] {
  return [...(mode === "read-only" ? ["readonly"] : []), ...options];
}

/**
 * As `--tmpfs`, the only option of both engines that takes mount(8)'s own words. The kernel's own mode is written out, since runtimes would
 * take that of the folder below; `notmpcopyup`: podman would copy the image's files in.
 */
function tmpfsArgv({ target, options }: Extract<Mount, { type: "tmpfs" }>, engine: Engine["name"]): string[] {
  const mode = options.some((option) => option.startsWith("mode=")) ? [] : ["mode=1777"];
  const words = [...options, ...mode, ...(engine === "podman" ? ["notmpcopyup"] : [])];
  return ["--tmpfs", `${target}:${words.join(",")}`];
}

/** One record of comma-separated values (RFC 4180), as both engines read `--mount`. */
function fields(values: readonly string[]): string {
  return values.map((value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(",");
}
