import { Fields } from "../fields.js";
import { sideBySide } from "../side-by-side.js";
import type { GithubApi } from "./api.js";
import { lastPage, nextPage } from "./link.js";

/** Pages of one list that are under way at a time. */
const WIDTH = 4;
/** Of 100 each; more belongs to no pull request. */
const MOST_PAGES = 100;

export interface Page {
  readonly items: Fields[];
  /** How many pages there are, as the first one told. */
  readonly pages: number;
}

/**
 * A list's pages in their order, those after the first fetched side by side. `name`: where the list is wrapped in an object.
 * Where only the next page is told, and not the last, they are fetched one by one.
 */
export async function* pagesOf(
  api: GithubApi,
  path: string,
  name: string | null,
): AsyncGenerator<Page, void, undefined> {
  const at = (page: number): string => `${path}${path.includes("?") ? "&" : "?"}per_page=100&page=${page}`;
  const load = async (page: number) => {
    const { value, link } = await api.get(at(page));
    return { items: Fields.listOf(name === null ? value : Fields.of(value)?.raw(name)), link };
  };
  const first = await load(1);
  const pages = lastPage(first.link);
  yield { items: first.items, pages };
  let next = nextPage(first.link);
  if (next === null) return;
  for await (const { items, link } of sideBySide(numbers(2, pages), WIDTH, load)) {
    yield { items, pages };
    next = nextPage(link);
  }
  for (let page = pages + 1; next === page; page++) {
    const { items, link } = await load(page);
    yield { items, pages: page };
    next = nextPage(link);
  }
}

/** All of a list that belongs to one pull request. */
export async function listOf(api: GithubApi, path: string, name: string | null = null): Promise<Fields[]> {
  const all: Fields[] = [];
  let pages = 0;
  for await (const { items } of pagesOf(api, path, name)) {
    all.push(...items);
    if (++pages >= MOST_PAGES) break;
  }
  return all;
}

function* numbers(from: number, to: number): Generator<number, void, undefined> {
  for (let number = from; number <= to; number++) yield number;
}
