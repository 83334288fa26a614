import { refuse } from "./refuse.js";

/** A list of the configuration; absent: empty. @throws CommandError "invalid" for anything else, as a program without types may hand in. */
export function listOf<T>(key: string, value: readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw refuse("invalid", `${key} is ${shown(value)}, not a list`);
}

/** An object of the configuration with none but known keys, `null` for all that there are; absent: empty. @throws CommandError "invalid". */
export function objectOf<T extends object>(
  key: string,
  value: T | undefined,
  known: readonly (keyof T & string)[] | null,
): Partial<T> {
  if (value === undefined) return {};
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw refuse("invalid", `${key} is ${shown(value)}, not an object`);
  }
  const strange = Object.keys(value).find((name) => known !== null && !(known as readonly string[]).includes(name));
  if (strange === undefined) return value;
  throw refuse("invalid", `${key} has ${shown(strange)}, which is none of ${known?.join(", ")}`);
}

/** A value in a message. */
export function shown(value: unknown): string {
  return typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value));
}
