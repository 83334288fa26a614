/** The system calls that a filter looks at. */
export type Call =
  | "ioctl"
  | "clone"
  | "clone3"
  | "unshare"
  | "socket"
  | "socketcall"
  | "add_key"
  | "request_key"
  | "keyctl"
  | "bpf"
  | "perf_event_open"
  | "userfaultfd"
  | "io_uring_setup"
  | "io_uring_enter"
  | "io_uring_register"
  | "kexec_load"
  | "kexec_file_load"
  | "init_module"
  | "finit_module"
  | "delete_module"
  | "ptrace"
  | "process_vm_readv"
  | "process_vm_writev"
  | "pidfd_open";

/** One way in which programs can call a kernel: its number (linux/audit.h) and those of the calls (syscalls(2)); what is absent, it has not. */
export interface Abi {
  readonly audit: number;
  readonly numbers: Readonly<Partial<Record<Call, number>>>;
  /** From this number on, calls are another ABI's that is not told apart otherwise. */
  readonly foreignFrom: number | null;
}

/** The numbers that every ABI shares. */
const shared = {
  io_uring_setup: 425,
  io_uring_enter: 426,
  io_uring_register: 427,
  pidfd_open: 434,
  clone3: 435,
} as const;

const x64: Abi = {
  audit: 0xc000003e,
  // x32's.
  foreignFrom: 0x40000000,
  numbers: {
    ...shared,
    ioctl: 16,
    socket: 41,
    clone: 56,
    ptrace: 101,
    init_module: 175,
    delete_module: 176,
    kexec_load: 246,
    add_key: 248,
    request_key: 249,
    keyctl: 250,
    unshare: 272,
    perf_event_open: 298,
    process_vm_readv: 310,
    process_vm_writev: 311,
    finit_module: 313,
    kexec_file_load: 320,
    bpf: 321,
    userfaultfd: 323,
  },
};

const i386: Abi = {
  audit: 0x40000003,
  foreignFrom: null,
  numbers: {
    ...shared,
    ptrace: 26,
    ioctl: 54,
    socketcall: 102,
    clone: 120,
    init_module: 128,
    delete_module: 129,
    kexec_load: 283,
    add_key: 286,
    request_key: 287,
    keyctl: 288,
    unshare: 310,
    perf_event_open: 336,
    process_vm_readv: 347,
    process_vm_writev: 348,
    finit_module: 350,
    bpf: 357,
    socket: 359,
    userfaultfd: 374,
  },
};

const arm64: Abi = {
  audit: 0xc00000b7,
  foreignFrom: null,
  numbers: {
    ...shared,
    ioctl: 29,
    unshare: 97,
    kexec_load: 104,
    init_module: 105,
    delete_module: 106,
    ptrace: 117,
    socket: 198,
    add_key: 217,
    request_key: 218,
    keyctl: 219,
    clone: 220,
    perf_event_open: 241,
    process_vm_readv: 270,
    process_vm_writev: 271,
    finit_module: 273,
    bpf: 280,
    userfaultfd: 282,
    kexec_file_load: 294,
  },
};

const arm: Abi = {
  audit: 0x40000028,
  foreignFrom: null,
  numbers: {
    ...shared,
    ptrace: 26,
    ioctl: 54,
    clone: 120,
    init_module: 128,
    delete_module: 129,
    socket: 281,
    add_key: 309,
    request_key: 310,
    keyctl: 311,
    unshare: 337,
    kexec_load: 347,
    perf_event_open: 364,
    process_vm_readv: 376,
    process_vm_writev: 377,
    finit_module: 379,
    bpf: 386,
    userfaultfd: 388,
    kexec_file_load: 401,
  },
};

/** The ABIs of a processor (as `process.arch` names it), its own and the 32-bit one that it can have; empty: not known. */
export function abisOf(arch: string): readonly Abi[] {
  return { x64: [x64, i386], arm64: [arm64, arm] }[arch] ?? [];
}
