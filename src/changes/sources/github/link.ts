/**
 * The number of the last page, as a Link header (RFC 8288) of GitHub tells it; 1 where there is but one. Only the number is taken:
 * the links themselves may lead anywhere, and the token goes along.
 */
export function lastPage(link: string | null): number {
  return pageOf(link, "last") ?? pageOf(link, "next") ?? 1;
}

/** The number of the next page; null: there is none. */
export function nextPage(link: string | null): number | null {
  return pageOf(link, "next");
}

function pageOf(link: string | null, relation: string): number | null {
  for (const [, target, parameters] of (link ?? "").matchAll(/<([^>]*)>([^<]*)/g)) {
    const named = /;\s*rel="?([^";,]*)"?/.exec(parameters ?? "")?.[1]?.split(/\s+/) ?? [];
    const page = /[?&]page=(\d{1,6})(?:&|$)/.exec(target ?? "")?.[1];
    if (named.includes(relation) && page !== undefined) return Number(page);
  }
  return null;
}
