import { readFileSync } from "node:fs";
import { capabilityNumber } from "../../command/index.js";

/** The rights of the commands in a sandbox. */
export interface Privileges {
  /** The capabilities that are kept, by number; null: those that there are. */
  readonly keep: readonly number[] | null;
  /** The last capability that the kernel knows. */
  readonly last: number;
  readonly noNewPrivileges: boolean;
  /** A filter of system calls, as seccomp(2) takes it; null: none. */
  readonly filter: Buffer | null;
}

/** The last capability that the kernel knows. */
export function lastCapability(): number {
  last ??= readLast();
  return last;
}

/** The kernel stays the same. */
let last: number | undefined;

function readLast(): number {
  try {
    return Number(readFileSync("/proc/sys/kernel/cap_last_cap", "latin1"));
  } catch {
    return 40;
  }
}

/** Capabilities by number: a set less what is dropped, and more what is added. `all` stands for each. */
export function capabilitySet(
  standard: readonly string[],
  change: { readonly drop: readonly string[]; readonly add: readonly string[] },
): readonly number[] {
  const last = lastCapability();
  const numbers = (names: readonly string[]) =>
    names
      .flatMap((name) =>
        name === "all" ? Array.from({ length: last + 1 }, (_, number) => number) : [capabilityNumber(name) ?? []],
      )
      .flat();
  const dropped = new Set(numbers(change.drop));
  const kept = new Set(numbers(standard).filter((number) => !dropped.has(number)));
  for (const number of numbers(change.add)) kept.add(number);
  return [...kept].filter((number) => number <= last).sort((a, b) => a - b);
}

/** Those of some capabilities that this process has itself: no others can be handed on. */
export function heldOf(numbers: readonly number[]): readonly number[] {
  const held = permitted();
  return numbers.filter((number) => ((held >> BigInt(number)) & 1n) === 1n);
}

/** By user: Node has no other way to give up capabilities than to become another. */
const sets = new Map<number | undefined, bigint>();

function permitted(): bigint {
  const user = process.geteuid?.();
  const known = sets.get(user);
  if (known !== undefined) return known;
  const status = readFileSync("/proc/self/status", "latin1");
  const set = BigInt(`0x${/^CapPrm:\s*(\w+)/m.exec(status)?.[1] ?? "0"}`);
  sets.set(user, set);
  return set;
}
