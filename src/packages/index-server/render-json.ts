import type { FileEntry, Project } from "./project.js";

/** A project's page of this server as PEP 691 has it. Its links are relative: they hold under any name of this server. */
export function renderJson(project: Project): string {
  const { name, apiVersion, files, versions, tracks, alternateLocations, status } = project;
  return JSON.stringify({
    meta: { "api-version": apiVersion, ...(tracks ? { tracks } : {}) },
    name,
    ...(versions ? { versions } : {}),
    ...(alternateLocations ? { "alternate-locations": alternateLocations } : {}),
    ...(status ? { "project-status": status } : {}),
    files: files.map(fileOf),
  });
}

function fileOf(file: FileEntry): Readonly<Record<string, unknown>> {
  const { name, hashes, requiresPython, yanked, metadata, signature, size, uploadTime, provenance } = file;
  return {
    filename: name,
    url: encodeURIComponent(name),
    hashes,
    ...(requiresPython === undefined ? {} : { "requires-python": requiresPython }),
    ...(yanked === undefined ? {} : { yanked }),
    ...(metadata === undefined ? {} : { "core-metadata": metadata }),
    ...(signature === undefined ? {} : { "gpg-sig": true }),
    ...(size === undefined ? {} : { size }),
    ...(uploadTime === undefined ? {} : { "upload-time": uploadTime }),
    ...(provenance === undefined ? {} : { provenance }),
  };
}
