const PROJECT = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i;
/** Separators, control characters, half surrogates. */
const UNSAFE = /[/\\\p{Cc}\p{Cs}\u2028\u2029]/u;
const DISTRIBUTION = /\.(?:whl|egg|zip|tgz|tbz2?|txz|tlz|tar(?:\.(?:gz|bz2|xz|lzma|z))?|exe|msi|rpm|deb|dmg)$/i;

/** A project's name in its one normal form (PEP 503). */
export function normalizeName(name: string): string {
  return name.replace(/[-_.]+/g, "-").toLowerCase();
}

/** Whether a project may have this name at all (core metadata specification). */
export function isProjectName(name: string): boolean {
  return name.length <= 200 && PROJECT.test(name);
}

/** Whether a name from a page can be one part of a path and of a line of text. */
export function isSafeFileName(name: string): boolean {
  if (name === "" || name === "." || name === "..") return false;
  return Buffer.byteLength(name) <= 255 && !UNSAFE.test(name);
}

/** Whether a link on a page without types leads to a distribution, rather than to a home page. */
export function looksLikeDistribution(name: string): boolean {
  return DISTRIBUTION.test(name);
}
