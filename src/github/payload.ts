/** An event's payload: JSON that anyone may have shaped, so it is only read through the functions below. */
export type Payload = Readonly<Record<string, unknown>>;

/** The payload in a text; null when it is no JSON object. */
export function parsePayload(text: string): Payload | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** What stands at a path of keys; undefined when nothing does. */
export function at(payload: Payload | null, ...path: readonly string[]): unknown {
  let value: unknown = payload;
  for (const key of path) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** A text that is not empty; one with a NUL, which no name or address has, counts as none. */
export function textAt(payload: Payload | null, ...path: readonly string[]): string | null {
  const value = at(payload, ...path);
  return typeof value === "string" && value !== "" && !value.includes("\0") ? value : null;
}

/** A whole number that is not negative. */
export function numberAt(payload: Payload | null, ...path: readonly string[]): number | null {
  const value = at(payload, ...path);
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
