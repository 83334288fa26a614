/** One instruction of classic BPF: the code, how many to skip if a comparison holds and if not, and a number (kernel documentation, networking/filter). */
export type Instruction = readonly [code: number, ifTrue: number, ifFalse: number, k: number];

const LOAD_WORD = 0x20;
const JUMP_IF_EQUAL = 0x15;
const JUMP_IF_AT_LEAST = 0x35;
const JUMP_IF_ANY_BIT = 0x45;
const RETURN = 0x06;

/** What a filter says of a system call (seccomp(2)). */
const ALLOW = 0x7fff0000;
const ERRNO = 0x00050000;

/** Loads a field of struct seccomp_data, by its offset. */
export const load = (offset: number): Instruction => [LOAD_WORD, 0, 0, offset];
export const allow: Instruction = [RETURN, 0, 0, ALLOW];
export const refuseWith = (errno: number): Instruction => [RETURN, 0, 0, ERRNO | errno];

/** The offset of an argument's lower half: what the kernel looks at where the argument is an int, and processors here are little-endian. */
export const argument = (index: number): number => 16 + 8 * index;

/** Instructions that run if the loaded word is equal to one of some numbers, at least one, or has one of some bits. They have to return. */
export function ifEqual(values: readonly number[], then: readonly Instruction[]): readonly Instruction[] {
  const tests = values.map((value, index): Instruction => {
    const left = values.length - index - 1;
    return [JUMP_IF_EQUAL, left, left === 0 ? then.length : 0, value];
  });
  return [...tests, ...then];
}

export function ifAtLeast(value: number, then: readonly Instruction[]): readonly Instruction[] {
  return [[JUMP_IF_AT_LEAST, 0, then.length, value], ...then];
}

export function ifAnyBit(bits: number, then: readonly Instruction[]): readonly Instruction[] {
  return [[JUMP_IF_ANY_BIT, 0, then.length, bits], ...then];
}

/** As the kernel takes them: an array of struct sock_filter. */
export function assemble(instructions: readonly Instruction[]): Buffer {
  const bytes = Buffer.alloc(instructions.length * 8);
  instructions.forEach(([code, ifTrue, ifFalse, k], index) => {
    bytes.writeUInt16LE(code, index * 8);
    bytes.writeUInt8(ifTrue, index * 8 + 2);
    bytes.writeUInt8(ifFalse, index * 8 + 3);
    bytes.writeUInt32LE(k, index * 8 + 4);
  });
  return bytes;
}
