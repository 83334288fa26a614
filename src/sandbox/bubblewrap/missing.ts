import type { SandboxProblem } from "../model.js";
import type { Machine } from "./machine.js";

const APPARMOR = "/proc/sys/kernel/apparmor_restrict_unprivileged_userns";

/** What this machine plainly lacks for bubblewrap; null: nothing that files can tell of. */
export function missingForBubblewrap(machine: Machine): SandboxProblem | null {
  if (machine.platform !== "linux") {
    return { code: "not-linux", message: "bubblewrap is for Linux only; use a container, or no sandbox" };
  }
  if (machine.bwrap() === null) {
    return {
      code: "no-bwrap",
      message:
        "bubblewrap is not installed: there is no bwrap on PATH. Install the package bubblewrap (Debian, Ubuntu: apt-get install bubblewrap; Fedora: dnf install bubblewrap)",
    };
  }
  return machine.uid === 0 ? null : userNamespaces(machine);
}

function userNamespaces(machine: Machine): SandboxProblem | null {
  const setting = (path: string) => machine.read(path)?.trim();
  if (setting("/proc/sys/user/max_user_namespaces") === "0") {
    return {
      code: "no-user-namespaces",
      message:
        "user namespaces are switched off on this machine (user.max_user_namespaces is 0). Switch them on with sudo sysctl -w user.max_user_namespaces=15000, or use a container",
    };
  }
  if (setting("/proc/sys/kernel/unprivileged_userns_clone") === "0") {
    return {
      code: "no-user-namespaces",
      message:
        "only root may make user namespaces on this machine (kernel.unprivileged_userns_clone is 0). Allow them with sudo sysctl -w kernel.unprivileged_userns_clone=1, or use a container",
    };
  }
  if (setting(APPARMOR) === "1" && !profiles.some((path) => machine.read(path) !== null)) return appArmorRestricts;
  return null;
}

/** AppArmor profiles by which distributions let bwrap make user namespaces. */
const profiles = ["/etc/apparmor.d/bwrap-userns-restrict", "/etc/apparmor.d/bwrap", "/etc/apparmor.d/usr.bin.bwrap"];

const appArmorRestricts: SandboxProblem = {
  code: "apparmor-restricts-user-namespaces",
  message:
    "AppArmor keeps bubblewrap from making user namespaces (kernel.apparmor_restrict_unprivileged_userns is 1, as on Ubuntu 24.04 and GitHub's runners). " +
    "Allow them with sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0, give /usr/bin/bwrap a profile with the rule userns, or use a container",
};

/** How bwrap's messages begin where it may not make what it needs; paths come later in those about mounts. */
const REFUSED =
  /^bwrap: (setting up [ug]id map|loopback: |no permissions to create |creating new namespace |unshare |failed to make \/ slave)/i;

/** What bwrap says where it may not make what it needs. */
export function refusedByKernel(said: string, machine: Machine): SandboxProblem | null {
  if (!REFUSED.test(said)) return null;
  if (machine.read(APPARMOR)?.trim() === "1") return appArmorRestricts;
  return {
    code: "no-namespaces",
    message: `this machine does not let bubblewrap make its namespaces (${said}). Inside a container they need the option --privileged or a profile that allows them; else use another sandbox`,
  };
}
