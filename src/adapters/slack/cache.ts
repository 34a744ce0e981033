import { remember } from '../remember.ts';

/** Values that are good for a while: at most so many, and whatever was put first goes first. */
export interface Cache<Value> {
  get(key: string): Value | undefined;
  /** `lasting`: milliseconds. */
  put(key: string, value: Value, lasting: number): void;
  drop(key: string): void;
}

/** Holds nothing yet. */
export function cache<Value>(most: number): Cache<Value> {
  const all = remember<{ readonly value: Value; readonly until: number }>(most);
  return {
    get: (key) => {
      const found = all.get(key);
      return found !== undefined && found.until > Date.now() ? found.value : undefined;
    },
    put: (key, value, lasting) => all.set(key, { value, until: Date.now() + lasting }),
    drop: all.delete,
  };
}
