import { dirname, join } from "node:path";
import type { Folder } from "./folder.js";

/** The distribution that a requirement names (PEP 508), normalised (PEP 503); null: it names none, as a path or an option. */
export function distributionOf(requirement: string): string | null {
  const name = /^\s*([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:$|[[<>=!~;@,(\s])/.exec(requirement)?.[1];
  return name === undefined ? null : name.toLowerCase().replace(/[-_.]+/g, "-");
}

export function listDistributions(requirements: Iterable<string>): string[] {
  return [...requirements].map(distributionOf).filter((name) => name !== null);
}

/** What a requirements file asks for, with the files it includes. */
export function distributions(folder: Folder, file: string, seen: ReadonlySet<string> = new Set()): string[] {
  if (seen.has(file) || seen.size > 20 || !folder.has(file)) return [];
  return folder
    .read(file)
    .split(/\r\n|\r|\n/)
    .flatMap((line) => {
      const included = /^\s*(?:-r|--requirement)[\s=]*(\S+)/.exec(line)?.[1];
      if (included !== undefined) return distributions(folder, join(dirname(file), included), new Set([...seen, file]));
      return distributionOf(line) ?? [];
    });
}
