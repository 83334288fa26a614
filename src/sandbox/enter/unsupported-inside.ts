import type { Settings } from "../../command/index.js";

/** What a Command may ask for and cannot have in an open sandbox, by the name of the method; null: all of it is to be had. */
export function unsupportedInside(settings: Readonly<Settings>): string | null {
  const { pidFile, daemonize, preExec, handshake, user, clearCapabilities, capabilities } = settings;
  if (pidFile !== null) return "pidFile";
  if (daemonize) return "daemonize";
  if (preExec !== null) return "preExec";
  if (handshake) return "handshake";
  if (user !== null) return "user";
  if (clearCapabilities || capabilities.length > 0) return "clearCapabilities";
  if (settings.selinuxLabel !== null) return "selinuxLabel";
  return settings.appArmorProfile === null ? null : "appArmorProfile";
}
