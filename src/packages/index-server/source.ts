import { asFault, UpstreamFault } from "./fault.js";
import { parseRoot, type Root, type Upstream } from "./upstream.js";

/** After the default upstream could not be found out, the next request may ask again only after this time, in ms. */
const ASK_AGAIN_MS = 5000;
/** While an upstream is out of order, kept pages are served without asking it; in ms. */
const OUTAGE_MS = 20_000;

/** One mirrored index: where it is, and whether it answers at present. */
export class Source {
  readonly name: string | null;
  #root: Root | null = null;
  #asking: Promise<Root> | null = null;
  #outage = { until: 0, reason: "" };
  readonly #ask: () => Promise<string>;
  readonly #now: () => number;

  /** `ask` gives the URL of an upstream that has none of its own; called when first needed. */
  constructor(upstream: Upstream, { ask, now }: { readonly ask: () => Promise<string>; readonly now: () => number }) {
    this.name = upstream.name;
    this.#ask = ask;
    this.#now = now;
    if (upstream.url !== null) this.#root = parseRoot(upstream.url);
  }

  /** Its path on this server: begins and ends with a slash. */
  get path(): string {
    return this.name === null ? "/simple/" : `/${this.name}/simple/`;
  }

  /** Where it is. @throws UpstreamFault where pip can't be asked */
  async root(): Promise<Root> {
    if (this.#root !== null) return this.#root;
    this.#asking ??= this.#ask()
      .then(parseRoot)
      .then(
        (root) => {
          this.#root = root;
          return root;
        },
        (error) => {
          setTimeout(() => {
            this.#asking = null;
          }, ASK_AGAIN_MS).unref();
          throw new UpstreamFault(
            503,
            `which index pip uses could not be found out: ${(error as Error).message}. Name one with --upstream`,
          );
        },
      );
    return this.#asking;
  }

  /** Why it is not asked for now; null: it may be asked. */
  outage(): string | null {
    return this.#now() < this.#outage.until ? this.#outage.reason : null;
  }

  failed(error: unknown): UpstreamFault {
    const fault = asFault(error, "the upstream");
    if (fault.isOutage) this.#outage = { until: this.#now() + OUTAGE_MS, reason: fault.message };
    return fault;
  }

  answered(): void {
    this.#outage = { until: 0, reason: "" };
  }
}
