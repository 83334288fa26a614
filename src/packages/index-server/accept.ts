import Negotiator from "negotiator";

/** The forms that a page is served in. */
export type Form = "json" | "html";

const JSON_TYPES = ["application/vnd.pypi.simple.v1+json", "application/vnd.pypi.simple.latest+json"];
const HTML_TYPES = ["application/vnd.pypi.simple.v1+html", "application/vnd.pypi.simple.latest+html"];
/** Without a preference the form that every client understands. */
const OFFERED = ["text/html", ...JSON_TYPES, ...HTML_TYPES];
const REMEMBERED = 256;

export interface Representation {
  readonly form: Form;
  readonly contentType: string;
}

const known = new Map<string, Representation | null>();

/** What a client with that header Accept gets (RFC 9110, PEP 691); null: nothing that it takes. */
export function negotiate(accept: string | undefined): Representation | null {
  const header = accept ?? "*/*";
  let answer = known.get(header);
  if (answer === undefined) {
    answer = representation(new Negotiator({ headers: { accept: header } }).mediaType(OFFERED));
    if (known.size < REMEMBERED) known.set(header, answer);
  }
  return answer;
}

/** The same for `?format=` (PEP 691). */
export function representation(type: string | undefined): Representation | null {
  if (type === undefined || !OFFERED.includes(type)) return null;
  if (JSON_TYPES.includes(type)) return { form: "json", contentType: JSON_TYPES[0] ?? "" };
  return { form: "html", contentType: type === "text/html" ? "text/html; charset=utf-8" : (HTML_TYPES[0] ?? "") };
}
