import { expect, test } from "@jest/globals";
import { syscallFilter } from "../../src/sandbox/filter/filter.js";

const X64 = 0xc000003e;
const I386 = 0x40000003;
const ARM64 = 0xc00000b7;
const ARM = 0x40000028;
const ALLOWED = "allowed";
const EPERM = 1;
const ENOSYS = 38;
const EAFNOSUPPORT = 97;
const NEWUSER = 0x10000000;

interface Call {
  readonly audit: number;
  readonly number: number;
  readonly args?: readonly number[];
}

/** What the kernel would do with a filter, by the rules of the networking/filter documentation: the errno of a call, or that it is allowed. */
function judge(filter: Buffer, { audit, number, args = [] }: Call): number | string {
  const data = Buffer.alloc(64);
  data.writeUInt32LE(number, 0);
  data.writeUInt32LE(audit, 4);
  args.forEach((arg, index) => {
    data.writeBigUInt64LE(BigInt(arg), 16 + 8 * index);
  });
  let loaded = 0;
  for (let at = 0; at < filter.length; at += 8) {
    const [code, ifTrue, ifFalse] = [filter.readUInt16LE(at), filter.readUInt8(at + 2), filter.readUInt8(at + 3)];
    const k = filter.readUInt32LE(at + 4);
    const jump = (holds: boolean) => {
      at += 8 * (holds ? ifTrue : ifFalse);
    };
    if (code === 0x20) loaded = data.readUInt32LE(k);
    else if (code === 0x15) jump(loaded === k);
    else if (code === 0x35) jump(loaded >= k);
    else if (code === 0x45) jump((BigInt(loaded) & BigInt(k)) !== 0n);
    else if (code === 0x06) return k === 0x7fff0000 ? ALLOWED : k & 0xffff;
    else throw new Error(`no such instruction: ${code}`);
  }
  throw new Error("the filter has no end");
}

const strict = { network: "isolated", userNamespaces: "refused", holds: () => false } as const;
const filterFor = (arch: string, changes: Partial<Parameters<typeof syscallFilter>[0]> = {}): Buffer => {
  const filter = syscallFilter({ arch, ...strict, ...changes });
  if (filter === null) throw new Error(`no filter for ${arch}`);
  return filter;
};

test.each<[string, string, Call, number | string]>([
  ["keyctl", "x64", { audit: X64, number: 250 }, EPERM],
  ["keyctl", "x64", { audit: I386, number: 288 }, EPERM],
  ["keyctl", "arm64", { audit: ARM64, number: 219 }, EPERM],
  ["keyctl", "arm64", { audit: ARM, number: 311 }, EPERM],
  ["TIOCSTI", "x64", { audit: X64, number: 16, args: [0, 0x5412] }, EPERM],
  ["TIOCSTI", "arm64", { audit: ARM64, number: 29, args: [0, 0x5412] }, EPERM],
  ["TIOCSTI behind more bits", "arm64", { audit: ARM64, number: 29, args: [0, 2 ** 40 + 0x5412] }, EPERM],
  ["TIOCLINUX", "arm64", { audit: ARM, number: 54, args: [0, 0x541c] }, EPERM],
  ["TCGETS", "arm64", { audit: ARM64, number: 29, args: [0, 0x5401] }, ALLOWED],
  ["fork", "arm64", { audit: ARM64, number: 220, args: [17] }, ALLOWED],
  ["clone into a user namespace", "arm64", { audit: ARM64, number: 220, args: [NEWUSER + 17] }, EPERM],
  ["unshare of mounts and users", "x64", { audit: X64, number: 272, args: [NEWUSER + 0x20000] }, EPERM],
  ["unshare of mounts", "x64", { audit: X64, number: 272, args: [0x20000] }, ALLOWED],
  ["clone3", "arm64", { audit: ARM, number: 435 }, ENOSYS],
  ["socket(AF_INET6)", "arm64", { audit: ARM64, number: 198, args: [10] }, ALLOWED],
  ["socket(AF_VSOCK)", "arm64", { audit: ARM64, number: 198, args: [40] }, EAFNOSUPPORT],
  ["socket(AF_VSOCK)", "x64", { audit: I386, number: 359, args: [40] }, EAFNOSUPPORT],
  ["socketcall", "x64", { audit: I386, number: 102 }, ENOSYS],
  ["ptrace of process 1", "arm64", { audit: ARM64, number: 117, args: [16, 1] }, EPERM],
  ["ptrace of process 7", "arm64", { audit: ARM64, number: 117, args: [16, 7] }, ALLOWED],
  ["process_vm_writev to process 1", "arm64", { audit: ARM, number: 377, args: [1] }, EPERM],
  ["x32", "x64", { audit: X64, number: 0x40000000 + 39 }, ENOSYS],
  ["getpid", "x64", { audit: X64, number: 39 }, ALLOWED],
  ["getpid", "arm64", { audit: ARM64, number: 172 }, ALLOWED],
  ["another processor's", "x64", { audit: ARM64, number: 172 }, ENOSYS],
  ["another processor's", "arm64", { audit: X64, number: 39 }, ENOSYS],
])("%s on %s", (_, arch, call, outcome) => {
  expect(judge(filterFor(arch), call)).toBe(outcome);
});

test("what depends on the configuration does", () => {
  const open = filterFor("x64", { network: "undefined", userNamespaces: "allowed" });
  expect(judge(open, { audit: X64, number: 41, args: [40] })).toBe(ALLOWED);
  expect(judge(open, { audit: I386, number: 102 })).toBe(ALLOWED);
  expect(judge(open, { audit: X64, number: 272, args: [NEWUSER] })).toBe(ALLOWED);
  expect(judge(open, { audit: X64, number: 435 })).toBe(ALLOWED);
  expect(judge(open, { audit: X64, number: 321 })).toBe(EPERM);
  const rich = filterFor("x64", { holds: (name) => ["bpf", "sys_module"].includes(name) });
  expect(judge(rich, { audit: X64, number: 321 })).toBe(ALLOWED);
  expect(judge(rich, { audit: X64, number: 313 })).toBe(ALLOWED);
  expect(judge(rich, { audit: X64, number: 298 })).toBe(EPERM);
});

test("a processor that is not known has no filter", () => {
  expect(syscallFilter({ arch: "riscv64", ...strict })).toBeNull();
});
