import { UpstreamFault } from "./fault.js";
import type { LoadedPage } from "./loaded-page.js";
import type { Need, Pages } from "./pages.js";
import type { FileEntry } from "./project.js";
import type { RemoteFile } from "./remote-file.js";
import type { Source } from "./source.js";

export type FoundFile =
  | { readonly kind: "file"; readonly file: RemoteFile }
  | { readonly kind: "absent" }
  | { readonly kind: "fault"; readonly fault: UpstreamFault };

/** Where a file comes from, by its project's page. One that the kept page lacks is looked for on the upstream's own. */
export async function findFile(
  pages: Pages,
  target: { readonly source: Source; readonly project: string; readonly file: string },
  need: Need,
): Promise<FoundFile> {
  const { source, project, file: name } = target;
  const outcome = await pages.get(source, project, need);
  if (outcome.kind !== "page") return outcome;
  const file = remoteFile(outcome.page, name);
  if (file !== null) return { kind: "file", file };
  if (need === "any") return findFile(pages, target, "checked");
  if (outcome.stale === null) return { kind: "absent" };
  const status = outcome.stale === "offline" ? 504 : 503;
  const message = `${name} is not on the page that is kept, and that could not be renewed (${outcome.stale})`;
  return { kind: "fault", fault: new UpstreamFault(status, message) };
}

/** What lies beside a distribution: its metadata (PEP 658) and its signature (PEP 503). */
const BESIDE = [".metadata", ".asc"] as const;

function remoteFile(page: LoadedPage, name: string): RemoteFile | null {
  const entry = page.file(name);
  if (entry !== undefined) return { name, url: entry.url, hashes: entry.hashes, size: entry.size ?? null };
  for (const suffix of BESIDE) {
    const main = name.endsWith(suffix) ? page.file(name.slice(0, -suffix.length)) : undefined;
    if (main !== undefined) return beside(main, suffix);
  }
  return null;
}

function beside(main: FileEntry, suffix: (typeof BESIDE)[number]): RemoteFile | null {
  const { metadata, signature } = main;
  const url = new URL(main.url);
  url.pathname += suffix;
  const file = { name: `${main.name}${suffix}`, url: url.href, size: null };
  if (suffix === ".metadata") {
    if (metadata === undefined) return null;
    const wheel = main.name.endsWith(".whl") ? main.hashes.sha256 : undefined;
    return { ...file, hashes: metadata === true ? {} : metadata, ...(wheel === undefined ? {} : { wheel }) };
  }
  return signature === undefined ? null : { ...file, hashes: {} };
}
