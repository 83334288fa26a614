import { closeSync, readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";

/** open(2)'s O_CLOEXEC on Linux. */
const O_CLOEXEC = 0o2000000;

/** Node opens everything else with O_CLOEXEC, so what a child would get unasked is what this process was started with. */
let candidates: readonly number[] | null = null;

/** Descriptors above 2 that this process was started with and that would reach every child. None where /proc does not tell. */
export function inheritedFds(): readonly number[] {
  candidates ??= openFds().filter(staysOpen);
  return candidates.filter(staysOpen);
}

/**
 * Closes what this process was started with above descriptor 2, for good: its children then need no helper to be kept from it.
 * For programs of one's own, never for a library: someone may be using them.
 */
export function closeInheritedFds(): void {
  for (const fd of inheritedFds()) closeSync(fd);
}

function openFds(): number[] {
  try {
    return readdirSync("/proc/self/fd")
      .map(Number)
      .filter((fd) => fd > 2 && !isReadByNode(fd));
  } catch {
    return [];
  }
}

/** Where certificates and OpenSSL's configuration lie. */
const TRUST = ["/etc/ssl", "/etc/pki", "/etc/ca-certificates", "/usr/lib/ssl", "/usr/share/ca-certificates"];
const NAMING_TRUST = ["NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE", "SSL_CERT_DIR", "OPENSSL_CONF"];

/**
 * Whether OpenSSL may be reading it: from Node 24 on certificates are, at the start and in a thread of their own, and are opened as fopen(3)
 * does. Were it closed here, that thread would close the next one of its number, such as the event loop's own.
 */
function isReadByNode(fd: number): boolean {
  try {
    const target = readlinkSync(`/proc/self/fd/${fd}`);
    const named = NAMING_TRUST.flatMap((name) => real(process.env[name] ?? "") ?? []);
    return [...TRUST, ...named].some((path) => target === path || target.startsWith(`${path}/`));
  } catch {
    return false;
  }
}

function real(path: string): string | null {
  try {
    return path === "" ? null : realpathSync(path);
  } catch {
    return null;
  }
}

function staysOpen(fd: number): boolean {
  try {
    const flags = /^flags:\s*(\d+)/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, "latin1"))?.[1];
    return flags !== undefined && (Number.parseInt(flags, 8) & O_CLOEXEC) === 0;
  } catch {
    return false;
  }
}
