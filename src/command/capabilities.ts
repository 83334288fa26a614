/** Linux's capabilities in the order of their numbers (capabilities(7), linux/capability.h). */
const names = [
  "chown",
  "dac_override",
  "dac_read_search",
  "fowner",
  "fsetid",
  "kill",
  "setgid",
  "setuid",
  "setpcap",
  "linux_immutable",
  "net_bind_service",
  "net_broadcast",
  "net_admin",
  "net_raw",
  "ipc_lock",
  "ipc_owner",
  "sys_module",
  "sys_rawio",
  "sys_chroot",
  "sys_ptrace",
  "sys_pacct",
  "sys_admin",
  "sys_boot",
  "sys_nice",
  "sys_resource",
  "sys_time",
  "sys_tty_config",
  "mknod",
  "lease",
  "audit_write",
  "audit_control",
  "setfcap",
  "mac_override",
  "mac_admin",
  "syslog",
  "wake_alarm",
  "block_suspend",
  "audit_read",
  "perfmon",
  "bpf",
  "checkpoint_restore",
] as const;

/** The number of a capability, null where there is none of that name. */
export function capabilityNumber(name: string): number | null {
  const index = (names as readonly string[]).indexOf(name);
  return index < 0 ? null : index;
}

/** "CAP_NET_RAW" and "net_raw" are the same. */
export function plainCapability(name: string): string {
  return name.toLowerCase().replace(/^cap_/, "");
}

/** The name of the capability of that number, as CAP_CHOWN; null where there is none. */
export function capabilityName(number: number): string | null {
  const name = names[number];
  return name === undefined ? null : `CAP_${name.toUpperCase()}`;
}
