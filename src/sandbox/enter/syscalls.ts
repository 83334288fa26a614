/**
 * Linux's numbers for the system calls that a helper needs and Perl has no name for (syscalls(2)). Those of the generic table
 * (asm-generic/unistd.h), which newer architectures share, and x86-64's own; from 424 on they are the same everywhere.
 */
const generic = {
  capset: 91,
  prctl: 167,
  setns: 268,
  unshare: 97,
  mount: 40,
  mkdirat: 34,
  mknodat: 33,
  unlinkat: 35,
  wait4: 260,
  prlimit64: 261,
};
const x64 = {
  capset: 126,
  prctl: 157,
  setns: 308,
  unshare: 272,
  mount: 165,
  mkdirat: 258,
  mknodat: 259,
  unlinkat: 263,
  wait4: 61,
  prlimit64: 302,
};
const everywhere = { open_tree: 428, move_mount: 429, close_range: 436, openat2: 437, mount_setattr: 442 };

const tables: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  x64: { ...x64, ...everywhere },
  arm64: { ...generic, ...everywhere },
  riscv64: { ...generic, ...everywhere },
  loong64: { ...generic, ...everywhere },
};

/** The numbers for a processor (as `process.arch` names it) as `name number …`; null: not known. */
export function syscallTable(arch: string): string | null {
  const table = tables[arch];
  return table ? Object.entries(table).flat().join(" ") : null;
}
