import type { Database } from '../../src/adapters/store/database.ts';

/** A database that can be made to hang. */
export interface Freezable {
  readonly database: Database;
  /** From now on nothing is answered, or what waits is done and everything answers again. */
  freeze(is: boolean): void;
}

/** Wraps a database; it does not hang yet. */
export function freezable(database: Database): Freezable {
  let waiting: (() => void)[] | undefined;
  const thawed = (): Promise<void> =>
    waiting === undefined ? Promise.resolve() : new Promise((go) => waiting?.push(go));
  return {
    database: {
      ...database,
      rows: (...query) => thawed().then(() => database.rows(...query)),
      change: (...query) => thawed().then(() => database.change(...query)),
      write: (...query) => thawed().then(() => database.write(...query)),
    },
    freeze: (is) => {
      const all = waiting ?? [];
      waiting = is ? all : undefined;
      if (!is) for (const go of all) go();
    },
  };
}
