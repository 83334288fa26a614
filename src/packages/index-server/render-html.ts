import type { FileEntry, Hashes, Project } from "./project.js";

/** A project's page of this server as PEP 503 has it; links are relative. */
export function renderHtml(project: Project): string {
  const { name, apiVersion, files, tracks = [], alternateLocations = [], status } = project;
  const meta = [
    ["pypi:repository-version", apiVersion],
    ...tracks.map((url) => ["pypi:tracks", url]),
    ...alternateLocations.map((url) => ["pypi:alternate-locations", url]),
    ...(status ? [["pypi:project-status", status.status]] : []),
    ...(status?.reason === undefined ? [] : [["pypi:project-status-reason", status.reason]]),
  ].map(([key = "", content = ""]) => `<meta name="${key}" content="${escaped(content)}">`);
  return document(`Links for ${name}`, meta, files.map(linkOf));
}

/** A list of projects. */
export function renderNames(names: readonly string[]): string {
  const meta = ['<meta name="pypi:repository-version" content="1.0">'];
  return document(
    "Projects kept here",
    meta,
    names.map((name) => `<a href="${name}/">${name}</a>`),
  );
}

function document(title: string, meta: readonly string[], links: readonly string[]): string {
  const head = ["<!DOCTYPE html>", "<html>", "<head>", '<meta charset="utf-8">', ...meta, `<title>${title}</title>`];
  const body = ["</head>", "<body>", `<h1>${title}</h1>`, ...links.map((link) => `${link}<br>`), "</body>", "</html>"];
  return `${[...head, ...body].join("\n")}\n`;
}

function linkOf(file: FileEntry): string {
  const { name, requiresPython, yanked, metadata, signature, provenance } = file;
  const best = strongest(file.hashes);
  const told = metadata === undefined ? undefined : metadata === true ? "true" : (strongest(metadata) ?? "true");
  const attributes = {
    href: `${encodeURIComponent(name)}${best === null ? "" : `#${best}`}`,
    "data-requires-python": requiresPython,
    "data-yanked": yanked === true ? "" : yanked,
    // The older name as well: pips that know only it read it here without harm.
    "data-core-metadata": told,
    "data-dist-info-metadata": told,
    "data-gpg-sig": signature ? "true" : undefined,
    "data-provenance": provenance,
  };
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([key, value]) => `${key}="${escaped(String(value))}"`);
  return `<a ${written.join(" ")}>${escaped(name)}</a>`;
}

function strongest(hashes: Hashes): string | null {
  const name = ["sha256", "sha512", "sha384", "sha224", "sha1", "md5"].find((each) => hashes[each] !== undefined);
  return name === undefined ? null : `${name}=${hashes[name]}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
