import { UsageError } from "../../errors.js";
import { printable } from "../../printable.js";

/**
 * The address of a web API, without a slash at its end.
 * @throws UsageError `bad-source` for what is no http URL, or has credentials, a query or a fragment
 */
export function baseUrl(text: string, what: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(
      "bad-source",
      `${what} must be a URL that begins with https:// or http://, not "${printable(text)}".`,
    );
  }
  if (url.username !== "" || url.password !== "") {
    throw new UsageError(
      "bad-source",
      `${what} must not hold a user name or a password; give them in their own place.`,
    );
  }
  if (url.search !== "" || url.hash !== "") {
    throw new UsageError("bad-source", `${what} must end with its path, not with a query: "${printable(text)}".`);
  }
  return url.href.replace(/\/+$/, "");
}
