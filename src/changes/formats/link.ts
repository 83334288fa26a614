import { cleanLine } from "./clean.js";

/** An address that may be a link, and what stands for it; null where it is no web address. */
export interface Link {
  readonly href: string;
  /** `#12` where the address ends in a number, else the address without its scheme. */
  readonly label: string;
}

/** Addresses come from outside: only `http:` and `https:` become links. */
export function linkTo(address: string): Link | null {
  const url = parse(address);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:") || url.username !== "") return null;
  const number = /\/\+?(\d{1,12})\/?$/.exec(url.pathname)?.[1];
  const href = url.href.replace(/[()|'"<>`[\]\\^{}]/g, (character) =>
    encodeURIComponent(character).replace(/[()']/g, hex),
  );
  return { href, label: number === undefined ? cleanLine(`${url.host}${url.pathname}`) : `#${number}` };
}

/** As `URL.parse`, which Node 20 does not have. */
function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

function hex(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
