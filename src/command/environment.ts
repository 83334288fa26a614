/** What virCommandAddEnvPassCommon passes on, besides LC_ALL=C. */
const common = ["LD_PRELOAD", "LD_LIBRARY_PATH", "PATH", "HOME", "USER", "LOGNAME", "TMPDIR"] as const;

/** The environment that commands inherit; a library has no other place to take it from than its own process. */
export function parentEnvironment(): NodeJS.ProcessEnv {
  return process.env;
}

/** Whether this process runs with rights its caller lacks (setuid or setgid), so that its environment may be an attack. */
function privileged(): boolean {
  return process.getuid?.() !== process.geteuid?.() || process.getgid?.() !== process.getegid?.();
}

/** The value that `envPass` passes on; undefined: the variable is not set. */
export function passedValue(
  name: string,
  fallback: string | undefined,
  whenPrivileged: "pass" | "fallback",
): string | undefined {
  const trusted = whenPrivileged === "pass" || !privileged();
  return (trusted ? parentEnvironment()[name] : undefined) ?? fallback;
}

/** The common set with a fixed locale, so that messages can be parsed. */
export function commonVariables(): [string, string][] {
  const passed = common.flatMap((name): [string, string][] => {
    const value = parentEnvironment()[name];
    return value === undefined ? [] : [[name, value]];
  });
  return [["LC_ALL", "C"], ...passed];
}

/** XDG base directories below a folder, as virCommandAddEnvXDG has them. */
export function xdgVariables(baseDir: string): [string, string][] {
  return [
    ["XDG_DATA_HOME", `${baseDir}/.local/share`],
    ["XDG_CACHE_HOME", `${baseDir}/.cache`],
    ["XDG_CONFIG_HOME", `${baseDir}/.config`],
  ];
}
