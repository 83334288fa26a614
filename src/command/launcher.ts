import type { Host } from "./host.js";
import { isOwnUser, limitsOf } from "./privileges.js";
import type { Limits, Settings } from "./settings.js";
import { type ShellSetup, shellStage } from "./shell-stage.js";

/** What the launcher has to know besides the settings. */
export interface LaunchFacts {
  readonly host: Host;
  /** The program's file. */
  readonly program: string;
  /** The environment that the child is to have. */
  readonly environment: Iterable<readonly [string, string]>;
  /** Descriptors that this process inherited and the child must not get. */
  readonly closeFds: readonly number[];
  /** The child's number of the pid file's descriptor. */
  readonly pidFd: number | null;
  /** Path of a pipe that the set-up reports to, and of one that it waits at. */
  readonly statusPath: string | null;
  readonly goPath: string | null;
  /** Whether stderr has to be joined to stdout in the child. */
  readonly joinOutputs: boolean;
}

/** What is spawned: the program itself where nothing asks for a helper, else the first of a chain of programs that each exec the next. */
export interface Launch {
  readonly file: string;
  readonly args: readonly string[];
  /** The whole argv[0], null where helpers are in between. */
  readonly argv0: string | null;
  /** Ids for spawn itself to set. */
  readonly ids: { readonly uid?: number; readonly gid?: number };
  /** Helpers whose messages on stderr tell that they, not the program, failed. */
  readonly helpers: readonly string[];
}

const prlimitOptions: Readonly<Record<keyof Limits, string>> = {
  processes: "nproc",
  openFiles: "nofile",
  lockedMemory: "memlock",
  coreSize: "core",
  cpuTime: "cpu",
  addressSpace: "as",
};

/**
 * What has to happen between fork and exec, as a chain of helpers in the order in which it must happen: a session of its own for a
 * daemon; the shell's part, with the caller's rights; the environment as it was before the shell; limits; last the loss of rights.
 * Node has no hook there, and each helper keeps the process id.
 */
export function planLaunch(settings: Settings, facts: LaunchFacts): Launch {
  const setup: ShellSetup = {
    umask: settings.umask,
    pidFd: facts.pidFd,
    preExec: settings.preExec,
    reportPid: settings.daemonize,
    statusPath: facts.statusPath,
    goPath: facts.goPath,
    closeFds: facts.closeFds,
    joinOutputs: facts.joinOutputs,
  };
  const shell = shellStage(setup, { host: facts.host, environment: facts.environment });
  const drops = privilegeStage(settings, facts.host, shell.length > 0);
  const chain = [
    ...(settings.daemonize ? [helper(facts.host, "setsid"), "--fork"] : []),
    ...shell,
    ...limitStage(settings, facts.host),
    ...drops.argv,
  ];
  // env(1) would take a program with "=" in its path for a variable, so that another helper has to come in between.
  if (chain.length > 0 && facts.program.includes("=")) chain.push(helper(facts.host, "nice"), "-n", "0");
  const [file, ...rest] = [...chain, facts.program, ...settings.args];
  const argv0 = chain.length === 0 ? settings.program : null;
  const helpers = ["setsid", "env", "prlimit", "setpriv"].filter((name) => chain.includes(helper(facts.host, name)));
  return { file: file ?? facts.program, args: rest, argv0, ids: drops.ids, helpers };
}

/** prlimit(1), soft and hard limit alike. */
function limitStage(settings: Settings, host: Host): string[] {
  const limits = limitsOf(settings);
  if (limits.length === 0) return [];
  const value = (limit: number) => (limit === Number.POSITIVE_INFINITY ? "unlimited" : String(limit));
  const options = limits.map(([name, limit]) => `--${prlimitOptions[name]}=${value(limit)}:${value(limit)}`);
  return [helper(host, "prlimit"), ...options];
}

/** setpriv(1); where it is only the ids and nothing runs before the program, spawn sets them without a helper. */
function privilegeStage(settings: Settings, host: Host, afterShell: boolean) {
  const caps = capabilityOptions(settings, host);
  const labels = [
    ...(settings.selinuxLabel === null ? [] : [`--selinux-label=${settings.selinuxLabel}`]),
    ...(settings.appArmorProfile === null ? [] : [`--apparmor-profile=${settings.appArmorProfile}`]),
  ];
  const user = isOwnUser(settings, host) ? null : settings.user;
  const groups = user?.groups ?? [];
  if (user && groups.length === 0 && !afterShell && caps.length === 0 && labels.length === 0) {
    return { argv: [], ids: { uid: user.uid, ...(user.gid === undefined ? {} : { gid: user.gid }) } };
  }
  const ids = user
    ? [
        `--reuid=${user.uid}`,
        `--regid=${user.gid ?? host.gid}`,
        groups.length > 0 ? `--groups=${groups.join(",")}` : "--clear-groups",
      ]
    : [];
  const options = [...ids, ...caps, ...labels];
  return { argv: options.length === 0 ? [] : [helper(host, "setpriv"), ...options], ids: {} };
}

/**
 * Allowed capabilities are inheritable and ambient too, else another user than root would lose them at exec. Without CAP_SETPCAP the
 * bounding set cannot be changed: such a process has no capabilities to lose, and no_new_privs keeps it from gaining any.
 */
function capabilityOptions(settings: Settings, host: Host): string[] {
  const allowed = settings.capabilities.map((name) => `+${name}`);
  if (!settings.clearCapabilities) {
    return allowed.length === 0 ? [] : [`--inh-caps=${allowed.join(",")}`, `--ambient-caps=${allowed.join(",")}`];
  }
  const set = ["-all", ...allowed].join(",");
  const sets = [`--inh-caps=${set}`, `--ambient-caps=${set}`];
  return host.holds("setpcap") ? [`--bounding-set=${set}`, ...sets] : ["--no-new-privs", ...sets];
}

function helper(host: Host, name: string): string {
  return host.helper(name) ?? name;
}
