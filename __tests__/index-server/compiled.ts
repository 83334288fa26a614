import { compileSources } from "../support/compile.js";
import { temporaryFolder } from "./support.js";

/** The sources as JavaScript, for a process of its own; the folder. */
export async function compiledSources(): Promise<string> {
  const out = await temporaryFolder();
  await compileSources(out);
  return out;
}
