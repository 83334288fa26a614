import { capabilityNumber } from "./capabilities.js";
import { type Host, isLimit } from "./host.js";
import type { Limits, Settings } from "./settings.js";

/** Why bad values of the limits, ids and capabilities cannot be meant, or null. */
export function findPrivilegeFault(settings: Settings, host: Host): string | null {
  for (const name of settings.capabilities) {
    if (capabilityNumber(name) === null) return `there is no capability ${JSON.stringify(name)}`;
  }
  const { umask, user } = settings;
  if (umask !== null && !(Number.isInteger(umask) && umask >= 0 && umask <= 0o777)) {
    return `the umask ${umask} is not between 0 and 0o777`;
  }
  for (const id of user ? [user.uid, user.gid ?? 0, ...(user.groups ?? [])] : []) {
    if (!Number.isInteger(id) || id < 0 || id > 0xfffffffe) return `${id} is no user or group id`;
  }
  for (const [name, value] of limitsOf(settings)) {
    if (!isLimit(name)) return `there is no limit ${JSON.stringify(name)}`;
    const hard = host.hardLimit(name);
    if (!(value >= 0) || (value !== Number.POSITIVE_INFINITY && !Number.isSafeInteger(value))) {
      return `the limit ${name} is ${value}, not a whole number`;
    }
    if (value > hard) return `the limit ${name} of ${value} is above this process's hard limit of ${hard}`;
  }
  return null;
}

/** What the host cannot do of what is asked, named; null: it can do all. */
export function findUnsupported(settings: Settings, host: Host): string | null {
  const asked: [boolean, string, () => string | null][] = [
    [limitsOf(settings).length > 0, "limits", () => linux(host) ?? needs(host, "prlimit")],
    [settings.umask !== null, "umask", () => shell(host)],
    [settings.preExec !== null, "preExec", () => linux(host)],
    [settings.handshake, "handshake", () => linux(host)],
    [settings.daemonize, "daemonize", () => linux(host) ?? needs(host, "setsid")],
    [settings.pidFile !== null, "pidFile", () => linux(host) ?? needs(host, "flock")],
    [settings.user !== null, "user", () => user(settings, host)],
    [settings.clearCapabilities, "clearCapabilities", () => linux(host) ?? needs(host, "setpriv")],
    [settings.capabilities.length > 0, "allowCapability", () => capabilities(settings, host)],
    [settings.selinuxLabel !== null, "selinuxLabel", () => label(host, host.selinux, "SELinux")],
    [settings.appArmorProfile !== null, "appArmorProfile", () => label(host, host.appArmor, "AppArmor")],
    [
      settings.passed.length > 0,
      "passFd and sendBuffer",
      () => (host.platform === "win32" ? "Windows has none" : null),
    ],
  ];
  for (const [isAsked, name, why] of asked) {
    const missing = isAsked ? why() : null;
    if (missing !== null) return `${name} is not supported here: ${missing}`;
  }
  return null;
}

/** The limits that were given. */
export function limitsOf(settings: Settings): [keyof Limits, number][] {
  const entries = Object.entries(settings.limits) as [keyof Limits, number | undefined][];
  return entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

/** Whether the ids are the process's own, so that there is nothing to change. */
export function isOwnUser(settings: Settings, host: Host): boolean {
  const { user: ids } = settings;
  return ids === null || (ids.uid === host.uid && (ids.gid ?? host.gid) === host.gid && ids.groups === undefined);
}

function linux(host: Host): string | null {
  return host.platform === "linux" ? null : `it needs Linux, this is ${host.platform}`;
}

function shell(host: Host): string | null {
  return host.platform === "win32" ? "Windows has none" : needs(host, "sh");
}

function needs(host: Host, helper: string): string | null {
  return host.helper(helper) === null ? `it needs the program ${helper} (util-linux), which is not there` : null;
}

function user(settings: Settings, host: Host): string | null {
  if (host.platform === "win32") return "Windows has no user ids";
  if (isOwnUser(settings, host)) return null;
  if (host.platform !== "linux") return host.uid === 0 ? null : "only root can change the user";
  if (!host.holds("setuid") || !host.holds("setgid")) return "this process has not the capabilities setuid and setgid";
  return needs(host, "setpriv");
}

function capabilities(settings: Settings, host: Host): string | null {
  const lacking = settings.capabilities.find((name) => !host.holds(name));
  if (lacking !== undefined) return `this process has not the capability ${lacking} itself`;
  return (
    linux(host) ?? (host.holds("setpcap") ? needs(host, "setpriv") : "this process has not the capability setpcap")
  );
}

function label(host: Host, present: boolean, system: string): string | null {
  return linux(host) ?? (present ? needs(host, "setpriv") : `${system} is not enabled on this host`);
}
