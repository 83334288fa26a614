// Removes the named folders of generated files, so that nothing of an earlier build survives in them.
import { rmSync } from "node:fs";

for (const folder of process.argv.slice(2)) rmSync(folder, { recursive: true, force: true });
