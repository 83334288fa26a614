import type { Client } from "./client.js";
import { asFault, UpstreamFault } from "./fault.js";
import { fetchPage } from "./fetch-page.js";
import { LoadedPage } from "./loaded-page.js";
import { PageMemory } from "./page-memory.js";
import type { KeptPage, PageStore } from "./page-store.js";
import type { Source } from "./source.js";

/** What is known of a project. `stale`: why the page could not be checked with the upstream; null: it was, within the time to live. */
export type PageOutcome =
  | { readonly kind: "page"; readonly page: LoadedPage; readonly stale: string | null }
  | { readonly kind: "absent" }
  | { readonly kind: "fault"; readonly fault: UpstreamFault };

/** `fresh`: younger than the time to live; `checked`: asked for now; `any`: whatever is kept. */
export type Need = "fresh" | "checked" | "any";

export interface PageSettings {
  readonly client: Client;
  readonly store: PageStore;
  readonly mode: "online" | "offline";
  /** Why nobody is asked, for people. */
  readonly offline: string;
  readonly ttlMs: number;
  readonly now: () => number;
  /** How long a request waits for the upstream before it gets the kept page. */
  readonly keptAfterMs: number;
  /** How long the upstream may take for a whole page. */
  readonly giveUpMs: number;
}

interface Flight {
  readonly outcome: Promise<PageOutcome>;
  readonly startedAt: number;
}

/** An upstream's "there is no such project" is believed for this long, in ms. */
const ABSENT_MS = 20_000;
const MAX_ABSENT = 10_000;

/** Pages of all upstreams: kept ones while they are fresh, else checked with the upstream, once for all who ask at the time. */
export class Pages {
  readonly #settings: PageSettings;
  readonly #memory = new PageMemory();
  readonly #absent = new Map<string, number>();
  readonly #loading = new Map<string, Promise<LoadedPage | null>>();
  readonly #flights = new Map<string, Flight>();
  readonly #closed = new AbortController();

  constructor(settings: PageSettings) {
    this.#settings = settings;
  }

  /** A page that can be served at once. */
  fresh(source: Source, name: string): LoadedPage | undefined {
    const page = this.#memory.get(keyOf(source, name));
    return page !== undefined && this.#isFresh(page.checkedAt) ? page : undefined;
  }

  async get(source: Source, name: string, need: Need): Promise<PageOutcome> {
    const key = keyOf(source, name);
    const { mode, now, offline } = this.#settings;
    const page = await this.#load(source, name).catch((error) => asFault(error, "the upstream"));
    if (page instanceof UpstreamFault) return { kind: "fault", fault: page };
    if (page !== null && (need === "any" || (need === "fresh" && this.#isFresh(page.checkedAt)))) {
      return { kind: "page", page, stale: null };
    }
    if (mode === "offline") {
      if (page !== null) return { kind: "page", page, stale: "offline" };
      return { kind: "fault", fault: new UpstreamFault(504, `no page of ${name} is kept, and ${offline}`) };
    }
    if (need !== "checked" && now() < (this.#absent.get(key) ?? 0)) return { kind: "absent" };
    const outage = source.outage();
    if (page !== null && outage !== null) return { kind: "page", page, stale: outage };
    const flight = this.#check(source, name, page);
    return page === null ? flight.outcome : this.#bounded(source, page, flight);
  }

  /** Why nobody is asked, for people. */
  get offline(): string {
    return this.#settings.offline;
  }

  /** Stops asking. */
  close(): void {
    this.#closed.abort();
  }

  #isFresh(checkedAt: number): boolean {
    const age = this.#settings.now() - checkedAt;
    return age >= 0 && age < this.#settings.ttlMs;
  }

  /** The page in memory, else in the store. */
  #load(source: Source, name: string): Promise<LoadedPage | null> {
    const key = keyOf(source, name);
    const page = this.#memory.get(key);
    if (page !== undefined) return Promise.resolve(page);
    let loading = this.#loading.get(key);
    if (loading === undefined) {
      loading = this.#fromStore(source, name).finally(() => this.#loading.delete(key));
      this.#loading.set(key, loading);
    }
    return loading;
  }

  async #fromStore(source: Source, name: string): Promise<LoadedPage | null> {
    const kept = await this.#settings.store.read((await source.root()).id, name);
    return kept === null ? null : this.#remember(keyOf(source, name), kept);
  }

  #remember(key: string, kept: KeptPage): LoadedPage {
    const page = new LoadedPage(kept);
    this.#memory.set(key, page);
    return page;
  }

  #check(source: Source, name: string, page: LoadedPage | null): Flight {
    const key = keyOf(source, name);
    const running = this.#flights.get(key);
    if (running !== undefined) return running;
    const outcome = this.#ask(source, name, page).catch((error): PageOutcome => {
      const fault = source.failed(error);
      return page === null ? { kind: "fault", fault } : { kind: "page", page, stale: fault.message };
    });
    const flight = { outcome: outcome.finally(() => this.#flights.delete(key)), startedAt: performance.now() };
    this.#flights.set(key, flight);
    return flight;
  }

  async #ask(source: Source, name: string, page: LoadedPage | null): Promise<PageOutcome> {
    const { client, store, now, giveUpMs } = this.#settings;
    const key = keyOf(source, name);
    const root = await source.root();
    const signal = AbortSignal.any([this.#closed.signal, AbortSignal.timeout(giveUpMs)]);
    const validators = page?.kept.validators ?? null;
    const answer = await fetchPage({ client, root, project: name, validators, signal });
    source.answered();
    if (answer.kind === "absent") {
      if (this.#absent.size >= MAX_ABSENT) this.#absent.clear();
      this.#absent.set(key, now() + ABSENT_MS);
      this.#memory.delete(key);
      if (page !== null) store.remove(root.id, name);
      return { kind: "absent" };
    }
    this.#absent.delete(key);
    if (answer.kind === "same" && page !== null) {
      page.checkedAt = now();
      store.touch(root.id, name, page.checkedAt);
      return { kind: "page", page, stale: null };
    }
    if (answer.kind === "same") throw new UpstreamFault(502, "it says that nothing has changed, but nothing is kept");
    const kept = { project: answer.project, validators: answer.validators, checkedAt: now() };
    store.write(root.id, kept);
    return { kind: "page", page: this.#remember(key, kept), stale: null };
  }

  /** The outcome, or the kept page when that takes too long; the upstream is then waited for behind the scenes. */
  async #bounded(source: Source, page: LoadedPage, { outcome, startedAt }: Flight): Promise<PageOutcome> {
    const { keptAfterMs } = this.#settings;
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<PageOutcome>((resolve) => {
      timer = setTimeout(
        () => {
          const seconds = Math.round(keptAfterMs / 1000);
          const fault = source.failed(new UpstreamFault(504, `the upstream did not answer within ${seconds} s`));
          resolve({ kind: "page", page, stale: fault.message });
        },
        Math.max(0, startedAt + keptAfterMs - performance.now()),
      );
    });
    try {
      return await Promise.race([outcome, tooLong]);
    } finally {
      clearTimeout(timer);
    }
  }
}

function keyOf(source: Source, name: string): string {
  return `${source.path}${name}`;
}
