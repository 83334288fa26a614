import { UpstreamFault } from "./fault.js";
import { fileEntry } from "./file-entry.js";
import type { FileEntry, Project } from "./project.js";

type Fields = Readonly<Record<string, unknown>>;

/** Reads a project's page as PEP 691 has it. @throws UpstreamFault for what is no such page, or of another major version */
export function parseJson(text: string, { name, base }: { readonly name: string; readonly base: string }): Project {
  const page = fieldsOf(readJson(text));
  const meta = fieldsOf(page?.meta);
  if (!Array.isArray(page?.files)) throw new UpstreamFault(502, "its page is no JSON of a package index");
  const raw: readonly unknown[] = page.files;
  const files = raw.map((value) => fileOf(fieldsOf(value), base)).filter((file) => file !== null);
  const status = fieldsOf(page["project-status"]);
  return {
    name,
    apiVersion: apiVersion(meta?.["api-version"]),
    files,
    ...texts("versions", page.versions),
    ...texts("tracks", meta?.tracks),
    ...texts("alternateLocations", page["alternate-locations"]),
    ...(typeof status?.status === "string" ? { status: statusOf(status.status, status.reason) } : {}),
  };
}

/** A version of the protocol that this program knows (PEP 629). @throws UpstreamFault for another major one */
export function apiVersion(value: unknown): string {
  const match = typeof value === "string" ? /^(\d{1,4})\.(\d{1,4})$/.exec(value) : null;
  if (match === null) return "1.0";
  if (match[1] !== "1") {
    throw new UpstreamFault(502, `its page is of version ${match[0]} of the index protocol, which is not known here`);
  }
  return match[0];
}

export function statusOf(status: string, reason: unknown): { readonly status: string; readonly reason?: string } {
  return { status, ...(typeof reason === "string" ? { reason } : {}) };
}

function fileOf(file: Fields | null, base: string): FileEntry | null {
  if (file === null) return null;
  const { filename: name, url, hashes, yanked, size, provenance } = file;
  const metadata = file["core-metadata"] ?? file["data-dist-info-metadata"] ?? file["dist-info-metadata"];
  const requiresPython = file["requires-python"];
  const [signature, uploadTime] = [file["gpg-sig"], file["upload-time"]];
  return fileEntry(
    { name, url, hashes, yanked, size, provenance, metadata, requiresPython, signature, uploadTime },
    base,
  );
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UpstreamFault(502, "its page is broken JSON", { cause });
  }
}

function fieldsOf(value: unknown): Fields | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function texts<K extends string>(key: K, value: unknown): { readonly [P in K]?: readonly string[] } {
  if (!Array.isArray(value)) return {};
  return { [key]: value.filter((each) => typeof each === "string") } as unknown as { readonly [P in K]: string[] };
}
