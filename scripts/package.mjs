// Bundles the compiled entries into dist/, one folder an entry (ncc numbers its chunks), and writes the stub dist/cli.js.

import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";

/** Each bundle's folder, and the compiled entry that it is made from. The others start dist/cache as a process of its own. */
const entries = { cli: "cli", action: "action", cache: "cache", changes: "action/changes" };

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist");
for (const [folder, entry] of Object.entries(entries)) {
  execFileSync(
    process.execPath,
    [
      "node_modules/@vercel/ncc/dist/ncc/cli.js",
      "build",
      `lib/${entry}/entry.js`,
      "--out",
      `dist/${folder}`,
      "--license",
      "licenses.txt",
    ],
    { stdio: "inherit" },
  );
}
writeFileSync("dist/cli.js", '#!/usr/bin/env node\nimport "./cli/index.js";\n', { mode: 0o755 });
