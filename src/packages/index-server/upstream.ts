import { createHash } from "node:crypto";
import { UsageError } from "../../errors.js";

/** An index that is mirrored. */
export interface Upstream {
  /** As in `/NAME/simple/`; null: the unnamed one, at `/simple/`. */
  readonly name: string | null;
  /** Root of a PEP 503 index, which may hold `user:password@`. Null: what the machine's pip is configured with. */
  readonly url: string | null;
}

/** An upstream's URL taken apart, so that its credentials go nowhere but to it. */
export interface Root {
  /** Ends with a slash; without credentials. */
  readonly url: string;
  readonly origin: string;
  /** Value of the header Authorization; null: none. */
  readonly authorization: string | null;
  /** Name of its folder in the store. */
  readonly id: string;
}

const NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i;

/** Reads what `--upstream` is given: `URL` or `NAME=URL`. @throws UsageError `invalid-upstream`; the message holds no credentials. */
export function parseUpstream(text: string): Upstream {
  const match = /^([^=/:]*)=(.*)$/.exec(text);
  const [name, url] = match ? [match[1] ?? "", match[2] ?? ""] : [null, text];
  if (name !== null && (!NAME.test(name) || name.toLowerCase() === "simple")) {
    throw invalid(
      `'${name}' can't name an upstream: letters, digits, '.', '-' and '_' can, but the word 'simple' can't`,
    );
  }
  parseRoot(url);
  return { name, url };
}

/** Takes an upstream's URL apart. @throws UsageError `invalid-upstream` */
export function parseRoot(text: string): Root {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw invalid(
      "an upstream is the http or https URL of a package index's root, such as https://index.example/simple",
    );
  }
  if (url.search !== "" || url.hash !== "") {
    throw invalid(`the upstream at ${url.host} may not have a '?' or '#' part: give the root of the index`);
  }
  const authorization = authorizationOf(url);
  url.username = "";
  url.password = "";
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  const id = createHash("sha256").update(url.href).digest("hex").slice(0, 24);
  return { url: url.href, origin: url.origin, authorization, id };
}

function authorizationOf({ username, password }: URL): string | null {
  if (username === "" && password === "") return null;
  return `Basic ${Buffer.from(`${decoded(username)}:${decoded(password)}`).toString("base64")}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function invalid(why: string): UsageError {
  return new UsageError("invalid-upstream", `--upstream: ${why}.`);
}
