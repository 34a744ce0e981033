/** Values that are good for a while: at most so many, and whatever was put first goes first. */
export interface Cache<Value> {
  get(key: string): Value | undefined;
  /** `lasting`: milliseconds. */
  put(key: string, value: Value, lasting: number): void;
  drop(key: string): void;
}

/** Holds nothing yet. */
export function cache<Value>(most: number): Cache<Value> {
  const all = new Map<string, { readonly value: Value; readonly until: number }>();
  return {
    get: (key) => {
      const found = all.get(key);
      return found !== undefined && found.until > Date.now() ? found.value : undefined;
    },
    put: (key, value, lasting) => {
      all.delete(key);
      all.set(key, { value, until: Date.now() + lasting });
      const [oldest] = all.keys();
      if (all.size > most && oldest !== undefined) all.delete(oldest);
    },
    drop: (key) => {
      all.delete(key);
    },
  };
}
