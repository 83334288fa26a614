import { allow, argument, assemble, type Instruction, ifAnyBit, ifAtLeast, ifEqual, load, refuseWith } from "./bpf.js";
import { type Abi, abisOf, type Call } from "./tables.js";

/** What a filter depends on. */
export interface FilterRequest {
  /** As `process.arch` names it. */
  readonly arch: string;
  readonly network: "undefined" | "isolated";
  /** Whether commands may make user namespaces, in which they have every right over what belongs to these. */
  readonly userNamespaces: "allowed" | "refused";
  /** Whether commands have a capability, by its name in lower case. */
  readonly holds: (capability: string) => boolean;
}

const EPERM = 1;
const ENOSYS = 38;
const EAFNOSUPPORT = 97;
const NUMBER = 0;
const ARCHITECTURE = 4;
/** TIOCSTI and TIOCLINUX type into a terminal (ioctl_tty(2)). */
const TYPING = [0x5412, 0x541c];
/** Process 1 of a sandbox: bubblewrap's, which has no filter. */
const FIRST = [1];
const CLONE_NEWUSER = 0x10000000;
/** Unix, IPv4, IPv6, netlink and packet sockets belong to a network namespace; the like of vsock do not (socket(2)). */
const NETWORK_FAMILIES = [1, 2, 10, 16, 17];

/** Calls that are refused, unless commands have one of the capabilities that are for them. */
const REFUSED: readonly { readonly calls: readonly Call[]; readonly but: readonly string[] }[] = [
  // Keys belong to the user or the session, not to a namespace: this machine's own are to be had.
  { calls: ["add_key", "request_key", "keyctl"], but: [] },
  // It does what other calls do, and no filter sees them.
  { calls: ["io_uring_setup", "io_uring_enter", "io_uring_register"], but: [] },
  { calls: ["bpf"], but: ["bpf", "sys_admin"] },
  { calls: ["perf_event_open"], but: ["perfmon", "sys_admin"] },
  { calls: ["userfaultfd"], but: ["sys_ptrace"] },
  { calls: ["kexec_load", "kexec_file_load"], but: ["sys_boot"] },
  { calls: ["init_module", "finit_module", "delete_module"], but: ["sys_module"] },
];

/**
 * A seccomp(2) filter for the commands of a sandbox: the calls by which they could reach what no namespace holds apart. null: the
 * processor's calls are not known.
 */
export function syscallFilter(request: FilterRequest): Buffer | null {
  const abis = abisOf(request.arch);
  if (abis.length === 0) return null;
  const parts = abis.flatMap((abi) => ifEqual([abi.audit], rulesOf(abi, request)));
  return assemble([load(ARCHITECTURE), ...parts, refuseWith(ENOSYS)]);
}

function rulesOf({ numbers, foreignFrom }: Abi, request: FilterRequest): readonly Instruction[] {
  const on = (calls: readonly Call[], then: readonly Instruction[]) => {
    const known = calls.flatMap((call) => numbers[call] ?? []);
    return known.length === 0 ? [] : ifEqual(known, then);
  };
  const refused = REFUSED.filter(({ but }) => !but.some(request.holds)).flatMap(({ calls }) => calls);
  return [
    load(NUMBER),
    ...(foreignFrom === null ? [] : ifAtLeast(foreignFrom, [refuseWith(ENOSYS)])),
    ...on(refused, [refuseWith(EPERM)]),
    ...on(["ioctl"], [load(argument(1)), ...ifEqual(TYPING, [refuseWith(EPERM)]), allow]),
    ...on(["ptrace"], [load(argument(1)), ...ifEqual(FIRST, [refuseWith(EPERM)]), allow]),
    ...on(
      ["process_vm_readv", "process_vm_writev", "pidfd_open"],
      [load(argument(0)), ...ifEqual(FIRST, [refuseWith(EPERM)]), allow],
    ),
    ...(request.userNamespaces === "allowed" ? [] : withoutUserNamespaces(on)),
    ...(request.network === "isolated" ? withinNetwork(on) : []),
    allow,
  ];
}

type On = (calls: readonly Call[], then: readonly Instruction[]) => readonly Instruction[];

/** What clone3(2) is asked for lies in memory; C libraries take the older call where it is not there. */
function withoutUserNamespaces(on: On): readonly Instruction[] {
  return [
    ...on(["clone", "unshare"], [load(argument(0)), ...ifAnyBit(CLONE_NEWUSER, [refuseWith(EPERM)]), allow]),
    ...on(["clone3"], [refuseWith(ENOSYS)]),
  ];
}

function withinNetwork(on: On): readonly Instruction[] {
  return [
    ...on(["socket"], [load(argument(0)), ...ifEqual(NETWORK_FAMILIES, [allow]), refuseWith(EAFNOSUPPORT)]),
    // What it is asked for lies in memory too.
    ...on(["socketcall"], [refuseWith(ENOSYS)]),
  ];
}
