/** A memory of the last `most` keys. */
export interface Memory<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  delete(key: string): void;
}

/** Makes a memory that forgets its oldest keys, so that it cannot grow. */
export function remember<Value>(most: number): Memory<Value> {
  const kept = new Map<string, Value>();
  return {
    get: (key) => kept.get(key),
    set(key, value) {
      kept.delete(key);
      kept.set(key, value);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
    delete: (key) => void kept.delete(key),
  };
}

/** Remembers what a pure function made, by a key; at most so many, the longest unused gone first. */
export function remembered<Made>(most: number): (key: string, make: () => Made) => Made {
  const known = remember<Made>(most);
  return (key, make) => {
    const made = known.get(key) ?? make();
    known.set(key, made);
    return made;
  };
}
