import { isProjectName, isSafeFileName, normalizeName } from "./names.js";
import type { Source } from "./source.js";

/** What a path of this server means. */
export type Route =
  | { readonly kind: "list"; readonly source: Source }
  | { readonly kind: "page"; readonly source: Source; readonly project: string }
  | { readonly kind: "file"; readonly source: Source; readonly project: string; readonly file: string }
  | { readonly kind: "redirect"; readonly to: string }
  | { readonly kind: "nothing" };

const NOTHING: Route = { kind: "nothing" };

/** Reads a path (without its query). Names that are not normal redirect to those that are, also a missing slash at the end. */
export function route(path: string, sources: ReadonlyMap<string, Source>): Route {
  const parts = path.split("/");
  const named = parts[1] !== "simple";
  const source = sources.get(named ? (parts[1] ?? "") : "");
  const rest = parts.slice(named ? 3 : 2);
  if (source === undefined || parts[named ? 2 : 1] !== "simple" || rest.length > 2) return NOTHING;
  const [project, file] = rest.map(decoded);
  if (project === undefined) return { kind: "redirect", to: source.path };
  if (project === "" && file === undefined) return { kind: "list", source };
  if (project === null || file === null || !isProjectName(project)) return NOTHING;
  const normal = normalizeName(project);
  if (file === undefined) return { kind: "redirect", to: `${source.path}${normal}/` };
  if (file !== "" && !isSafeFileName(file)) return NOTHING;
  if (normal !== rest[0]) return { kind: "redirect", to: `${source.path}${normal}/${encodeURIComponent(file)}` };
  return file === "" ? { kind: "page", source, project } : { kind: "file", source, project, file };
}

function decoded(text: string): string | null {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
