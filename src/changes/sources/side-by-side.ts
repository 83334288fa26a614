/**
 * What `load` gives for each item, in the items' order, with up to `width` under way at a time. An item is taken when there is room for it,
 * so the items may themselves be fetched as they are needed. Left early, what is under way is left to end by its signal.
 */
export async function* sideBySide<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  width: number,
  load: (item: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const underWay: Promise<R>[] = [];
  for await (const item of items) {
    const loading = load(item);
    // Whoever comes to its turn hears of a failure; until then it is not unheard.
    loading.catch(() => {});
    underWay.push(loading);
    if (underWay.length >= width) yield (await underWay.shift()) as R;
  }
  for (const loading of underWay) yield await loading;
}
