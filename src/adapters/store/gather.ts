interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Returns a function that runs items in batches: those that arrive at the same moment, or while the maximum number of
 * runs (`atOnce`) is in progress, are run together, so that writes share one wait for the disk (group commit). Each
 * item resolves with its result, in the order of the items; if the run rejects, all items of the batch reject.
 */
export function gather<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  atOnce: number,
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let under = 0;

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      try {
        const results = await run(group.map(({ item }) => item));
        for (const [n, { resolve }] of group.entries()) resolve(results[n] as Result);
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    under -= 1;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (under >= atOnce) return;
      under += 1;
      setImmediate(() => void flush());
    });
}
