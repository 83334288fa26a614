import { readFileSync, writeFileSync } from "node:fs";
import { sealed, unsealed } from "../../../src/sandbox/container/seal.js";

/** Changes what is noted of a container in a file, as forgexec itself could. */
export function rewriteNote(
  file: string,
  change: (noted: { owner: Record<string, unknown>; machine: string }) => void,
): void {
  const noted = JSON.parse(unsealed(readFileSync(file, "utf8")) ?? "");
  change(noted);
  writeFileSync(file, sealed(JSON.stringify(noted)) ?? "");
}

/** As if the process that noted it was gone, and another one had its number by now. */
export function abandonNote(file: string): void {
  rewriteNote(file, ({ owner }) => {
    owner.start = "1";
  });
}
