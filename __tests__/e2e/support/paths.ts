import path from "node:path";

/** The repository's root; jest runs there. */
export const ROOT = path.resolve(import.meta.dirname, "../../..");

/** The bundled command line, as users run it. */
export const CLI = path.join(ROOT, "dist", "cli.js");
