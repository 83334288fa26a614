// Writes the published JSON Schema from the compiled sources (npm run build comes first).
import { mkdirSync, writeFileSync } from "node:fs";
import { specJsonSchema } from "../lib/spec/index.js";

mkdirSync("schema", { recursive: true });
writeFileSync("schema/forge.schema.json", `${JSON.stringify(specJsonSchema(), null, 2)}\n`);
