import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Readiness } from "../spec/index.js";

/** Pause between two tries, in milliseconds: short at first, since most servers are up soon. */
const PAUSES = [25, 50, 100, 200];

/** One try must not outlast this, in milliseconds, or a server that accepts and never answers would block the check. */
const TRY_BOUND = 2000;

/** Resolves when the step is ready; rejects only when `signal` is aborted. */
export async function untilReady(check: () => Promise<boolean>, signal: AbortSignal): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    if (await check()) return;
    await sleep(PAUSES[attempt] ?? 250, undefined, { signal });
  }
}

/** Whether the address answers: for http with a status from 200 to 399, for tcp with a connection. */
export function probe(ready: Extract<Readiness, { kind: "http" | "tcp" }>): Promise<boolean> {
  return ready.kind === "http" ? answersHttp(ready.url) : answersTcp(ready.host, ready.port);
}

async function answersHttp(url: string): Promise<boolean> {
  // Loaded here, since few specs have such a check and every run would pay for it.
  const { get } = url.startsWith("https:") ? await import("node:https") : await import("node:http");
  return new Promise((done) => {
    const request = get(url, { agent: false, timeout: TRY_BOUND }, (response) => {
      response.resume();
      done((response.statusCode ?? 0) >= 200 && (response.statusCode ?? 0) < 400);
      request.destroy();
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => done(false));
    request.on("close", () => done(false));
  });
}

function answersTcp(host: string, port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host, port, timeout: TRY_BOUND });
    const finish = (ready: boolean) => () => {
      done(ready);
      socket.destroy();
    };
    socket.once("connect", finish(true)).once("timeout", finish(false)).once("error", finish(false));
  });
}
