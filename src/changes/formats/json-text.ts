/** Characters that JSON may hold raw and a terminal would act on. */
const ACTIVE = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** The value as JSON on one line, in which nothing can act on a terminal. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(ACTIVE, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
