import { readPids, readVariable } from "./process-table.js";

/** Every value that the variable `name` was given in the environment of a live process that this one may look at. Linux only. */
export function markedValues(name: string): readonly string[] {
  const values = readPids().flatMap((pid) => readVariable(pid, name) ?? []);
  return [...new Set(values)];
}
