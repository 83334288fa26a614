import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { get as httpGet, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "@jest/globals";
import { type IndexOptions, openIndex, type PackageIndex } from "../../src/packages/index.js";

const closers: (() => Promise<unknown>)[] = [];

afterAll(async () => {
  for (const close of closers.reverse()) await close();
});

export function atEnd(close: () => Promise<unknown>): void {
  closers.push(close);
}

/** A folder that goes when the test file is done. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "forgexec-index-"));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The machine's environment without what steers pip and uv, certificates and proxies excepted. */
export function machineEnvironment(): Record<string, string> {
  const own = /^(PIP_|UV_|PYTHON|XDG_|VIRTUAL_ENV|FORGE)/;
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && (!own.test(entry[0]) || /^PIP_(CERT|CLIENT_CERT)$/.test(entry[0])),
    ),
  );
}

export interface TestIndex extends PackageIndex {
  readonly store: string;
  readonly notes: string[];
  readonly log: string[];
  /** Moves the clock on, in ms. */
  pass(ms: number): void;
}

/** Short enough for a test, long enough for a busy machine. */
const PATIENCE = { connectMs: 5000, headersMs: 5000, stallMs: 5000, keptAfterMs: 700, giveUpMs: 2500 };

/** An index over these upstreams (`URL` without a name), closed at the end. */
export async function startIndex(
  upstreams: string | IndexOptions["upstreams"],
  options: Partial<IndexOptions> = {},
): Promise<TestIndex> {
  const store = options.store ?? (await temporaryFolder());
  const notes: string[] = [];
  const log: string[] = [];
  let passed = 0;
  const index = await openIndex({
    upstreams: typeof upstreams === "string" ? [{ name: null, url: upstreams }] : upstreams,
    environment: machineEnvironment(),
    platform: process.platform,
    patience: PATIENCE,
    note: (line) => notes.push(line),
    log: (line) => log.push(line),
    now: () => Date.now() + passed,
    ...options,
    store,
  });
  atEnd(() => index.close());
  const pass = (ms: number): void => {
    passed += ms;
  };
  return { ...index, store, notes, log, pass };
}

export interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** False: the connection was cut before the end. */
  readonly complete: boolean;
}

export const JSON_TYPE = "application/vnd.pypi.simple.v1+json";

/** One request; redirects are not followed. */
export function get(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  method: "GET" | "HEAD" = "GET",
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const request = httpGet(url, { headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", () => {});
      response.once("close", () => {
        const { statusCode: status = 0, complete } = response;
        resolve({ status, headers: response.headers, body: Buffer.concat(chunks), complete });
      });
    });
    request.once("error", reject);
  });
}

export async function getJson(
  url: string,
): Promise<{ readonly files: Record<string, unknown>[]; readonly [key: string]: unknown }> {
  return JSON.parse((await get(url, { accept: JSON_TYPE })).body.toString());
}

/** The content of every file of a folder, by path. */
export async function contents(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file)] as const)));
}
