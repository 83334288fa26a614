import { Parser } from "htmlparser2";
import { fileEntry, hashesInFragment, hashInText } from "./file-entry.js";
import { looksLikeDistribution } from "./names.js";
import { apiVersion, statusOf } from "./parse-json.js";
import type { FileEntry, Project } from "./project.js";

type Attributes = Readonly<Record<string, string>>;

/** Reads a project's page as PEP 503 has it; links that lead to no distribution are left out. @throws UpstreamFault for a version of the protocol that is not known */
export function parseHtml(text: string, { name, base }: { readonly name: string; readonly base: string }): Project {
  const links: Attributes[] = [];
  const meta = new Map<string, string[]>();
  let from: string | null = null;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (tag === "a" && attributes.href !== undefined) links.push(attributes);
        else if (tag === "base" && attributes.href !== undefined) from ??= resolved(attributes.href, base);
        else if (tag === "meta" && attributes.name?.startsWith("pypi:")) {
          meta.set(attributes.name, [...(meta.get(attributes.name) ?? []), attributes.content ?? ""]);
        }
      },
    },
    { decodeEntities: true },
  );
  parser.end(text);
  const [status] = meta.get("pypi:project-status") ?? [];
  const tracks = meta.get("pypi:tracks");
  const alternateLocations = meta.get("pypi:alternate-locations");
  return {
    name,
    apiVersion: apiVersion(meta.get("pypi:repository-version")?.[0]),
    files: links.map((link) => fileOf(link, from ?? base)).filter((file) => file !== null),
    ...(tracks ? { tracks } : {}),
    ...(alternateLocations ? { alternateLocations } : {}),
    ...(status === undefined ? {} : { status: statusOf(status, meta.get("pypi:project-status-reason")?.[0]) }),
  };
}

function fileOf(link: Attributes, base: string): FileEntry | null {
  const url = link.href?.trim();
  if (url === undefined || !URL.canParse(url, base)) return null;
  const metadata = link["data-core-metadata"] ?? link["data-dist-info-metadata"];
  const entry = fileEntry(
    {
      url,
      hashes: hashesInFragment(new URL(url, base).hash),
      requiresPython: link["data-requires-python"],
      yanked: link["data-yanked"],
      metadata: metadata === undefined ? undefined : (hashInText(metadata) ?? metadata !== "false"),
      signature: link["data-gpg-sig"] === "true",
      provenance: link["data-provenance"],
    },
    base,
  );
  return entry !== null && looksLikeDistribution(entry.name) ? entry : null;
}

function resolved(href: string, base: string): string | null {
  const url = URL.canParse(href, base) ? new URL(href, base) : null;
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}
