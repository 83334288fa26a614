/**
 * A program that does nothing, for as long as it is let: it holds a container open, in images that have no program at all. As process 1
 * it lets the kernel collect the orphans that come to it (SIGCHLD ignored, sigaction(2)), and no signal from inside ends it.
 * An ELF file for Linux without libraries, of about 200 bytes; null for a processor that it is not written for.
 */
export function keeperProgram(architecture: string): Buffer | null {
  const target = TARGETS[architecture];
  return target ? elf(target.machine, target.code) : null;
}

interface Target {
  /** e_machine, elf(5). */
  readonly machine: number;
  /** Ends on a multiple of 8 bytes; a struct sigaction with SIG_IGN follows on it. */
  readonly code: Buffer;
}

const x64: Target = {
  machine: 62,
  code: Buffer.from(
    [
      "b8 0d 00 00 00", // mov  eax, 13         rt_sigaction(
      "bf 11 00 00 00", // mov  edi, 17           SIGCHLD,
      "48 8d 35 17 00 00 00", // lea  rsi, [rip+23]   the struct at the end,
      "31 d2", // xor  edx, edx          NULL,
      "41 ba 08 00 00 00", // mov  r10d, 8            8)
      "0f 05", // syscall
      "b8 22 00 00 00", // mov  eax, 34         again: pause()
      "0f 05", // syscall
      "eb f7", // jmp  again
      "00 00 00 00",
    ]
      .join(" ")
      .split(" ")
      .map((byte) => Number.parseInt(byte, 16)),
  ),
};

const arm64: Target = {
  machine: 183,
  code: words([
    0xd28010c8, // mov  x8, 134         rt_sigaction(
    0xd2800220, // mov  x0, 17            SIGCHLD,
    0x10000181, // adr  x1, .+48          the struct at the end,
    0xd2800002, // mov  x2, 0             NULL,
    0xd2800103, // mov  x3, 8             8)
    0xd4000001, // svc  0
    0xd2800928, // mov  x8, 73          again: ppoll(
    0xd2800000, // mov  x0, 0             NULL,
    0xd2800001, // mov  x1, 0             0,
    0xd2800002, // mov  x2, 0             NULL,
    0xd2800003, // mov  x3, 0             NULL,
    0xd2800004, // mov  x4, 0             0)
    0xd4000001, // svc  0
    0x17fffff9, // b    again
  ]),
};

/** By the names that engines have for them. */
const TARGETS: Readonly<Record<string, Target>> = { amd64: x64, x86_64: x64, arm64, aarch64: arm64 };

const HEADERS = 64 + 56;
const BASE = 0x400000;
const SIGACTION = 32;

/** One readable and executable segment: the headers, the code, the struct. */
function elf(machine: number, code: Buffer): Buffer {
  const size = HEADERS + code.length + SIGACTION;
  const file = Buffer.alloc(size);
  file.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]); // ELF, 64 bits, little-endian
  file.writeUInt16LE(2, 16); // ET_EXEC
  file.writeUInt16LE(machine, 18);
  file.writeUInt32LE(1, 20);
  file.writeUInt32LE(BASE + HEADERS, 24); // e_entry
  file.writeUInt32LE(64, 32); // e_phoff
  file.writeUInt16LE(64, 52);
  file.writeUInt16LE(56, 54);
  file.writeUInt16LE(1, 56);
  file.writeUInt32LE(1, 64); // PT_LOAD
  file.writeUInt32LE(5, 68); // PF_R | PF_X
  file.writeUInt32LE(BASE, 80);
  file.writeUInt32LE(BASE, 88);
  file.writeUInt32LE(size, 96);
  file.writeUInt32LE(size, 104);
  file.writeUInt32LE(0x10000, 112); // the largest page size of these processors
  code.copy(file, HEADERS);
  file[HEADERS + code.length] = 1; // SIG_IGN
  return file;
}

function words(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4);
  return bytes;
}
