import type { IncomingMessage, ServerResponse } from "node:http";

/** One request and its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** What `--verbose` says of it beside the status. */
  outcome: string;
  /** Whether the client may keep the answer. */
  readonly reuse: "allowed" | "forbidden";
}

/** The value of Cache-Control: what is said, unless the client may keep nothing. */
export function cacheControl({ reuse }: Exchange, allowed: string): string {
  return reuse === "forbidden" ? "no-store" : allowed;
}

/** A whole answer in plain text. */
export function sendText(
  { request, response }: Exchange,
  answer: { readonly status: number; readonly text: string; readonly headers?: Readonly<Record<string, string>> },
): void {
  const body = Buffer.from(`${answer.text}\n`);
  response.writeHead(answer.status, {
    "content-type": "text/plain; charset=utf-8",
    "content-length": body.length,
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    ...answer.headers,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Text that may stand in a header: printable ASCII. */
export function headerText(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, "?").slice(0, 300);
}
