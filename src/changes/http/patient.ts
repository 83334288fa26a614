import type { HttpAnswer, HttpClient, HttpRequest } from "./client.js";
import { HttpFault } from "./fault.js";

/** Before the second try, the third, …: in ms. */
const WAITS_MS = [500, 2000, 5000];
/** Longer than that nobody wants to wait for a server that is down. */
const LONGEST_WAIT_MS = 60_000;
/** Those that pass: a server or a proxy in its way is restarted or has too much to do. 501 stays. */
const PASSING = new Set([500, 502, 503, 504, 520, 522, 524]);

export interface Patience {
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly note: (line: string) => void;
}

/** One GET, tried up to four times where the connection or the server fails. Gives the last answer, whatever its status. */
export async function patientGet(client: HttpClient, asked: HttpRequest, patience: Patience): Promise<HttpAnswer> {
  for (const pause of WAITS_MS) {
    const answer = await attempt(client, asked);
    if (answer instanceof Error) {
      patience.note(`${asked.url.host} can't be reached (${answer.message}); trying again`);
      await patience.wait(pause, asked.signal);
    } else if (PASSING.has(answer.status)) {
      patience.note(`${asked.url.host} answers with ${answer.status}; trying again`);
      await patience.wait(retryAfter(answer) ?? pause, asked.signal);
    } else {
      return answer;
    }
  }
  return client.get(asked);
}

async function attempt(client: HttpClient, asked: HttpRequest): Promise<HttpAnswer | Error> {
  try {
    return await client.get(asked);
  } catch (error) {
    if (asked.signal.aborted || error instanceof HttpFault || !(error instanceof Error)) throw error;
    return error;
  }
}

function retryAfter(answer: HttpAnswer): number | null {
  const seconds = retryAfterSeconds(answer);
  return seconds === null ? null : Math.min(seconds * 1000, LONGEST_WAIT_MS);
}

/** The header Retry-After where it is in seconds, as RFC 9110 has it; null: not there, or a date. */
export function retryAfterSeconds(answer: HttpAnswer): number | null {
  const value = answer.header("retry-after") ?? "";
  return /^\d{1,6}$/.test(value) ? Number(value) : null;
}
