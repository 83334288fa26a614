import { arm64 } from "./keeper-arm64.js";
import { x64 } from "./keeper-x64.js";

/**
 * A program that holds a container open, in images that have no program at all: without arguments it does nothing, for as long as it is let.
 * As process 1 it lets the kernel collect the orphans that come to it (SIGCHLD ignored, sigaction(2)), and no signal from inside ends it.
 *
 * With arguments it makes stderr the same as stdout, and becomes the command that they are, found as execvp(3) does it, but in absolute folders
 * only; else it says why not, as a runtime would, and exits with 127 or 126.
 *
 * An ELF file for Linux without libraries, of some 600 bytes; null for a processor that it is not written for.
 */
export function keeperProgram(architecture: string): Buffer | null {
  const target = TARGETS[architecture];
  return target ? elf(target.machine, target.code) : null;
}

interface Target {
  /** e_machine, elf(5). */
  readonly machine: number;
  /** What follows on it, and how far from it, is known to it. */
  readonly code: Buffer;
}

const X64: Target = { machine: 62, code: x64 };
const ARM64: Target = { machine: 183, code: arm64 };

/** By the names that engines have for them. */
const TARGETS: Readonly<Record<string, Target>> = { amd64: X64, x86_64: X64, arm64: ARM64, aarch64: ARM64 };

/** judge.ts knows them. */
const MESSAGES = Buffer.from(
  "OCI runtime exec failed: exec: executable file not found in $PATH\nOCI runtime exec failed: exec: permission denied\n",
);

const HEADERS = 64 + 56;
const BASE = 0x400000;
const SIGACTION = 32;

/** One readable and executable segment: the headers, the code, the messages, and, on a multiple of 8 bytes, a struct sigaction with SIG_IGN. */
function elf(machine: number, code: Buffer): Buffer {
  const sigaction = Math.ceil((HEADERS + code.length + MESSAGES.length) / 8) * 8;
  const size = sigaction + SIGACTION;
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
  MESSAGES.copy(file, HEADERS + code.length);
  file[sigaction] = 1; // SIG_IGN
  return file;
}
