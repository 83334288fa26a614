const SESSION = /^@nox\.session\b(.*(?:\n(?!def\s).*)*?)\n(?:async\s+)?def\s+(\w+)/gm;

/** The sessions of a noxfile, by name, as far as its text shows them. */
export function findSessions(noxfile: string): string[] {
  return [...noxfile.matchAll(SESSION)].map(([, decorator = "", name = ""]) => {
    return /\bname\s*=\s*["']([^"']+)["']/.exec(decorator)?.[1] ?? name;
  });
}
