import { chmodSync, writeFileSync } from "node:fs";

/** Writes a shell script that can be run. */
export function executable(path: string, script: string): void {
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}
