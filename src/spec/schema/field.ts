import * as z from "zod/mini";

/** What the published JSON Schema says beyond the types: descriptions, patterns, names of definitions. */
export const documentation = z.registry<Record<string, unknown>>();

/** Adds to what the published JSON Schema says of a part. */
export function documented<T extends z.ZodMiniType>(schema: T, meta: Record<string, unknown>): T {
  documentation.add(schema, { ...documentation.get(schema), ...meta } as never);
  return schema;
}

/** A text; YAML numbers and booleans are taken as they are written. `expected` is what a finding says should stand here. */
export function text(expected = "a text") {
  return z.union([z.string(), z.number(), z.boolean()], { error: expected });
}

/** A text that `accepts` takes; `code` is that of the finding otherwise. A `pattern` goes to the JSON Schema. */
export function checkedText(options: {
  readonly expected: string;
  readonly code: string;
  readonly accepts: (value: string) => boolean;
  readonly pattern?: RegExp;
}) {
  const { expected, code, accepts, pattern } = options;
  const schema = text(expected).check(
    z.refine((value) => accepts(String(value)), { error: expected, params: { code } }),
  );
  return pattern ? documented(schema, { pattern: pattern.source }) : schema;
}

/** As `checkedText`, where the pattern alone decides. */
export function patternText(options: { readonly expected: string; readonly code: string; readonly pattern: RegExp }) {
  return checkedText({ ...options, accepts: (value) => options.pattern.test(value) });
}

export function flag(expected = "`true` or `false`") {
  return z.boolean({ error: expected });
}

export function integer(options: { readonly least: number; readonly most: number; readonly expected: string }) {
  const { least, most, expected: error } = options;
  return z.int({ error }).check(z.gte(least, { error }), z.lte(most, { error }));
}

export function choice<const T extends readonly string[]>(values: T) {
  const error = `one of ${values.map((value) => `\`${value}\``).join(", ")}`;
  return z.enum(values, { error });
}

/** A mapping with these keys and no others. For an unknown key the issue's message is the list of known ones. */
export function mapping<T extends z.core.$ZodLooseShape>(shape: T, expected = "a mapping") {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? Object.keys(shape).join(" ") : expected),
  });
}

/** As `mapping`; exactly one of `keys` must be there. */
export function mappingWithOneOf<T extends z.core.$ZodLooseShape>(
  shape: T,
  options: { readonly keys: readonly (keyof T & string)[]; readonly expected: string },
) {
  const { keys, expected } = options;
  const names = keys.map((key) => `\`${key}\``).join(", ");
  const given = (value: object) => keys.filter((key) => Object.hasOwn(value, key)).length;
  const schema = mapping(shape, expected).check(
    z.refine((value) => given(value as object) === 1, {
      error: `exactly one of ${names}`,
      params: { code: "one-of", keys, known: Object.keys(shape) },
    }),
  );
  return documented(schema, { oneOf: keys.map((key) => ({ required: [key] })) });
}

/** A list, or one item that stands for a list of it. */
export function oneOrMore<T extends z.core.SomeType>(item: T, expected: string) {
  return z.union([item, z.array(item)], { error: expected });
}
