import * as z from "zod/mini";
import { documentation } from "./schema/field.js";
import { specSchema } from "./schema/spec.js";

/**
 * The JSON Schema (draft 2020-12) of a spec, for editors and other tools. It knows types, keys and forms; what takes more
 * than that, such as an unterminated quote in a command, only `parseSpec` finds.
 */
export function specJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(specSchema, { metadata: documentation as never, io: "input" });
  const { $schema, ...rest } = schema;
  return { $schema, title: "forgexec build spec", description: "The build spec `.forge.yml` of forgexec.", ...rest };
}
